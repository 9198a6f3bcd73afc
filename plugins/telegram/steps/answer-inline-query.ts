import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { AnswerInlineQueryInput, AnswerInlineQueryOutput } from "../types.generated.ts";

/** Offers up to 50 articles to a person who typed the bot's name in a chat. */
export async function answerInlineQuery(
  { results, ...input }: AnswerInlineQueryInput,
  options: StepOptions = {},
): Promise<AnswerInlineQueryOutput> {
  "use step";
  const articles = results.map(({ message_text, parse_mode, ...article }) => ({
    type: "article",
    ...article,
    input_message_content: { message_text, parse_mode },
  }));
  await callBot("answerInlineQuery", { ...input, results: articles }, options);
  return { ok: true };
}
