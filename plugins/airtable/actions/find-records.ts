import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { listing, place, record } from "../fields.ts";

/** Finds records by what a field holds. */
export const findRecords = defineAction({
  name: "findRecords",
  label: "Find records",
  description: "Finds the records of a table by what one of their fields holds.",
  input: z.strictObject({
    ...place,
    field: z.string().min(1).meta({ label: "Field", help: "Its name.", example: "Customer" }),
    match: z
      .enum(["equals", "contains", "startsWith", "isEmpty", "isNotEmpty"])
      .optional()
      .meta({ label: "Match", default: "equals", example: "contains" }),
    value: z
      .union([z.string(), z.number(), z.boolean()])
      .optional()
      .meta({ label: "Value", example: "Ada", shownWhen: { field: "match", is: ["equals", "contains", "startsWith"] } }),
    ...listing,
  }),
  output: z.object({ records: z.array(record).meta({ label: "Records" }) }),
});
