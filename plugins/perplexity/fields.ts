import { z } from "zod";

const date = z.string().regex(/^\d{1,2}\/\d{1,2}\/\d{4}$/, "Must be month/day/year, such as 3/1/2026.");

/** What is searched. */
export const searchFields = {
  search_mode: z
    .enum(["web", "academic", "sec"])
    .optional()
    .meta({ label: "Where", help: "The web, scholarly works, or filings at the SEC.", default: "web", example: "academic" }),
  search_recency_filter: z
    .enum(["hour", "day", "week", "month", "year"])
    .optional()
    .meta({ label: "How new", help: "The last hour, day …", example: "month" }),
  search_domain_filter: z
    .array(z.string().min(1))
    .max(20)
    .optional()
    .meta({ label: "Sites", help: "Only these; with a minus before all of them, all but these.", example: ["example.com"] }),
  search_language_filter: z
    .array(z.string().regex(/^[a-z]{2}$/, "Must be two small letters, such as en."))
    .max(20)
    .optional()
    .meta({ label: "Languages", help: "Two letters each.", example: ["en", "de"] }),
  search_after_date_filter: date.optional().meta({ label: "Published after", help: "Month/day/year.", example: "3/1/2026" }),
  search_before_date_filter: date.optional().meta({ label: "Published before", help: "Month/day/year.", example: "6/30/2026" }),
};

/** What is asked. */
export const questionFields = {
  prompt: z.string().min(1).meta({ label: "Question", multiline: true, example: "What does a 2 kg parcel to France cost?" }),
  system: z
    .string()
    .optional()
    .meta({ label: "System prompt", help: "Style and form of the answer.", multiline: true, example: "Answer in one sentence." }),
  schema: z
    .record(z.string(), z.any())
    .optional()
    .meta({
      label: "JSON Schema",
      help: "What the answer should look like as data; it comes back as json.",
      code: "json",
      example: { type: "object", properties: { price: { type: "number" } }, required: ["price"] },
    }),
  max_tokens: z.int().min(1).max(128_000).optional().meta({ label: "Most output tokens", example: 1_000 }),
};

/** An answer with where it comes from. */
export const answerFields = {
  text: z.string().meta({ label: "Answer", help: "With [1], [2] … where it cites." }),
  json: z.any().meta({ label: "Data", help: "The answer as data, with a schema.", typeParameter: true }),
  citations: z.array(z.string()).meta({ label: "Citations", help: "Addresses; [1] is the first." }),
  search_results: z
    .array(z.object({ title: z.string(), url: z.string(), date: z.string().nullable(), snippet: z.string().nullable() }))
    .meta({ label: "Sources" }),
  images: z.array(z.object({ image_url: z.string(), origin_url: z.string().nullable() })).meta({ label: "Images" }),
  related_questions: z.array(z.string()).meta({ label: "Related questions" }),
  finish_reason: z.string().nullable().meta({ label: "Why it ended" }),
  model: z.string().meta({ label: "Model" }),
  usage: z
    .object({
      prompt_tokens: z.number(),
      completion_tokens: z.number(),
      total_tokens: z.number(),
      num_search_queries: z.number().nullable(),
      total_cost: z.number().nullable().meta({ help: "In dollars." }),
    })
    .nullable()
    .meta({ label: "Usage" }),
};
