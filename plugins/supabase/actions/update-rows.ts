import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { filters, returned, schema, table } from "../fields.ts";

/** Changes all rows of a table that meet the conditions, of which there must be one, and gives them back. */
export const updateRows = defineAction({
  name: "updateRows",
  label: "Update rows",
  description: "Changes all rows of a table that meet the conditions, of which there must be one, and gives them back.",
  input: z.strictObject({
    table,
    filters: filters.min(1).meta({
      label: "Where",
      help: "Conditions that must all hold, at least one.",
      example: [{ column: "status", op: "eq", value: "open" }],
    }),
    values: z.record(z.string(), z.any()).meta({ label: "New values", help: "By column.", code: "json", example: { status: "paid" } }),
    schema,
  }),
  output: returned,
});
