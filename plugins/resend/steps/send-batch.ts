import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { SendBatchInput, SendBatchOutput } from "../types.generated.ts";

/** Sends up to a hundred e-mails. */
export async function sendBatch({ emails }: SendBatchInput, options: StepOptions = {}): Promise<SendBatchOutput> {
  "use step";
  return resend.send({ path: "/emails/batch", json: emails }, options);
}
