import { fatal } from "../kit/failure.ts";

/** A text inside a filter of OData, where a quote is written twice. */
export function quoteOData(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A text to search for, where quotes and backslashes are escaped. */
export function quoteSearch(text: string): string {
  return `"${text.replaceAll(/[\\"]/g, (character) => `\\${character}`)}"`;
}

/** An instant inside a filter of OData, which has no quotes. Throws a FatalError that names `field` when the text is no time. */
export function instant(text: string, field: string): string {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw fatal(`${field} must be a time such as 2030-01-01T09:00:00Z.`, { name: "InvalidInput" });
  return time.toISOString();
}
