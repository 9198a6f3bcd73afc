import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { CancelEmailInput, CancelEmailOutput } from "../types.generated.ts";

/** Cancels an e-mail that waits for its time. */
export async function cancelEmail({ email_id }: CancelEmailInput, options: StepOptions = {}): Promise<CancelEmailOutput> {
  "use step";
  await resend.send({ method: "POST", path: path`/emails/${email_id}/cancel` }, options);
  return { id: email_id };
}
