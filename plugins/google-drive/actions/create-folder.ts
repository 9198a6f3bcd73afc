import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { file, folderId } from "../fields.ts";

/** Makes a folder. */
export const createFolder = defineAction({
  name: "createFolder",
  label: "Create a folder",
  description: "Makes a folder in Google Drive.",
  input: z.strictObject({
    name: z.string().min(1).meta({ label: "Name", example: "Invoices 2027" }),
    folderId: folderId.meta({
      label: "In folder",
      help: "Its address, or the id in it; otherwise My Drive.",
      example: "0BwwA4oUTeiV1TGRPeTVjaWRDY1E",
    }),
    description: z.string().optional().meta({ label: "Description", example: "One for each month" }),
  }),
  output: file,
});
