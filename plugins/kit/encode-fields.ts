/**
 * How lists and objects are written as fields of a query or a form: a list's name repeated, its items joined by a comma, a blank or a bar,
 * brackets as in `a[b]=1` and `a[0]=1`, an object's own fields without its name, or JSON. `file` is for `encodeMultipart`.
 */
export type FieldStyle = "repeat" | "comma" | "space" | "pipe" | "brackets" | "spread" | "json" | "file";

const SEPARATORS = { comma: ",", space: " ", pipe: "|" } as const;

/** Fields as a query or a form; null and undefined are left out. Without a style a list repeats its name and an object gets brackets. */
export function encodeFields(
  fields: Readonly<Record<string, unknown>>,
  styles: Readonly<Record<string, FieldStyle>> = {},
): URLSearchParams {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null) continue;
    const style = Object.hasOwn(styles, name) ? styles[name] : undefined;
    if (typeof value !== "object" || style === "json") pairs.append(name, textOf(value));
    else if (style === "comma" || style === "space" || style === "pipe") {
      const items = Array.isArray(value) ? value : Object.entries(value).flat();
      pairs.append(name, items.map(textOf).join(SEPARATORS[style]));
    } else if (style === "spread") for (const [key, inner] of Object.entries(value)) appendNested(pairs, key, inner);
    else if (style !== "brackets" && Array.isArray(value)) for (const item of value) appendNested(pairs, name, item);
    else appendNested(pairs, name, value);
  }
  return pairs;
}

function appendNested(pairs: URLSearchParams, name: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (typeof value !== "object") return pairs.append(name, textOf(value));
  for (const [key, inner] of Object.entries(value)) appendNested(pairs, `${name}[${key}]`, inner);
}

function textOf(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
