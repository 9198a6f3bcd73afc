import type { StepOptions } from "../../kit/step-options.ts";
import { clerk } from "../api.ts";

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const { total_count: count } = await clerk.send<{ total_count: number }>({ path: "/users/count" }, options);
  return { account: `An instance with ${count} users` };
}
