import type { CutValue } from "../api/run-schemas.ts";

/** The largest value, as JSON, that a timeline carries; others are asked for one by one. */
export const MOST_VALUE_BYTES = 16_384;

/** A value as a timeline shows it; the store has left a larger one out. */
export function cutValue(value: unknown, bytes: number): CutValue {
  return bytes > MOST_VALUE_BYTES ? { bytes } : { value: value ?? null, bytes };
}
