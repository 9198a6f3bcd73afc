import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { headerRow, sheet, spreadsheetId, valueRenderOption } from "../fields.ts";

/** Finds every row whose column matches. */
export const findRows = defineAction({
  name: "findRows",
  label: "Find rows",
  description: "Finds all rows that hold a value in a column.",
  input: z.strictObject({
    spreadsheetId,
    sheet,
    column: z.string().min(1).meta({ label: "Column", help: "Its name in the header row.", example: "Status" }),
    value: z.union([z.string(), z.number(), z.boolean()]).meta({ label: "Value", example: "open" }),
    match: z
      .enum(["equals", "contains"])
      .optional()
      .meta({ label: "Match", help: "Contains takes no notice of upper and lower case.", default: "equals", example: "contains" }),
    headerRow,
    valueRenderOption,
    limit: z.int().min(1).max(100_000).optional().meta({ label: "At most", default: 1_000, example: 20 }),
  }),
  output: z.object({
    rows: z.array(z.any().meta({ typeParameter: true })).meta({ label: "Rows" }),
    rowNumbers: z.array(z.int()).meta({ label: "Row numbers", help: "Where each row stands in the sheet, in the same order." }),
  }),
});
