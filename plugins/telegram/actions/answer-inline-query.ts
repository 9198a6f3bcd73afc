import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { done } from "../fields.ts";

/** Offers up to 50 articles to a person who typed the bot's name in a chat. */
export const answerInlineQuery = defineAction({
  name: "answerInlineQuery",
  label: "Answer an inline query",
  description: "Offers up to 50 articles to a person who typed the bot's name in a chat.",
  input: z.strictObject({
    inline_query_id: z.string().meta({ label: "Inline query id", example: "4382bfdwdsb323b2d9" }),
    results: z
      .array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          description: z.string().optional(),
          message_text: z.string(),
          parse_mode: z.enum(["HTML", "MarkdownV2", "Markdown"]).optional(),
          url: z.string().optional(),
        }),
      )
      .max(50)
      .meta({
        label: "Articles",
        help: "What is shown (title, description) and what is sent when it is chosen (message_text).",
        example: [{ id: "1", title: "Hello", message_text: "Hello, world" }],
      }),
    cache_time: z.int().min(0).optional().meta({ label: "Keep for seconds", default: 300, example: 60 }),
    is_personal: z.boolean().optional().meta({ label: "For this person only", default: false, example: true }),
    next_offset: z.string().max(64).optional().meta({ label: "Next offset", help: "Comes back with the query for more.", example: "50" }),
  }),
  output: done,
});
