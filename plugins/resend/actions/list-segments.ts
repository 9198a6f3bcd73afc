import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit } from "../fields.ts";

/** Lists the groups of contacts. */
export const listSegments = defineAction({
  name: "listSegments",
  label: "List segments",
  description: "Lists the groups of contacts.",
  input: z.strictObject({
    limit,
  }),
  output: z.object({ segments: z.array(z.object({ id: z.string(), name: z.string(), created_at: z.string() })) }),
});
