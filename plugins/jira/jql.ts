import { fatal } from "../kit/failure.ts";

/** What a search asks for: fields that must be equal, words, and conditions of the user's own. */
interface Search {
  readonly jql?: string | undefined;
  readonly text?: string | undefined;
  readonly orderBy?: string | undefined;
  readonly [field: string]: string | undefined;
}

/** A JQL query for which all conditions must hold; values are quoted, so that none can become a condition. Throws a FatalError when it asks for nothing. */
export function buildJql({ jql, text, orderBy, ...fields }: Search): string {
  const conditions = Object.entries(fields).flatMap(([field, value]) => (value === undefined ? [] : [`${field} = ${quote(value)}`]));
  if (text !== undefined) conditions.push(`text ~ ${quote(text)}`);
  if (jql !== undefined && jql.trim() !== "") conditions.push(conditions.length === 0 && orderBy === undefined ? jql : `(${jql})`);
  if (conditions.length === 0) throw fatal("A search needs something to search for.", { name: "InvalidInput" });
  return conditions.join(" AND ") + (orderBy === undefined ? "" : ` ORDER BY ${orderBy} DESC`);
}

function quote(value: string): string {
  return `"${value.replace(/["\\]/g, String.raw`\$&`).replace(/\s+/g, " ")}"`;
}
