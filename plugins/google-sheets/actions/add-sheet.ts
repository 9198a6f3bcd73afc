import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { spreadsheetId } from "../fields.ts";

/** Adds a sheet to a spreadsheet. */
export const addSheet = defineAction({
  name: "addSheet",
  label: "Add a sheet",
  description: "Adds a sheet to a spreadsheet, with a header row if you like.",
  input: z.strictObject({
    spreadsheetId,
    title: z.string().min(1).meta({ label: "Title", example: "March" }),
    headers: z
      .array(z.string())
      .min(1)
      .optional()
      .meta({ label: "Column names", example: ["Email", "Total"] }),
    index: z.int().min(0).optional().meta({ label: "Position", help: "From 0; otherwise at the end.", example: 0 }),
  }),
  output: z.object({
    sheetId: z.int().meta({ label: "Sheet id" }),
    title: z.string().meta({ label: "Title" }),
    index: z.int().meta({ label: "Position" }),
  }),
});
