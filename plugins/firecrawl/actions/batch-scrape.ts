import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { formatFields, loadFields, page } from "../fields.ts";

/** Reads many pages. */
export const batchScrape = defineAction({
  name: "batchScrape",
  label: "Read many pages",
  description: "Reads a list of pages at once. The workflow sleeps while they are read.",
  polls: true,
  input: z.strictObject({
    urls: z
      .array(z.url())
      .min(1)
      .max(1_000)
      .meta({ label: "Addresses", example: ["https://example.com/shop", "https://example.com/about"] }),
    ...formatFields,
    ...loadFields,
    maxConcurrency: z.int().min(1).optional().meta({ label: "At once", help: "Most pages read at the same time.", example: 5 }),
    ignoreInvalidURLs: z.boolean().optional().meta({ label: "Skip addresses that are none", default: true, example: true }),
  }),
  output: z.object({
    id: z.string().meta({ label: "Job" }),
    pages: z.array(page).meta({ label: "Pages" }),
    total: z.number().meta({ label: "Pages tried" }),
    completed: z.number().meta({ label: "Pages read" }),
    creditsUsed: z.number().nullable().meta({ label: "Credits used" }),
  }),
});
