import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { filters, returned, schema, table } from "../fields.ts";

/** Deletes all rows of a table that meet the conditions, of which there must be one, and gives them back. */
export const deleteRows = defineAction({
  name: "deleteRows",
  label: "Delete rows",
  description: "Deletes all rows of a table that meet the conditions, of which there must be one, and gives them back.",
  input: z.strictObject({
    table,
    filters: filters.min(1).meta({
      label: "Where",
      help: "Conditions that must all hold, at least one.",
      example: [{ column: "status", op: "eq", value: "open" }],
    }),
    schema,
  }),
  output: returned,
});
