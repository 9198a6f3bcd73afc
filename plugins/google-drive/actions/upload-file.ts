import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { content, file, folderId } from "../fields.ts";

/** Puts a file into Drive. */
export const uploadFile = defineAction({
  name: "uploadFile",
  label: "Upload a file",
  description: "Puts a new file into Google Drive, from base64 or from text, and turns it into a Google document if you like.",
  input: z.strictObject({
    name: z.string().min(1).meta({ label: "Name", example: "hello.txt" }),
    ...content,
    mimeType: z.string().optional().meta({ label: "Type", help: "Of the content.", example: "text/plain" }),
    folderId,
    description: z.string().optional().meta({ label: "Description", example: "A greeting" }),
    convertTo: z
      .enum(["application/vnd.google-apps.document", "application/vnd.google-apps.spreadsheet", "application/vnd.google-apps.presentation"])
      .optional()
      .meta({
        label: "Turn into",
        help: "A Google document, spreadsheet or presentation.",
        example: "application/vnd.google-apps.document",
      }),
  }),
  output: file,
});
