import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { keepFields, pathname, written } from "../fields.ts";

/** Stores a file. */
export const putBlob = defineAction({
  name: "putBlob",
  label: "Store a file",
  description: "Stores a text or a file under a path and gives its address.",
  input: z.strictObject({
    pathname: pathname.meta({ label: "Path", example: "invoices/1.txt" }),
    content: z.string().meta({ label: "Content", multiline: true, example: "Hello" }),
    encoding: z.enum(["text", "base64"]).optional().meta({ label: "The content is", default: "text", example: "text" }),
    ...keepFields,
  }),
  output: written,
});
