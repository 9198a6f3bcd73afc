import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { schema } from "../fields.ts";

/** Calls a function of the database with named arguments. */
export const callFunction = defineAction({
  name: "callFunction",
  label: "Call a function",
  description: "Calls a function of the database with named arguments.",
  input: z.strictObject({
    function: z.string().min(1).meta({ label: "Function", example: "match_documents" }),
    args: z
      .record(z.string(), z.any())
      .optional()
      .meta({ label: "Arguments", help: "By name.", code: "json", example: { query: "engines", match_count: 3 } }),
    schema,
  }),
  output: z.object({ result: z.any().meta({ typeParameter: true, label: "Result" }) }),
});
