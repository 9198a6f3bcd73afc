import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../list-pages.ts";
import type { ListEmailsInput, ListEmailsOutput } from "../types.generated.ts";

/** Lists the e-mails that were sent, the newest first. */
export async function listEmails({ limit = 100 }: ListEmailsInput, options: StepOptions = {}): Promise<ListEmailsOutput> {
  "use step";
  return { emails: await listPages("/emails", {}, limit, options) };
}
