import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../list-pages.ts";
import type { ListReceivedEmailsInput, ListReceivedEmailsOutput } from "../types.generated.ts";

/** Lists the e-mails that came in, the newest first. */
export async function listReceivedEmails(
  { limit = 100 }: ListReceivedEmailsInput,
  options: StepOptions = {},
): Promise<ListReceivedEmailsOutput> {
  "use step";
  return { emails: await listPages("/emails/receiving", {}, limit, options) };
}
