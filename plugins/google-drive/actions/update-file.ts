import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { content, file, fileId } from "../fields.ts";

/** Changes a file. */
export const updateFile = defineAction({
  name: "updateFile",
  label: "Update a file",
  description: "Renames or describes a file, or replaces its content.",
  input: z.strictObject({
    fileId,
    name: z.string().min(1).optional().meta({ label: "Name", example: "hello-2.txt" }),
    description: z.string().optional().meta({ label: "Description", example: "A longer greeting" }),
    starred: z.boolean().optional().meta({ label: "Starred", example: true }),
    content: content.content.meta({ label: "New content", help: "As base64." }),
    text: content.text.meta({ label: "New text", help: "In place of base64.", multiline: true }),
    mimeType: z.string().optional().meta({ label: "Type", help: "Of the new content." }),
  }),
  output: file,
});
