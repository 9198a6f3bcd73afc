import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, query } from "../fields.ts";

/** Finds files by words in them, in all repositories the token can read. */
export const searchCode = defineAction({
  name: "searchCode",
  label: "Search code",
  description: "Finds files by words in them, in all repositories the token can read.",
  input: z.strictObject({
    q: query.meta({
      label: "Search for",
      help: "Words and qualifiers, for example addClass repo:jquery/jquery.",
      example: "addClass in:file language:js repo:jquery/jquery",
    }),
    limit,
  }),
  output: z.object({
    files: z
      .array(
        z.object({
          name: z.string(),
          path: z.string(),
          sha: z.string(),
          html_url: z.string(),
          repository: z.object({ full_name: z.string(), html_url: z.string() }),
        }),
      )
      .meta({ label: "Files" }),
  }),
});
