import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { GetEmailInput, GetEmailOutput } from "../types.generated.ts";

/** Gets an e-mail that was sent, its content and how far it has come. */
export async function getEmail({ email_id }: GetEmailInput, options: StepOptions = {}): Promise<GetEmailOutput> {
  "use step";
  return resend.send({ path: path`/emails/${email_id}` }, options);
}
