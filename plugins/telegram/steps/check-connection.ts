import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const { username } = await callBot<{ username: string }>("getMe", {}, options);
  return { account: `@${username}` };
}
