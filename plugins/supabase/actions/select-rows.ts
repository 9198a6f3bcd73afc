import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { filters, limit, returned, schema, table } from "../fields.ts";

/** Reads the rows of a table or a view that meet all conditions. */
export const selectRows = defineAction({
  name: "selectRows",
  label: "Select rows",
  description: "Reads the rows of a table or a view that meet all conditions.",
  input: z.strictObject({
    table,
    select: z.string().optional().meta({
      label: "Columns",
      help: "Separated by commas; * for all, and author(name) for those of a related table.",
      default: "*",
      example: "id,name,status,total",
    }),
    filters: filters.optional().meta({
      label: "Where",
      help: "Conditions that must all hold. is compares with null, true or false; in takes a list; * stands for any text in like and ilike.",
      example: [
        { column: "status", op: "in", value: ["open", "late"] },
        { column: "total", op: "gt", value: 10 },
      ],
    }),
    order: z
      .array(
        z.strictObject({ column: z.string(), direction: z.enum(["asc", "desc"]).optional(), nulls: z.enum(["first", "last"]).optional() }),
      )
      .optional()
      .meta({
        label: "Order by",
        help: "Without an order, many rows may come twice or not at all.",
        example: [{ column: "total", direction: "desc" }],
      }),
    schema,
    limit,
  }),
  output: returned,
});
