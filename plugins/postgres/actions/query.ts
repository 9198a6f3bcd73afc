import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Runs one SQL statement with bound parameters. */
export const query = defineAction({
  name: "query",
  label: "Run SQL",
  description:
    "Runs one SQL statement with bound parameters and gives its rows. A statement that changes something may run again after a crash: write it so that twice is harmless.",
  input: z.strictObject({
    sql: z.string().min(1).meta({
      label: "SQL",
      code: "sql",
      help: "One statement. Values go in as $1, $2, …; never write them into the text.",
      example: "select id, total from orders where id = $1",
    }),
    params: z
      .array(z.any())
      .max(1_000)
      .optional()
      .meta({
        label: "Parameters",
        help: "The values of $1, $2, … in order. Objects and lists of objects are sent as JSON.",
        example: ["1001"],
      }),
    readOnly: z.boolean().optional().meta({ label: "Read only", help: "The database refuses every change.", default: false }),
    maxRows: z
      .int()
      .min(1)
      .max(100_000)
      .optional()
      .meta({ label: "Most rows", help: "More is a failure; add a LIMIT.", default: 10_000, example: 100 }),
  }),
  output: z.object({
    rows: z
      .array(z.any().meta({ typeParameter: true }))
      .meta({ label: "Rows", help: "Times as ISO 8601, binary as base64, numeric and whole numbers too large for JavaScript as texts." }),
    rowCount: z.int().meta({ label: "Rows affected", help: "Read or changed." }),
  }),
});
