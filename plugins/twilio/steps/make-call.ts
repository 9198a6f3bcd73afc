import { encodeFields } from "../../kit/encode-fields.ts";
import { fatal } from "../../kit/failure.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { ACCOUNT, twilio } from "../api.ts";
import type { MakeCallInput, MakeCallOutput } from "../types.generated.ts";

/** Calls a phone number and does what TwiML says, for example reads a text aloud. */
export async function makeCall(input: MakeCallInput, options: StepOptions = {}): Promise<MakeCallOutput> {
  "use step";
  if ((input.Twiml === undefined) === (input.Url === undefined)) {
    throw fatal("A call needs either TwiML or the address of some.", { name: "InvalidInput" });
  }
  return twilio.send({ path: `${ACCOUNT}/Calls.json`, form: encodeFields({ ...input }) }, options);
}
