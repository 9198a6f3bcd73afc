/** Throws when `condition` is false: a bug of ours, never of the user's graph. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Weft bug: ${message}`);
}

/** Ends a switch over a union: the compiler proves that no case is left. */
export function unreachable(value: never): never {
  throw new Error(`Weft bug: unexpected ${JSON.stringify(value)}`);
}
