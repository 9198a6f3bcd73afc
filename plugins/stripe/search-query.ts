import { fatal } from "../kit/failure.ts";

/** What a search can ask for: fields that must be equal, and words of Stripe's own query language. */
interface Search {
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  readonly query?: string | undefined;
  readonly [field: string]: string | Readonly<Record<string, string>> | undefined;
}

/** A query for which all conditions must hold; values are quoted, so that none can become a condition. Throws a FatalError when it asks for nothing. */
export function searchQuery({ metadata = {}, query, ...fields }: Search): string {
  const conditions = [
    ...Object.entries(fields).flatMap(([field, value]) => (typeof value === "string" ? [`${field}:${quote(value)}`] : [])),
    ...Object.entries(metadata).map(([key, value]) => `metadata[${quote(key)}]:${quote(value)}`),
    ...(query === undefined || query.trim() === "" ? [] : [query]),
  ];
  if (conditions.length === 0) throw fatal("A search needs something to search for.", { name: "InvalidInput" });
  return conditions.join(" AND ");
}

function quote(value: string): string {
  return `"${value.replace(/["\\]/g, String.raw`\$&`)}"`;
}
