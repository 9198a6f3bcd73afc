import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { formatFields } from "../fields.ts";

const found = {
  title: z.string().nullable(),
  url: z.string(),
  markdown: z.string().nullable(),
  html: z.string().nullable(),
  links: z.array(z.string()),
};

/** Searches the web. */
export const search = defineAction({
  name: "search",
  label: "Search the web",
  description: "Searches the web, news or images, and reads the pages it finds if asked to.",
  input: z.strictObject({
    query: z
      .string()
      .min(1)
      .max(500)
      .meta({ label: "Search for", help: "With operators such as site: and quotes.", example: "parcel prices 2026" }),
    limit: z.int().min(1).max(100).optional().meta({ label: "At most", help: "Of each kind.", default: 10, example: 5 }),
    sources: z
      .array(z.enum(["web", "news", "images"]))
      .min(1)
      .optional()
      .meta({ label: "Where", default: ["web"], example: ["web", "news", "images"] }),
    categories: z
      .array(z.enum(["github", "research", "pdf"]))
      .optional()
      .meta({ label: "Only", example: ["pdf"] }),
    includeDomains: z
      .array(z.string())
      .optional()
      .meta({ label: "Only these sites", help: "Not together with the next field.", example: ["example.com"] }),
    excludeDomains: z
      .array(z.string())
      .optional()
      .meta({ label: "Without these sites", example: ["example.org"] }),
    tbs: z
      .string()
      .optional()
      .meta({ label: "How new", help: "qdr:h, qdr:d, qdr:w, qdr:m or qdr:y: the last hour, day, week, month, year.", example: "qdr:m" }),
    country: z.string().optional().meta({ label: "Country", default: "US", example: "DE" }),
    location: z.string().optional().meta({ label: "Place", example: "Berlin,Germany" }),
    formats: formatFields.formats.meta({ label: "Read the pages as", help: "Without it, the pages are not read.", example: ["markdown"] }),
    timeout: z
      .int()
      .min(1_000)
      .max(300_000)
      .optional()
      .meta({ label: "Longest time", help: "Milliseconds.", default: 60_000, example: 90_000 }),
  }),
  output: z.object({
    web: z.array(z.object({ ...found, description: z.string().nullable() })).meta({ label: "Pages" }),
    news: z
      .array(z.object({ ...found, snippet: z.string().nullable(), date: z.string().nullable(), imageUrl: z.string().nullable() }))
      .meta({ label: "News" }),
    images: z
      .array(
        z.object({
          title: z.string().nullable(),
          url: z.string().nullable(),
          imageUrl: z.string(),
          imageWidth: z.number().nullable(),
          imageHeight: z.number().nullable(),
        }),
      )
      .meta({ label: "Images" }),
    warning: z.string().nullable().meta({ label: "Warning" }),
  }),
  examples: [
    { query: "parcel prices 2026" },
    {
      query: "parcel prices 2026",
      limit: 5,
      sources: ["web", "news", "images"],
      categories: ["pdf"],
      includeDomains: ["example.com"],
      tbs: "qdr:m",
      country: "DE",
      location: "Berlin,Germany",
      formats: ["markdown"],
      timeout: 90_000,
    },
  ],
});
