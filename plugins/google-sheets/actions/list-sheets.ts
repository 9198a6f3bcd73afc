import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { spreadsheetId } from "../fields.ts";

/** Lists the sheets of a spreadsheet. */
export const listSheets = defineAction({
  name: "listSheets",
  label: "List sheets",
  description: "Lists the sheets of a spreadsheet with their names and sizes.",
  input: z.strictObject({ spreadsheetId }),
  output: z.object({
    title: z.string().meta({ label: "Title", help: "Of the spreadsheet." }),
    spreadsheetUrl: z.string().meta({ label: "Address" }),
    sheets: z
      .array(
        z.object({
          sheetId: z.int(),
          title: z.string(),
          index: z.int(),
          hidden: z.boolean(),
          rowCount: z.int(),
          columnCount: z.int(),
        }),
      )
      .meta({ label: "Sheets" }),
  }),
});
