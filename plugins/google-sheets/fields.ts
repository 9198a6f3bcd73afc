import { z } from "zod";

/** The fields that most actions on a spreadsheet begin with. */
export const spreadsheetId = z
  .string()
  .min(1)
  .meta({ label: "Spreadsheet", help: "Its address, or the id in it.", example: "1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms" });

export const sheet = z
  .string()
  .min(1)
  .meta({
    label: "Sheet",
    help: "The name on its tab.",
    example: "Orders",
    options: { action: "listSheets", list: "sheets", value: "title", label: "title" },
  });

export const headerRow = z
  .int()
  .min(1)
  .optional()
  .meta({ label: "Header row", help: "The row that names the columns.", default: 1, example: 1 });

/** A row by column name, or its cells in order. */
export const rowValues = z.union([z.record(z.string(), z.any()), z.array(z.any())]);

export const valueInputOption = z.enum(["RAW", "USER_ENTERED"]).optional().meta({
  label: "Read values as",
  help: "RAW keeps a text as it is. USER_ENTERED reads it as if typed: as dates, numbers and formulas, so do not use it with what strangers wrote.",
  default: "RAW",
  example: "USER_ENTERED",
});

export const valueRenderOption = z.enum(["FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA"]).optional().meta({
  label: "Give values as",
  help: "UNFORMATTED_VALUE gives numbers as numbers, FORMATTED_VALUE everything as it is shown, FORMULA the formulas.",
  default: "UNFORMATTED_VALUE",
  example: "FORMATTED_VALUE",
});

/** What a cell holds. */
export const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** What a change of cells gives. */
export const updated = {
  updatedRange: z.string().meta({ label: "Range", help: "In A1 notation." }),
  updatedRows: z.int().meta({ label: "Rows" }),
  updatedCells: z.int().meta({ label: "Cells" }),
};
