import type { StepOptions } from "../../kit/step-options.ts";
import { tiesOf } from "../associations.ts";
import { createObject } from "../create-object.ts";
import type { CreateNoteInput, CreateNoteOutput } from "../types.generated.ts";

/** Writes a note on the timeline of other records. */
export async function createNote(input: CreateNoteInput, options: StepOptions = {}): Promise<CreateNoteOutput> {
  "use step";
  const { contactId, companyId, dealId, ticketId, ...fields } = input;
  const ties = tiesOf("note", { contactId, companyId, dealId, ticketId });
  const { id, createdAt, updatedAt } = await createObject("notes", { hs_timestamp: new Date(), ...fields }, ties, options);
  return { id, createdAt, updatedAt };
}
