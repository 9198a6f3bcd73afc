import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { headerRow, sheet, spreadsheetId, valueInputOption } from "../fields.ts";

/** Updates rows found by a key column and adds the others. */
export const upsertRows = defineAction({
  name: "upsertRows",
  label: "Update or append rows",
  description: "Updates each row whose key column holds the same value, and appends the rows that are not there yet.",
  input: z.strictObject({
    spreadsheetId,
    sheet,
    key: z.string().min(1).meta({ label: "Key column", help: "Its name in the header row.", example: "Email" }),
    rows: z
      .array(z.record(z.string(), z.any()))
      .min(1)
      .meta({ label: "Rows", help: "Objects by column name, each with the key.", example: [{ Email: "ada@example.com", Status: "paid" }] }),
    appendMissing: z.boolean().optional().meta({ label: "Append what is missing", default: true, example: true }),
    headerRow,
    valueInputOption,
  }),
  output: z.object({
    updatedRows: z.array(z.int()).meta({ label: "Updated", help: "The numbers of the rows." }),
    appendedRows: z.int().meta({ label: "Appended", help: "How many." }),
    missing: z.array(z.string()).meta({ label: "Missing", help: "Keys that no row has, when nothing is appended." }),
  }),
});
