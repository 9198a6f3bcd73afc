import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Reads the text of a PDF. */
export const readPdf = defineAction({
  name: "readPdf",
  label: "Read a PDF",
  description: "Takes the text out of a PDF, page by page. A scanned page holds no text.",
  input: z.strictObject({
    content: z.string().meta({ label: "Content", help: "The file as base64, as an HTTP request gives it.", example: "JVBERi0=" }),
    pages: z.int().min(1).max(2_000).optional().meta({ label: "At most this many pages", default: 200, example: 2 }),
  }),
  output: z.object({
    text: z.string().meta({ label: "Text", help: "Of all pages read." }),
    pages: z.array(z.string()).meta({ label: "Text of each page" }),
    pageCount: z.int().meta({ label: "Pages", help: "That the file has." }),
    title: z.string().nullable().meta({ label: "Title" }),
    author: z.string().nullable().meta({ label: "Author" }),
  }),
});
