import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { UpdateEmailInput, UpdateEmailOutput } from "../types.generated.ts";

/** Changes the time of an e-mail that has not been sent yet. */
export async function updateEmail({ email_id, scheduled_at }: UpdateEmailInput, options: StepOptions = {}): Promise<UpdateEmailOutput> {
  "use step";
  await resend.send({ method: "PATCH", path: path`/emails/${email_id}`, json: { scheduled_at } }, options);
  return { id: email_id };
}
