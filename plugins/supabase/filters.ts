import { fatal } from "../kit/failure.ts";

/** A condition on a column; see `filterFields` for what `op` may be. */
export interface Filter {
  readonly column: string;
  readonly op: "eq" | "neq" | "gt" | "gte" | "lt" | "lte" | "like" | "ilike" | "is" | "in";
  readonly value: string | number | boolean | null | readonly (string | number | boolean)[];
  readonly not?: boolean | undefined;
}

/** How the rows are ordered. */
export interface Order {
  readonly column: string;
  readonly direction?: "asc" | "desc" | undefined;
  readonly nulls?: "first" | "last" | undefined;
}

/** A name, of a joined table too, or a way into a JSON column, such as `author.name` and `data->>city`. */
const COLUMN = /^[\p{L}_][\p{L}\p{N}_$ ]*(?:\.[\p{L}_][\p{L}\p{N}_$ ]*)*(?:->>?[\p{L}\p{N}_]+)*$/u;
/** What the query means something else by. */
const RESERVED = new Set(["select", "order", "limit", "offset", "and", "or", "not.and", "not.or", "columns", "on_conflict"]);

/** Conditions as the query takes them; each value stays a value, whatever is in it. Throws a FatalError for a name that cannot be a column. */
export function writeFilters(filters: readonly Filter[]): URLSearchParams {
  const query = new URLSearchParams();
  for (const { column, op, value, not } of filters) query.append(columnName(column), `${not ? "not." : ""}${op}.${writeValue(op, value)}`);
  return query;
}

/** The same for a change, which without a condition would change every row. Throws a FatalError when there is none. */
export function writeNeededFilters(filters: readonly Filter[]): URLSearchParams {
  if (filters.length === 0) throw fatal("A change needs at least one condition, or it would change every row.", { name: "InvalidInput" });
  return writeFilters(filters);
}

/** `created_at.desc.nullslast,id.asc`; undefined for no order. */
export function writeOrder(order: readonly Order[] | undefined): string | undefined {
  if (order === undefined || order.length === 0) return undefined;
  return order
    .map(({ column, direction = "asc", nulls }) => `${columnName(column)}.${direction}${nulls === undefined ? "" : `.nulls${nulls}`}`)
    .join(",");
}

/** The columns of rows, which need not be the same in each; quoted, as the query takes them. */
export function writeColumns(rows: readonly object[]): string {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))].map(quote).join(",");
}

function columnName(column: string): string {
  if (COLUMN.test(column) && !RESERVED.has(column)) return column;
  throw fatal(`"${column}" cannot be the name of a column.`, { name: "InvalidInput" });
}

function writeValue(op: Filter["op"], value: Filter["value"] | undefined): string {
  // A mapping to nothing must not become a condition on a text.
  if (value === undefined) throw fatal(`The operator "${op}" has no value to compare with.`, { name: "InvalidInput" });
  if (op === "in") return `(${(Array.isArray(value) ? value : [value]).map((item) => quote(String(item))).join(",")})`;
  if (op === "is" && value !== null && typeof value !== "boolean" && !/^(?:null|true|false|unknown|not_null)$/.test(String(value))) {
    throw fatal(`A column is null, true, false or unknown, not "${String(value)}".`, { name: "InvalidInput" });
  }
  if (Array.isArray(value) || (value === null && op !== "is")) {
    throw fatal(`The operator "${op}" compares with one value; a list needs "in", and nothing needs "is".`, { name: "InvalidInput" });
  }
  return String(value);
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
}
