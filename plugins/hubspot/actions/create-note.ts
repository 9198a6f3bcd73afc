import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { ownerId, ties } from "../fields.ts";

/** Writes a note. */
export const createNote = defineAction({
  name: "createNote",
  label: "Create a note",
  description: "Writes a note on the timeline of a contact, company, deal or ticket.",
  input: z.strictObject({
    hs_note_body: z
      .string()
      .min(1)
      .max(65_536)
      .meta({ label: "Text", help: "HTML is allowed.", code: "html", example: "<p>She called again.</p>" }),
    hs_timestamp: z.string().optional().meta({ label: "Time", help: "ISO 8601; otherwise now.", example: "2027-01-31T09:00:00Z" }),
    hubspot_owner_id: ownerId,
    ...ties,
  }),
  output: z.object({
    id: z.string().meta({ label: "Note id" }),
    createdAt: z.string().meta({ label: "Created" }),
    updatedAt: z.string().meta({ label: "Changed" }),
  }),
});
