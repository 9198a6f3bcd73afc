import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { place, recordId } from "../fields.ts";

/** Puts a file into a record. */
export const uploadAttachment = defineAction({
  name: "uploadAttachment",
  label: "Upload an attachment",
  description: "Adds a file of at most 5 MB to an attachment field of a record.",
  input: z.strictObject({
    baseId: place.baseId,
    recordId,
    field: z.string().min(1).meta({ label: "Field", help: "Its name or id.", example: "Invoice" }),
    filename: z.string().min(1).meta({ label: "File name", example: "invoice.txt" }),
    contentType: z.string().min(1).meta({ label: "Type", example: "text/plain" }),
    file: z.string().meta({ label: "Content", help: "As base64.", example: "aGVsbG8=" }),
  }),
  output: z.object({
    id: z.string().meta({ label: "Record id" }),
    createdTime: z.string().meta({ label: "Created" }),
    attachments: z
      .array(
        z.object({
          id: z.string(),
          url: z.string().meta({ help: "Good for about two hours." }),
          filename: z.string(),
          size: z.int(),
          type: z.string(),
        }),
      )
      .meta({ label: "Attachments", help: "All that the field now holds." }),
  }),
});
