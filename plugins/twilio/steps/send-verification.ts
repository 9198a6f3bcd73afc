import { encodeFields } from "../../kit/encode-fields.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { VERIFY, twilio } from "../api.ts";
import type { SendVerificationInput, SendVerificationOutput } from "../types.generated.ts";

/** Sends a person a code that proves that a phone number or an e-mail address is theirs. */
export async function sendVerification(
  { ServiceSid, ...input }: SendVerificationInput,
  options: StepOptions = {},
): Promise<SendVerificationOutput> {
  "use step";
  return twilio.send({ baseUrl: VERIFY, path: path`/v2/Services/${ServiceSid}/Verifications`, form: encodeFields(input) }, options);
}
