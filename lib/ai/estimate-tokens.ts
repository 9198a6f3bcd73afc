import { TokenMeter } from "./token-meter.ts";

/** About how many tokens a whole text is, as `TokenMeter` has it. */
export function estimateTokens(text: string): number {
  const meter = new TokenMeter();
  meter.add(text);
  return meter.tokens;
}
