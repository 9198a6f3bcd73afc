import type { CallUse } from "../api/ai-schemas.ts";
import type { Ended } from "./ask-model.ts";

export const NO_USE: CallUse = { inputTokens: 0, outputTokens: 0, dollars: null, requests: 0, estimated: false };

/** What a request has used with one more call. Dollars are of those calls whose price is known. */
export function addUse(use: CallUse, { inputTokens, outputTokens, dollars, estimated }: Ended): CallUse {
  return {
    inputTokens: use.inputTokens + inputTokens,
    outputTokens: use.outputTokens + outputTokens,
    dollars: dollars === null ? use.dollars : (use.dollars ?? 0) + dollars,
    requests: use.requests + 1,
    estimated: use.estimated || estimated,
  };
}
