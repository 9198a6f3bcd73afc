import { isContainer } from "./json-path.ts";

/** A list of objects as a table: a column for every key that any of them has, the most common first in the order of the first object. */
export interface JsonTableData {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** Keys beyond the columns that a table shows. */
  readonly hidden: number;
}

const MOST_COLUMNS = 40;

/** Undefined for what is no list of objects. */
export function tableOf(value: unknown): JsonTableData | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const rows: Record<string, unknown>[] = [];
  const columns = new Set<string>();
  for (const row of value as readonly unknown[]) {
    if (!isContainer(row) || Array.isArray(row)) return undefined;
    rows.push(row);
    for (const key of Object.keys(row)) columns.add(key);
  }
  const all = [...columns];
  if (all.length === 0) return undefined;
  return { columns: all.slice(0, MOST_COLUMNS), rows, hidden: Math.max(0, all.length - MOST_COLUMNS) };
}

/** Positions of the rows in the order of one column: numbers by size, texts as people sort them, what is missing last. */
export function sortRows({ rows }: JsonTableData, column: string, descending: boolean): number[] {
  const sign = descending ? -1 : 1;
  return rows
    .map((_, at) => at)
    .sort((a, b) => {
      const left = rows[a]?.[column];
      const right = rows[b]?.[column];
      const missing = Number(isMissing(left)) - Number(isMissing(right));
      return missing !== 0 ? missing : sign * compare(left, right) || a - b;
    });
}

const collator = new Intl.Collator("en", { numeric: true });

function compare(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return collator.compare(asText(a), asText(b));
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}

/** A value in one line, as a table's cell shows it. */
export function asText(value: unknown): string {
  if (typeof value === "string") return value;
  return value === undefined ? "" : JSON.stringify(value);
}
