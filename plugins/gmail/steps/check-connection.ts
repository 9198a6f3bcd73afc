import type { StepOptions } from "../../kit/step-options.ts";
import { gmail } from "../api.ts";

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const { emailAddress } = await gmail.send<{ emailAddress: string }>({ path: "/gmail/v1/users/me/profile" }, options);
  return { account: emailAddress };
}
