import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Lists pipelines and their stages. */
export const listPipelines = defineAction({
  name: "listPipelines",
  label: "List pipelines",
  description: "Lists the pipelines of deals or tickets with their stages.",
  input: z.strictObject({ objectType: z.enum(["deals", "tickets"]).meta({ label: "Kind", example: "deals" }) }),
  output: z.object({
    pipelines: z
      .array(z.object({ id: z.string(), label: z.string(), stages: z.array(z.object({ id: z.string(), label: z.string() })) }))
      .meta({ label: "Pipelines" }),
  }),
});
