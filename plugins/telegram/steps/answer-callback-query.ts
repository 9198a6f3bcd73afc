import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { AnswerCallbackQueryInput, AnswerCallbackQueryOutput } from "../types.generated.ts";

/** Ends the waiting of a person who pressed a button below a message, with a notice if you like. */
export async function answerCallbackQuery(input: AnswerCallbackQueryInput, options: StepOptions = {}): Promise<AnswerCallbackQueryOutput> {
  "use step";
  await callBot("answerCallbackQuery", input, options);
  return { ok: true };
}
