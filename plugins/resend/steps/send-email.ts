import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { SendEmailInput, SendEmailOutput } from "../types.generated.ts";

/** Sends one e-mail. */
export async function sendEmail(input: SendEmailInput, options: StepOptions = {}): Promise<SendEmailOutput> {
  "use step";
  return resend.send({ path: "/emails", json: input }, options);
}
