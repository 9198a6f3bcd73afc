import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { deleted, segmentId } from "../fields.ts";

/** Deletes a group of contacts; the contacts stay. */
export const deleteSegment = defineAction({
  name: "deleteSegment",
  label: "Delete a segment",
  description: "Deletes a group of contacts; the contacts stay.",
  input: z.strictObject({
    id: segmentId,
  }),
  output: deleted,
});
