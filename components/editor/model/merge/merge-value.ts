import { sameJson } from "../same-json.ts";

/** A way to a value inside a node. */
type Path = readonly (string | number)[];

/** One value that both sides changed, each otherwise; undefined where a side took it away. */
export interface ValueConflict {
  readonly path: Path;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/**
 * Three versions of a value as one: what only one side changed is as that side has it, objects key by key; what both changed otherwise is
 * mine, and reported. Undefined stands for what is not there.
 */
export function mergeValue(base: unknown, mine: unknown, theirs: unknown, path: Path, report: (conflict: ValueConflict) => void): unknown {
  if (sameJson(mine, theirs) || sameJson(base, theirs)) return mine;
  if (sameJson(base, mine)) return theirs;
  if (isRecord(mine) && isRecord(theirs)) {
    const [from, own, other] = [
      new Map(Object.entries(isRecord(base) ? base : {})),
      new Map(Object.entries(mine)),
      new Map(Object.entries(theirs)),
    ];
    const keys = [...own.keys(), ...[...other.keys()].filter((key) => !own.has(key))];
    const merged = keys.flatMap((key): [string, unknown][] => {
      const value = mergeValue(from.get(key), own.get(key), other.get(key), [...path, key], report);
      return value === undefined ? [] : [[key, value]];
    });
    return Object.fromEntries(merged);
  }
  report({ path, mine, theirs });
  return mine;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
