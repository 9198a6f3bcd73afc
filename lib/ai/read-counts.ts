import type { LanguageModelUsage } from "ai";

/** No model reads or writes more in one call. */
const MOST_TOKENS = 10_000_000;
/** An estimate is at most so many times what the strictest tokenizer counts. */
const LARGEST_ERROR = 8;

export interface Counts {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Whether one of them is our estimate. */
  readonly estimated: boolean;
}

/**
 * What a provider counted, as far as it can be true: a whole number that is neither negative nor beyond every model, nor far less than what was seen
 * to be sent and received. Else the estimate.
 */
export function readCounts(
  usage: Pick<LanguageModelUsage, "inputTokens" | "outputTokens"> | undefined,
  estimate: { readonly inputTokens: number; readonly outputTokens: number },
): Counts {
  // A server may count only what it had not read before, so that little input is plausible; none is not.
  const inputTokens = readCount(usage?.inputTokens, Math.min(1, estimate.inputTokens));
  const outputTokens = readCount(usage?.outputTokens, Math.ceil(estimate.outputTokens / LARGEST_ERROR));
  return {
    inputTokens: inputTokens ?? estimate.inputTokens,
    outputTokens: outputTokens ?? estimate.outputTokens,
    estimated: inputTokens === undefined || outputTokens === undefined,
  };
}

function readCount(count: number | undefined, least: number): number | undefined {
  return Number.isSafeInteger(count) && count !== undefined && count >= least && count <= MOST_TOKENS ? count : undefined;
}
