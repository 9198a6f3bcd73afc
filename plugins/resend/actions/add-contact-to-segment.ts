import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { contactId, segmentId } from "../fields.ts";

/** Puts a contact into a segment. */
export const addContactToSegment = defineAction({
  name: "addContactToSegment",
  label: "Add a contact to a segment",
  description: "Puts a contact into a segment.",
  input: z.strictObject({
    contact_id: contactId,
    segment_id: segmentId,
  }),
  output: z.object({ contact_id: z.string(), segment_id: z.string() }),
});
