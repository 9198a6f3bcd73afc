import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { contact, limit, segmentId } from "../fields.ts";

/** Lists the contacts of the account or of a segment. */
export const listContacts = defineAction({
  name: "listContacts",
  label: "List contacts",
  description: "Lists the contacts of the account or of a segment.",
  input: z.strictObject({
    segment_id: segmentId.optional().meta({
      label: "Segment",
      help: "Its id; without one, all contacts.",
      example: "78261eea-8f8b-4381-83c6-79fa7120f1cf",
      options: { action: "listSegments", list: "segments", value: "id", label: "name" },
    }),
    limit,
  }),
  output: z.object({ contacts: z.array(contact) }),
});
