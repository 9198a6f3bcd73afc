import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const { login } = await github.send<{ login: string }>({ path: "/user" }, options);
  return { account: login };
}
