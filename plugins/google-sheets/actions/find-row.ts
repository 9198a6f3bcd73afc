import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { headerRow, sheet, spreadsheetId, valueRenderOption } from "../fields.ts";

/** Finds the first row with a value in a column. */
export const findRow = defineAction({
  name: "findRow",
  label: "Find a row",
  description: "Finds the first row that holds a value in a column. It gives no row, rather than failing, when there is none.",
  input: z.strictObject({
    spreadsheetId,
    sheet,
    column: z.string().min(1).meta({ label: "Column", help: "Its name in the header row.", example: "Email" }),
    value: z
      .union([z.string(), z.number(), z.boolean()])
      .meta({ label: "Value", help: "The whole content of the cell.", example: "ada@example.com" }),
    headerRow,
    valueRenderOption,
  }),
  output: z.object({
    found: z.boolean().meta({ label: "Found" }),
    row: z.any().meta({ typeParameter: true }).nullable().meta({ label: "Row", help: "By column name; null when there is none." }),
    rowNumber: z.int().nullable().meta({ label: "Row number" }),
  }),
});
