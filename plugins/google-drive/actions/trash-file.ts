import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { file, fileId } from "../fields.ts";

/** Moves a file to the trash. */
export const trashFile = defineAction({
  name: "trashFile",
  label: "Move a file to the trash",
  description: "Moves a file or folder to the trash, where Drive keeps it for 30 days.",
  input: z.strictObject({ fileId }),
  output: file,
});
