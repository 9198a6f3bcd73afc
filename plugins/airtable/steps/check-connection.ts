import type { StepOptions } from "../../kit/step-options.ts";
import { airtable } from "../api.ts";

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const { id, email } = await airtable.send<{ id: string; email?: string }>({ path: "/v0/meta/whoami" }, options);
  return { account: email ?? id };
}
