import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { file, fileId } from "../fields.ts";

/** Moves a file to another folder. */
export const moveFile = defineAction({
  name: "moveFile",
  label: "Move a file",
  description: "Moves a file or folder to another folder.",
  input: z.strictObject({
    fileId,
    folderId: z
      .string()
      .min(1)
      .meta({ label: "To folder", help: "Its address, or the id in it.", example: "0BwwA4oUTeiV1TGRPeTVjaWRDY1E" }),
  }),
  output: file,
});
