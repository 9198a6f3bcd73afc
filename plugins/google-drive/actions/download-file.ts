import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { fileId } from "../fields.ts";

/** Takes a file out of Drive. */
export const downloadFile = defineAction({
  name: "downloadFile",
  label: "Download a file",
  description: "Takes the content of a file out of Google Drive. Google's own documents are exported.",
  input: z.strictObject({
    fileId,
    exportAs: z.string().optional().meta({
      label: "Export as",
      help: "The type a Google document becomes, for example application/pdf, text/csv or text/markdown. By default PDF, and XLSX for spreadsheets.",
      example: "text/csv",
    }),
  }),
  output: z.object({
    id: z.string().meta({ label: "File id" }),
    name: z.string().meta({ label: "Name" }),
    mimeType: z.string().meta({ label: "Type", help: "Of the content." }),
    size: z.int().meta({ label: "Bytes" }),
    content: z.string().meta({ label: "Content", help: "As base64." }),
    text: z.string().nullable().meta({ label: "Text", help: "When the content is text, such as CSV or JSON; else null." }),
  }),
});
