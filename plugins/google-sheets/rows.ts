import { fatal } from "../kit/failure.ts";

export type Cell = string | number | boolean | null;

/** The rows of a sheet with what its header row calls them. */
export interface Table {
  /** By column; an empty text for a column without a name. */
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
}

interface TableRow {
  /** As the sheet counts, from 1. */
  readonly rowNumber: number;
  readonly cells: readonly Cell[];
}

/** The names of columns; a name that comes again gets a number: `Tag`, `Tag (2)`. */
export function readHeaders(cells: readonly Cell[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell) => {
    const name = String(cell ?? "").trim();
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return name === "" || count === 1 ? name : `${name} (${count})`;
  });
}

/** Takes a whole sheet apart; rows without any content are left out. */
export function readTable(values: readonly (readonly Cell[])[], headerRow: number): Table {
  const headers = readHeaders(values[headerRow - 1] ?? []);
  const rows = values
    .map((cells, index) => ({ rowNumber: index + 1, cells }))
    .slice(headerRow)
    .filter(({ cells }) => cells.some((cell) => cell !== "" && cell !== null));
  return { headers, rows };
}

/** A row by column name; an empty cell is an empty text, as the service writes it between others. */
export function toObject(headers: readonly string[], cells: readonly Cell[]): Record<string, Cell> {
  const named = headers.flatMap((name, index) => (name === "" ? [] : [[name, cells[index] ?? ""] as const]));
  return Object.fromEntries(named);
}

/** The cells of a row, in the order of the columns; null leaves a cell as it is. Throws a FatalError for a name that no column has. */
export function toCells(headers: readonly string[], values: Readonly<Record<string, unknown>> | readonly unknown[]): Cell[] {
  if (isList(values)) return values.map(toCell);
  const unknown = Object.keys(values).filter((name) => !headers.includes(name));
  if (unknown.length > 0) {
    const columns = headers.filter((name) => name !== "").join(", ");
    throw fatal(`The sheet has no column "${unknown.join('", "')}"; its columns are ${columns || "not named yet"}.`, {
      name: "InvalidInput",
    });
  }
  return headers.map((name) => (Object.hasOwn(values, name) ? toCell(values[name]) : null));
}

/** The index of a column. Throws a FatalError that names the columns there are. */
export function findColumn(headers: readonly string[], name: string): number {
  const index = headers.indexOf(name);
  if (index >= 0) return index;
  throw fatal(`The sheet has no column "${name}"; its columns are ${headers.filter(Boolean).join(", ") || "not named yet"}.`, {
    name: "InvalidInput",
  });
}

/** Whether a cell holds a value: texts and numbers that read the same are the same. */
export function holds(cell: Cell | undefined, value: unknown): boolean {
  return String(cell ?? "") === String(value ?? "");
}

/** What the service takes as a cell: a list or an object becomes JSON. */
export function toCell(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return value instanceof Date ? value.toISOString() : JSON.stringify(value);
}

// `Array.isArray` does not narrow a list that is readonly.
function isList(values: Readonly<Record<string, unknown>> | readonly unknown[]): values is readonly unknown[] {
  return Array.isArray(values);
}
