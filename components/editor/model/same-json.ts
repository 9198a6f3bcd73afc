/** Whether two JSON values say the same; the order of an object's keys and keys that hold undefined count for nothing. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
  }
  return sameEntries(a, b) && sameEntries(b, a);
}

/** Whether every key of the first that holds something holds the same in the second. */
function sameEntries(a: object, b: object): boolean {
  const other = new Map<string, unknown>(Object.entries(b));
  return Object.entries(a).every(([key, value]) => value === undefined || sameJson(value, other.get(key)));
}
