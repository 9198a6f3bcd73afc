import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Takes data out of several pages. */
export const extract = defineAction({
  name: "extract",
  label: "Extract data from pages",
  description: "Takes data that fits a JSON Schema or a prompt out of several pages or a whole site. The workflow sleeps meanwhile.",
  polls: true,
  input: z.strictObject({
    urls: z
      .array(z.string())
      .min(1)
      .max(100)
      .meta({ label: "Addresses", help: "With /* at the end for all pages below.", example: ["https://example.com/shop/*"] }),
    prompt: z.string().optional().meta({ label: "What data", multiline: true, example: "Name and price of each product." }),
    schema: z
      .record(z.string(), z.any())
      .optional()
      .meta({
        label: "JSON Schema",
        code: "json",
        example: { type: "object", properties: { products: { type: "array", items: { type: "string" } } }, required: ["products"] },
      }),
    enableWebSearch: z.boolean().optional().meta({ label: "Look elsewhere too", default: false, example: false }),
    showSources: z.boolean().optional().meta({ label: "Tell the sources", default: false, example: true }),
    ignoreInvalidURLs: z.boolean().optional().meta({ label: "Skip addresses that are none", default: true, example: true }),
  }),
  output: z.object({
    id: z.string().meta({ label: "Job" }),
    data: z.any().meta({ label: "Data", typeParameter: true }),
    sources: z.array(z.string()).meta({ label: "Sources" }),
    tokensUsed: z.number().nullable().meta({ label: "Tokens used" }),
  }),
});
