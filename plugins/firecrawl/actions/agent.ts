import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Lets an agent find data anywhere on the web. */
export const agent = defineAction({
  name: "agent",
  label: "Research with an agent",
  description: "Lets an agent search and read the web until it has the data that a prompt asks for. The workflow sleeps meanwhile.",
  polls: true,
  input: z.strictObject({
    prompt: z
      .string()
      .min(1)
      .max(10_000)
      .meta({ label: "What data", multiline: true, example: "Founders of Example Ltd, with their roles." }),
    urls: z
      .array(z.url())
      .optional()
      .meta({ label: "Where to begin", example: ["https://example.com"] }),
    strictConstrainToURLs: z.boolean().optional().meta({ label: "Nowhere else", default: false, example: true }),
    schema: z
      .record(z.string(), z.any())
      .optional()
      .meta({
        label: "JSON Schema",
        code: "json",
        example: { type: "object", properties: { founders: { type: "array", items: { type: "string" } } }, required: ["founders"] },
      }),
    maxCredits: z.int().min(1).optional().meta({ label: "Most credits", default: 2_500, example: 500 }),
    model: z.enum(["spark-2", "spark-1-mini", "spark-1-pro"]).optional().meta({ label: "Model", example: "spark-1-mini" }),
  }),
  output: z.object({
    id: z.string().meta({ label: "Job" }),
    data: z.any().meta({ label: "Data", typeParameter: true }),
    creditsUsed: z.number().nullable().meta({ label: "Credits used" }),
  }),
});
