import type { StepOptions } from "../../kit/step-options.ts";
import { ACCOUNT, twilio } from "../api.ts";

/** Tries the credential with a call that changes nothing, and that an API key may make too. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const request = { path: `${ACCOUNT}/IncomingPhoneNumbers.json`, query: { PageSize: 20 } };
  const answer = await twilio.send<{ incoming_phone_numbers: readonly { phone_number: string }[] }>(request, options);
  const numbers = answer.incoming_phone_numbers.map(({ phone_number }) => phone_number);
  return { account: numbers.join(", ") || "Twilio, without a number yet" };
}
