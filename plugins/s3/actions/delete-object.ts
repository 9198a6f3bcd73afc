import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { objectFields } from "../fields.ts";

/** Deletes an object. */
export const deleteObject = defineAction({
  name: "deleteObject",
  label: "Delete an object",
  description: "Deletes an object. One that is not there counts as deleted.",
  input: z.strictObject(objectFields),
  output: z.object({ bucket: z.string(), key: z.string(), deleted: z.literal(true) }),
});
