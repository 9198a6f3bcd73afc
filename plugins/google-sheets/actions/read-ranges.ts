import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { cell, spreadsheetId, valueRenderOption } from "../fields.ts";

/** Reads several ranges as lists of cells. */
export const readRanges = defineAction({
  name: "readRanges",
  label: "Read ranges",
  description: "Reads the cells of one or more ranges, row by row, with one call.",
  input: z.strictObject({
    spreadsheetId,
    ranges: z
      .array(z.string().min(1))
      .min(1)
      .max(100)
      .meta({ label: "Ranges", help: "In A1 notation, with the sheet.", example: ["Orders!A1:B2", "'Price list'!C:C"] }),
    valueRenderOption,
  }),
  output: z.object({
    valueRanges: z
      .array(z.object({ range: z.string(), values: z.array(z.array(cell)).meta({ help: "Without empty rows and cells at the end." }) }))
      .meta({ label: "Ranges" }),
  }),
});
