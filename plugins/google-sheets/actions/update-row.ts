import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { headerRow, rowValues, sheet, spreadsheetId, updated, valueInputOption } from "../fields.ts";

/** Changes cells of one row. */
export const updateRow = defineAction({
  name: "updateRow",
  label: "Update a row",
  description: "Changes cells of the row with a number. Columns that are not named keep what they hold.",
  input: z.strictObject({
    spreadsheetId,
    sheet,
    rowNumber: z.int().min(1).meta({ label: "Row number", help: "As the sheet counts, the header row included.", example: 7 }),
    values: rowValues.meta({
      label: "Values",
      help: "An object by column name, or the cells in order; null keeps a cell.",
      example: { Status: "shipped" },
    }),
    headerRow,
    valueInputOption,
  }),
  output: z.object(updated),
});
