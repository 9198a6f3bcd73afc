import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { headerRow, rowValues, sheet, spreadsheetId, updated, valueInputOption } from "../fields.ts";

/** Adds rows at the end of a sheet. */
export const appendRows = defineAction({
  name: "appendRows",
  label: "Append rows",
  description:
    "Adds rows below the last one. Objects are put under the columns that the header row names; an empty sheet gets a header row.",
  input: z.strictObject({
    spreadsheetId,
    sheet,
    rows: z
      .array(rowValues)
      .min(1)
      .meta({
        label: "Rows",
        help: "Objects by column name, or lists of cells.",
        example: [{ Email: "ada@example.com", Total: 12.5 }],
      }),
    newColumns: z.boolean().optional().meta({
      label: "Add missing columns",
      help: "Otherwise a field that no column is named after is an error.",
      default: false,
      example: true,
    }),
    headerRow,
    valueInputOption,
  }),
  output: z.object(updated),
});
