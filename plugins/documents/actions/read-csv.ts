import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Reads a CSV file. */
export const readCsv = defineAction({
  name: "readCsv",
  label: "Read CSV",
  description: "Turns CSV text into rows: objects by the names of the first line, or lists. Every value is a text.",
  input: z.strictObject({
    content: z.string().meta({ label: "Content", multiline: true, example: "sku,left\nloom-01,3\n" }),
    encoding: z.enum(["text", "base64"]).optional().meta({ label: "Given as", default: "text" }),
    delimiter: z
      .string()
      .min(1)
      .max(5)
      .optional()
      .meta({ label: "Delimiter", help: "Found by itself among comma, semicolon, tab and bar.", example: "," }),
    header: z.boolean().optional().meta({ label: "First line names the columns", default: true }),
  }),
  output: z.object({
    rows: z.array(z.any().meta({ typeParameter: true })).meta({ label: "Rows" }),
    columns: z.array(z.string()).meta({ label: "Columns", help: "Empty without a first line of names." }),
  }),
});
