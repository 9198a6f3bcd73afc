import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { sheet, spreadsheetId } from "../fields.ts";

/** Empties cells and keeps their format. */
export const clearValues = defineAction({
  name: "clearValues",
  label: "Clear cells",
  description: "Empties the cells of a range or of a whole sheet; their format stays.",
  input: z.strictObject({
    spreadsheetId,
    sheet,
    range: z.string().min(1).optional().meta({ label: "Range", help: "In A1 notation; without one, the whole sheet.", example: "A2:F100" }),
  }),
  output: z.object({ clearedRange: z.string().meta({ label: "Range" }) }),
});
