import { fatal } from "../kit/failure.ts";

/** The error of an answer that the provider did not finish; undefined for a whole one. */
export function endedEarly(label: string, finishReason: string | undefined): Error | undefined {
  if (finishReason === "length") {
    return fatal(`${label}: the answer is longer than maxOutputTokens or the model allows.`, { name: "AnswerTooLong" });
  }
  if (finishReason === "content-filter") return fatal(`${label}: a filter withheld the answer.`, { name: "ContentFilter" });
  return undefined;
}
