/**
 * How a list or an object stands in one part of a path or in a header: joined by commas (`a,1,b,2`), as pairs (`a=1,b=2`), after a dot, after
 * a semicolon and its name, or as JSON.
 */
export type TextStyle = "comma" | "pairs" | "label" | "labelPairs" | "matrix" | "matrixPairs" | "json";

/** A value as one text; undefined for null and undefined. `name` is what `matrix` writes before it. */
export function encodeText(value: unknown, style: TextStyle = "comma", name = ""): string | undefined {
  if (value === undefined || value === null) return undefined;
  const isPairs = style === "pairs" || style === "labelPairs" || style === "matrixPairs";
  const parts = style === "json" ? [inner(value)] : partsOf(value, isPairs);
  switch (style) {
    case "label":
    case "labelPairs":
      return `.${parts.join(isPairs ? "." : ",")}`;
    case "matrix":
      return `;${name}=${parts.join(",")}`;
    case "matrixPairs":
      return parts.map((part) => `;${isMap(value) ? part : `${name}=${part}`}`).join("");
    default:
      return parts.join(",");
  }
}

/** Cookies as the header that carries them; undefined when none has a value. */
export function encodeCookies(cookies: Readonly<Record<string, unknown>>): string | undefined {
  const pairs = Object.entries(cookies).flatMap(([name, value]) => {
    const text = encodeText(value);
    return text === undefined ? [] : [`${name}=${encodeURIComponent(text)}`];
  });
  return pairs.length === 0 ? undefined : pairs.join("; ");
}

function partsOf(value: unknown, isPairs: boolean): string[] {
  if (Array.isArray(value)) return value.map(inner);
  if (!isMap(value)) return [String(value)];
  const entries = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
  return isPairs ? entries.map(([key, item]) => `${key}=${inner(item)}`) : entries.flatMap(([key, item]) => [key, inner(item)]);
}

function isMap(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function inner(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
