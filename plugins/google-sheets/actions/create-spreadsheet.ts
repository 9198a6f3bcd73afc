import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Makes a spreadsheet. */
export const createSpreadsheet = defineAction({
  name: "createSpreadsheet",
  label: "Create a spreadsheet",
  description: "Makes a new spreadsheet in the root folder of Google Drive.",
  input: z.strictObject({
    title: z.string().min(1).meta({ label: "Title", example: "Orders 2027" }),
    sheets: z
      .array(z.string().min(1))
      .optional()
      .meta({ label: "Sheets", help: "Their names; otherwise there is one.", example: ["Orders", "Customers"] }),
    locale: z.string().optional().meta({ label: "Locale", help: "How numbers and dates are written.", example: "en_GB" }),
    timeZone: z.string().optional().meta({ label: "Time zone", example: "Europe/London" }),
  }),
  output: z.object({
    spreadsheetId: z.string().meta({ label: "Spreadsheet id" }),
    spreadsheetUrl: z.string().meta({ label: "Address" }),
    sheets: z.array(z.object({ sheetId: z.int(), title: z.string() })).meta({ label: "Sheets" }),
  }),
});
