import type { StepOptions } from "../../kit/step-options.ts";
import { jira } from "../api.ts";

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const { displayName } = await jira.send<{ displayName: string }>({ path: "/rest/api/3/myself" }, options);
  return { account: displayName };
}
