import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { returned, rows, schema, table } from "../fields.ts";

/** Adds rows to a table and gives them back as they are stored. */
export const insertRows = defineAction({
  name: "insertRows",
  label: "Insert rows",
  description: "Adds rows to a table and gives them back as they are stored.",
  input: z.strictObject({
    table,
    rows,
    schema,
  }),
  output: returned,
});
