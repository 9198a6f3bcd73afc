import { encodeFields } from "../../kit/encode-fields.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { VERIFY, twilio } from "../api.ts";
import type { CheckVerificationInput, CheckVerificationOutput } from "../types.generated.ts";

/** Says whether the code a person typed is the one that was sent: the status is then approved. */
export async function checkVerification(
  { ServiceSid, ...input }: CheckVerificationInput,
  options: StepOptions = {},
): Promise<CheckVerificationOutput> {
  "use step";
  return twilio.send({ baseUrl: VERIFY, path: path`/v2/Services/${ServiceSid}/VerificationCheck`, form: encodeFields(input) }, options);
}
