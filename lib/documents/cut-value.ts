/** JSON of at most about `bytes`: lists and texts keep their beginnings, objects their fields as long as there is room. The value itself when it is small enough. */
export function cutValue(value: unknown, bytes: number): unknown {
  if (sizeOf(value) <= bytes) return value;
  if (typeof value === "string") return value.slice(0, Math.floor(bytes / 4));
  if (typeof value !== "object" || value === null) return value;
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  const kept: [string, unknown][] = [];
  let left = bytes - 2;
  for (const [index, [key, item]] of entries.entries()) {
    // What comes after still gets something, unless this is a list: a list is as good without its end.
    const share = isList ? left : Math.max(left / (entries.length - index), left / 2);
    const cut = cutValue(item, share);
    const size = sizeOf(cut) + (isList ? 1 : sizeOf(key) + 2);
    if (size > left) break;
    left -= size;
    kept.push([key, cut]);
  }
  return isList ? kept.map(([, item]) => item) : Object.fromEntries(kept);
}

function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? "");
}
