import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { address, formatFields, loadFields, page } from "../fields.ts";

const { prompt: dataPrompt, ...formats } = formatFields;

/** Reads a whole site. */
export const crawl = defineAction({
  name: "crawl",
  label: "Crawl a site",
  description: "Reads a site page by page, following its links. The workflow sleeps while it is read.",
  polls: true,
  input: z.strictObject({
    url: address,
    limit: z.int().min(1).max(10_000).optional().meta({ label: "Most pages", default: 100, example: 20 }),
    prompt: z
      .string()
      .optional()
      .meta({ label: "Which pages", help: "In words; what is set below goes before it.", multiline: true, example: "Only the blog." }),
    includePaths: z
      .array(z.string())
      .optional()
      .meta({ label: "Only these paths", help: "Regular expressions.", example: ["^/blog/.*$"] }),
    excludePaths: z
      .array(z.string())
      .optional()
      .meta({ label: "Without these paths", help: "Regular expressions.", example: ["^/admin/.*$"] }),
    maxDiscoveryDepth: z.int().min(0).optional().meta({ label: "How deep", help: "Links to follow one after the other.", example: 3 }),
    sitemap: z.enum(["include", "skip", "only"]).optional().meta({ label: "Site map", default: "include", example: "include" }),
    crawlEntireDomain: z
      .boolean()
      .optional()
      .meta({ label: "The whole domain", help: "Not only what lies below the address.", default: false, example: true }),
    allowSubdomains: z.boolean().optional().meta({ label: "Subdomains too", default: false, example: true }),
    allowExternalLinks: z.boolean().optional().meta({ label: "Other sites too", default: false, example: false }),
    ignoreQueryParameters: z.boolean().optional().meta({ label: "Same page whatever the query", default: false, example: true }),
    delay: z.number().min(0).optional().meta({ label: "Pause between pages", help: "Seconds.", example: 1 }),
    maxConcurrency: z.int().min(1).optional().meta({ label: "At once", help: "Most pages read at the same time.", example: 5 }),
    ...formats,
    dataPrompt: dataPrompt.meta({
      ...dataPrompt.meta(),
      help: "In words: the data to take out of each page, with a schema or without one.",
    }),
    ...loadFields,
  }),
  output: z.object({
    id: z.string().meta({ label: "Job" }),
    pages: z.array(page).meta({ label: "Pages" }),
    total: z.number().meta({ label: "Pages tried" }),
    completed: z.number().meta({ label: "Pages read" }),
    creditsUsed: z.number().nullable().meta({ label: "Credits used" }),
  }),
});
