import type { StepOptions } from "../../kit/step-options.ts";
import { askSlack } from "../api.ts";

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const { team, user } = await askSlack<{ team: string; user: string }>("auth.test", {}, options);
  return { account: `${user} in ${team}` };
}
