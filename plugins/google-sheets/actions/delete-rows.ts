import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { sheet, spreadsheetId } from "../fields.ts";

/** Removes rows, so that those below move up. */
export const deleteRows = defineAction({
  name: "deleteRows",
  label: "Delete rows",
  description: "Removes rows from a sheet; the rows below move up.",
  input: z.strictObject({
    spreadsheetId,
    sheet,
    rowNumber: z.int().min(1).meta({ label: "First row", help: "As the sheet counts, the header row included.", example: 7 }),
    count: z.int().min(1).optional().meta({ label: "How many", default: 1, example: 2 }),
  }),
  output: z.object({ deletedRows: z.int().meta({ label: "Rows" }) }),
});
