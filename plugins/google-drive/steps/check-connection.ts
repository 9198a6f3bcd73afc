import { connectedAccount } from "../../google/connected-account.ts";
import type { StepOptions } from "../../kit/step-options.ts";

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  return connectedAccount(options);
}
