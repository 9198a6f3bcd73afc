import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Reads a feed. */
export const readFeed = defineAction({
  name: "readFeed",
  label: "Read a feed",
  description:
    "Reads an RSS, Atom or JSON feed and gives its entries, all in one shape. Give the time of the last look to get what is new.",
  input: z.strictObject({
    url: z
      .string()
      .min(1)
      .meta({ label: "URL", help: "The address of the feed itself, not of the page.", example: "https://example.com/feed.xml" }),
    since: z
      .string()
      .optional()
      .meta({ label: "Newer than", help: "An ISO 8601 time; entries without a date are kept.", example: "2029-12-31T00:00:00Z" }),
    limit: z.int().min(1).max(1_000).optional().meta({ label: "At most", default: 100, example: 20 }),
  }),
  output: z.object({
    format: z.enum(["rss", "atom", "rdf", "json"]).meta({ label: "Format" }),
    title: z.string().nullable().meta({ label: "Title" }),
    url: z.string().nullable().meta({ label: "Page of the feed" }),
    items: z
      .array(
        z.object({
          id: z.string().nullable().meta({ help: "What the feed names the entry by; its address where it names none." }),
          title: z.string().nullable(),
          url: z.string().nullable(),
          author: z.string().nullable(),
          published: z.string().nullable().meta({ help: "ISO 8601, in UTC." }),
          summary: z.string().nullable(),
          content: z.string().nullable().meta({ help: "HTML as the feed has it." }),
          categories: z.array(z.string()),
          enclosures: z.array(z.object({ url: z.string(), type: z.string().nullable() })),
        }),
      )
      .meta({ label: "Entries" }),
  }),
});
