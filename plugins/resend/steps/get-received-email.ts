import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { GetReceivedEmailInput, GetReceivedEmailOutput } from "../types.generated.ts";

/** Gets an e-mail that came in, with its content and its headers. */
export async function getReceivedEmail({ email_id }: GetReceivedEmailInput, options: StepOptions = {}): Promise<GetReceivedEmailOutput> {
  "use step";
  return resend.send({ path: path`/emails/receiving/${email_id}` }, options);
}
