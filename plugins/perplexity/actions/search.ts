import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { searchFields } from "../fields.ts";

/** Searches the web. */
export const search = defineAction({
  name: "search",
  label: "Search the web",
  description: "Gives the best pages for a query, with what they say, without an answer written by a model.",
  input: z.strictObject({
    query: z
      .union([z.string().min(1), z.array(z.string().min(1)).min(1).max(5)])
      .meta({ label: "Search for", help: "One query, or up to five about the same.", example: "parcel prices France" }),
    max_results: z.int().min(1).max(20).optional().meta({ label: "At most", default: 10, example: 5 }),
    max_tokens_per_page: z.int().min(1).optional().meta({ label: "Most tokens of a page", default: 4_096, example: 1_024 }),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, "Must be two capital letters, such as FR.")
      .optional()
      .meta({ label: "Seen from", help: "Two letters of a country.", example: "FR" }),
    ...searchFields,
  }),
  output: z.object({
    id: z.string(),
    results: z
      .array(
        z.object({
          title: z.string(),
          url: z.string(),
          snippet: z.string(),
          date: z.string().nullish(),
          last_updated: z.string().nullish(),
        }),
      )
      .meta({ label: "Pages" }),
  }),
});
