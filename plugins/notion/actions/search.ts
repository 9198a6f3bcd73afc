import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit } from "../fields.ts";

/** Finds pages and databases by title. */
export const search = defineAction({
  name: "search",
  label: "Search",
  description: "Finds pages and databases by words in their title, the last changed first.",
  input: z.strictObject({
    query: z.string().optional().meta({ label: "Words", example: "Order" }),
    object: z.enum(["page", "data_source"]).optional().meta({ label: "Only", help: "Pages, or the tables of databases.", example: "page" }),
    limit,
  }),
  output: z.object({
    results: z
      .array(
        z.object({
          id: z.string(),
          object: z.string().meta({ help: "page or data_source." }),
          title: z.string(),
          url: z.string(),
          last_edited_time: z.string().nullable(),
        }),
      )
      .meta({ label: "Found" }),
  }),
});
