import type { Client, QueryResult } from "pg";
import { types } from "pg";
import { encodeBase64 } from "../../kit/base64.ts";
import { fatal } from "../../kit/failure.ts";

/** One statement, its values apart from its text. */
export interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
  readonly maxRows: number;
}

const INT8 = 20;
const BYTEA = 17;
/** Times keep their own text, but for the one with a zone, which becomes UTC. */
const AS_TEXT = new Set([1082, 1083, 1114, 1115, 1182, 1266, 1186]);
const TIMESTAMPTZ = 1184;

/** Runs a statement by the extended protocol, which takes exactly one. Throws a FatalError for more rows than may be. */
export async function runStatement<T>(client: Client, { sql, params, maxRows }: Statement): Promise<{ rows: T[]; rowCount: number }> {
  const config = {
    text: sql,
    values: params.map((value) => (typeof value === "object" && value !== null && !isFlatList(value) ? JSON.stringify(value) : value)),
    // Without it, a text without parameters could hold several statements.
    queryMode: "extended",
    types: { getTypeParser: parserOf },
  };
  const result: QueryResult = await client.query(config);
  if (result.rows.length > maxRows) {
    throw fatal(`The statement gave ${result.rows.length} rows, more than ${maxRows}; add a LIMIT.`, { name: "TooManyRows" });
  }
  return { rows: result.rows, rowCount: result.rowCount ?? result.rows.length };
}

/** A list of plain values is an array of PostgreSQL's; anything else that is no plain value goes as JSON. */
function isFlatList(value: object): boolean {
  return Array.isArray(value) && value.every((item) => typeof item !== "object" || item === null);
}

function parserOf(oid: number, format?: "text" | "binary"): (text: string) => unknown {
  if (oid === INT8) return (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : text);
  if (oid === BYTEA) return (text) => encodeBase64(Uint8Array.from(Buffer.from(text.slice(2), "hex")));
  if (oid === TIMESTAMPTZ) return (text) => (Number.isNaN(Date.parse(text)) ? text : new Date(text).toISOString());
  if (AS_TEXT.has(oid)) return (text) => text;
  return types.getTypeParser(oid, format ?? "text");
}
