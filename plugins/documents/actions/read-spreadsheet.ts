import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Reads a sheet of an Excel file. */
export const readSpreadsheet = defineAction({
  name: "readSpreadsheet",
  label: "Read a spreadsheet",
  description:
    "Turns a sheet of an Excel file (.xlsx) into rows: objects by the names of the first line, or lists. Dates come as ISO 8601 texts, empty cells as null.",
  input: z.strictObject({
    content: z.string().meta({ label: "Content", help: "The file as base64, as an HTTP request gives it.", example: "UEsDBA==" }),
    sheet: z.string().optional().meta({ label: "Sheet", help: "Its name; the first one without it.", example: "Orders" }),
    header: z.boolean().optional().meta({ label: "First line names the columns", default: true }),
  }),
  output: z.object({
    rows: z.array(z.any().meta({ typeParameter: true })).meta({ label: "Rows" }),
    columns: z.array(z.string()).meta({ label: "Columns" }),
    sheets: z.array(z.string()).meta({ label: "Names of all sheets" }),
  }),
});
