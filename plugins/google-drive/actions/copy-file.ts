import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { file, fileId, folderId } from "../fields.ts";

/** Copies a file. */
export const copyFile = defineAction({
  name: "copyFile",
  label: "Copy a file",
  description: "Copies a file, for example a template. Folders cannot be copied.",
  input: z.strictObject({
    fileId,
    name: z.string().min(1).optional().meta({ label: "Name of the copy", example: "Contract for Ada" }),
    folderId: folderId.meta({
      label: "To folder",
      help: "Its address, or the id in it; otherwise beside the original.",
      example: "0BwwA4oUTeiV1TGRPeTVjaWRDY1E",
    }),
  }),
  output: file,
});
