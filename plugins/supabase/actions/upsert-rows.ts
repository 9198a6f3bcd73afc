import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { returned, rows, schema, table } from "../fields.ts";

/** Adds rows to a table; where one is there already, it is changed or left as it is. */
export const upsertRows = defineAction({
  name: "upsertRows",
  label: "Insert or update rows",
  description: "Adds rows to a table; where one is there already, it is changed or left as it is.",
  input: z.strictObject({
    table,
    rows: rows.meta({
      label: "Rows",
      help: "By column; a column left out gets its default.",
      code: "json",
      example: [{ id: 1, name: "Ada" }],
    }),
    on_conflict: z
      .array(z.string())
      .optional()
      .meta({ label: "The same by", help: "The columns of a unique constraint; the primary key when left out.", example: ["name"] }),
    resolution: z
      .enum(["merge-duplicates", "ignore-duplicates"])
      .optional()
      .meta({ label: "A row that is there is", default: "merge-duplicates", example: "ignore-duplicates" }),
    schema,
  }),
  output: returned,
});
