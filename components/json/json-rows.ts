import type { JsonPath } from "./json-path.ts";
import { isContainer } from "./json-path.ts";

/** What a person opened and closed, by path: it outlives the value, which is fetched again while a run goes on. */
export interface Folds {
  readonly open?: boolean;
  /** For everything below that says nothing itself. */
  readonly below?: boolean;
  readonly children?: ReadonlyMap<string | number, Folds>;
}

export const noFolds: Folds = {};

/** One line of the tree. The path is read by `pathOf`: rows are many, and few are asked for it. */
export interface JsonRow {
  readonly parent: JsonRow | undefined;
  /** Undefined for the whole value. */
  readonly key: string | number | undefined;
  readonly value: unknown;
  readonly depth: number;
  /** Undefined for what cannot be opened. */
  readonly open: boolean | undefined;
}

/** Opened at first: the outermost levels, as long as they are short. */
const OPEN_DEPTH = 2;
const OPEN_SIZE = 50;

/** The lines to draw: every value whose containers are all open, the whole value first. */
export function jsonRows(value: unknown, folds: Folds): JsonRow[] {
  const rows: JsonRow[] = [];
  const visit = (at: Omit<JsonRow, "open">, fold: Folds | undefined, below: boolean | undefined): void => {
    const size = sizeOf(at.value);
    if (size === 0) {
      rows.push({ ...at, open: undefined });
      return;
    }
    const beneath = fold?.below ?? below;
    const open = fold?.open ?? beneath ?? (at.depth === 0 || (at.depth < OPEN_DEPTH && size <= OPEN_SIZE));
    const row: JsonRow = { ...at, open };
    rows.push(row);
    if (!open) return;
    for (const [key, child] of entriesOf(at.value)) {
      visit({ parent: row, key, value: child, depth: at.depth + 1 }, fold?.children?.get(key), beneath);
    }
  };
  visit({ parent: undefined, key: undefined, value, depth: 0 }, folds, undefined);
  return rows;
}

/** Opens or closes what stands at a path; `deep` all below it too. */
export function setOpen(folds: Folds, path: JsonPath, open: boolean, deep = false): Folds {
  const [key, ...rest] = path;
  if (key === undefined) return deep ? { open, below: open } : { ...folds, open };
  const children = new Map(folds.children);
  children.set(key, setOpen(folds.children?.get(key) ?? noFolds, rest, open, deep));
  return { ...folds, children };
}

/** Opens all containers around a path, so that it has a line. */
export function reveal(folds: Folds, path: JsonPath): Folds {
  let next = folds;
  for (let length = 0; length < path.length; length++) next = setOpen(next, path.slice(0, length), true);
  return next;
}

export function pathOf(row: JsonRow): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at: JsonRow | undefined = row; at?.key !== undefined; at = at.parent) path.push(at.key);
  return path.reverse();
}

/** Whether a row stands at a path, without making its own. */
export function isAt(row: JsonRow, path: JsonPath): boolean {
  if (row.depth !== path.length) return false;
  let at: JsonRow | undefined = row;
  for (let index = path.length - 1; index >= 0; index--) {
    if (at?.key !== path[index]) return false;
    at = at?.parent;
  }
  return true;
}

/** How many values a container holds; 0 for what is none. */
export function sizeOf(value: unknown): number {
  if (!isContainer(value)) return 0;
  return Array.isArray(value) ? value.length : Object.keys(value).length;
}

/** What a container holds, in its order. */
export function* entriesOf(value: unknown): Generator<[string | number, unknown]> {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) yield [index, value[index]];
  } else if (isContainer(value)) {
    yield* Object.entries(value);
  }
}
