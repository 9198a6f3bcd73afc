import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Deletes a file that the app has uploaded. */
export const deleteFile = defineAction({
  name: "deleteFile",
  label: "Delete a file",
  description: "Deletes a file that the app has uploaded.",
  input: z.strictObject({
    file: z.string().meta({ label: "File id", example: "F0S43PZDF" }),
  }),
  output: z.object({ id: z.string(), deleted: z.literal(true) }),
});
