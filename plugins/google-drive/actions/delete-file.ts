import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { fileId } from "../fields.ts";

/** Removes a file for good. */
export const deleteFile = defineAction({
  name: "deleteFile",
  label: "Delete a file",
  description: "Removes a file, or a folder and all it holds, for good, past the trash.",
  input: z.strictObject({ fileId }),
  output: z.object({ id: z.string().meta({ label: "File id" }), deleted: z.literal(true).meta({ label: "Deleted" }) }),
});
