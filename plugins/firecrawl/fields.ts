import { z } from "zod";

/** What of a page is wanted. */
export const formatFields = {
  formats: z
    .array(z.enum(["markdown", "summary", "html", "rawHtml", "links", "images", "screenshot"]))
    .optional()
    .meta({ label: "What of the page", default: ["markdown"], example: ["markdown", "links"] }),
  schema: z
    .record(z.string(), z.any())
    .optional()
    .meta({
      label: "JSON Schema",
      help: "Data to take out of the page; it comes back as json.",
      code: "json",
      example: { type: "object", properties: { price: { type: "number" } }, required: ["price"] },
    }),
  prompt: z
    .string()
    .optional()
    .meta({ label: "What data", help: "In words, with a schema or without one.", multiline: true, example: "The price in euros." }),
};

/** How a page is loaded. */
export const loadFields = {
  onlyMainContent: z
    .boolean()
    .optional()
    .meta({ label: "Main content only", help: "Without navigation, header and footer.", default: true, example: true }),
  includeTags: z
    .array(z.string())
    .optional()
    .meta({ label: "Only these elements", help: "Tags, classes, ids.", example: ["article"] }),
  excludeTags: z
    .array(z.string())
    .optional()
    .meta({ label: "Without these elements", example: ["#advert"] }),
  waitFor: z
    .int()
    .min(0)
    .max(60_000)
    .optional()
    .meta({ label: "Wait before reading", help: "Milliseconds, for pages that load late.", example: 1_000 }),
  mobile: z.boolean().optional().meta({ label: "As a mobile phone", example: true }),
  maxAge: z.int().min(0).optional().meta({
    label: "Oldest copy",
    help: "Milliseconds; 0 always loads the page anew. Default two days.",
    default: 172_800_000,
    example: 3_600_000,
  }),
  location: z
    .strictObject({
      country: z.string().regex(/^[A-Z]{2}$/, "Must be two capital letters, such as DE."),
      languages: z.array(z.string()).optional(),
    })
    .optional()
    .meta({ label: "Seen from", help: "A country, and the languages to ask for.", example: { country: "DE", languages: ["de-DE"] } }),
  proxy: z.enum(["basic", "enhanced", "auto"]).optional().meta({ label: "Proxy", default: "auto", example: "auto" }),
};

/** Pages to read, as an address. */
export const address = z.url().meta({ label: "Address", example: "https://example.com/shop" });

const metadata = z.object({
  title: z.string().nullable(),
  description: z.string().nullable(),
  language: z.string().nullable(),
  sourceURL: z.string().nullable(),
  url: z.string().nullable(),
  statusCode: z.number().nullable(),
  contentType: z.string().nullable(),
  error: z.string().nullable(),
});

/** A page, with what was asked of it; the rest is null. */
export const page = z.object({
  markdown: z.string().nullable(),
  summary: z.string().nullable(),
  html: z.string().nullable(),
  rawHtml: z.string().nullable(),
  links: z.array(z.string()),
  images: z.array(z.string()),
  screenshot: z.string().nullable().meta({ help: "An address that works for a day." }),
  json: z.any().meta({ typeParameter: true, help: "The data that the schema or the prompt asked for." }),
  metadata,
});
