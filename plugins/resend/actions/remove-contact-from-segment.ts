import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { contactId, segmentId } from "../fields.ts";

/** Takes a contact out of a segment. */
export const removeContactFromSegment = defineAction({
  name: "removeContactFromSegment",
  label: "Remove a contact from a segment",
  description: "Takes a contact out of a segment.",
  input: z.strictObject({
    contact_id: contactId,
    segment_id: segmentId,
  }),
  output: z.object({ contact_id: z.string(), segment_id: z.string(), deleted: z.literal(true) }),
});
