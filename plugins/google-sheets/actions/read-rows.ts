import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { headerRow, sheet, spreadsheetId, valueRenderOption } from "../fields.ts";

/** Reads a sheet as objects named by its header row. */
export const readRows = defineAction({
  name: "readRows",
  label: "Read rows",
  description: "Reads the rows of a sheet as objects whose fields are named by the header row.",
  input: z.strictObject({
    spreadsheetId,
    sheet,
    headerRow,
    valueRenderOption,
    limit: z.int().min(1).max(100_000).optional().meta({ label: "At most", default: 1_000, example: 50 }),
  }),
  output: z.object({
    rows: z
      .array(z.any().meta({ typeParameter: true }))
      .meta({ label: "Rows", help: "Without the empty ones. An empty cell is an empty text." }),
    rowNumbers: z.array(z.int()).meta({ label: "Row numbers", help: "Where each row stands in the sheet, in the same order." }),
    headers: z.array(z.string()).meta({ label: "Column names" }),
  }),
});
