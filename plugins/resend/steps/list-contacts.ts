import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../list-pages.ts";
import type { ListContactsInput, ListContactsOutput } from "../types.generated.ts";

/** Lists the contacts of the account or of a segment. */
export async function listContacts({ segment_id, limit = 100 }: ListContactsInput, options: StepOptions = {}): Promise<ListContactsOutput> {
  "use step";
  return { contacts: await listPages("/contacts", { segment_id }, limit, options) };
}
