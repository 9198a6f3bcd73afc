import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { spreadsheetId, valueInputOption } from "../fields.ts";

/** Writes several ranges. */
export const updateRanges = defineAction({
  name: "updateRanges",
  label: "Update ranges",
  description: "Writes the cells of one or more ranges, row by row, with one call.",
  input: z.strictObject({
    spreadsheetId,
    data: z
      .array(z.strictObject({ range: z.string().min(1), values: z.array(z.array(z.any())) }))
      .min(1)
      .max(1_000)
      .meta({
        label: "Ranges",
        help: "The range in A1 notation with the sheet, and its rows; null keeps a cell.",
        example: [{ range: "Orders!A2:B2", values: [["ada@example.com", 12.5]] }],
      }),
    valueInputOption,
  }),
  output: z.object({
    totalUpdatedRows: z.int().meta({ label: "Rows" }),
    totalUpdatedCells: z.int().meta({ label: "Cells" }),
  }),
});
