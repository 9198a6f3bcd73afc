import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { SendContactInput, SendContactOutput } from "../types.generated.ts";

/** Sends a name with a phone number. */
export async function sendContact(input: SendContactInput, options: StepOptions = {}): Promise<SendContactOutput> {
  "use step";
  return callBot("sendContact", input, options);
}
