import type { Region } from "./read-region.ts";
import { BitRows } from "./bit-rows.ts";

/**
 * A region's order made ready for decomposition. Items are renumbered so that numbers are a linear extension
 * (fewer predecessors first, ties by the document); all arrays are by these ranks.
 */
export interface Poset {
  /** The region's item of each rank. */
  readonly items: Int32Array;
  readonly places: Int32Array;
  readonly guards: Int32Array;
  /** Ranks that an edge leads from; generates the order. */
  readonly sources: readonly (readonly number[])[];
  readonly before: BitRows;
  readonly after: BitRows;
  /** Where a rank is in the module looked at last; a place to write, so that each look costs no more than its module. */
  readonly slots: Int32Array;
  /** How many precede and how many follow each. */
  readonly preceding: Int32Array;
  readonly following: Int32Array;
}

/** Ranks the items of a region. */
export function makePoset(region: Region): Poset {
  const size = region.items.length;
  const counts = new Int32Array(size);
  for (let item = 0; item < size; item++) counts[item] = region.before.count(item);
  const byRank = Int32Array.from(counts.keys());
  byRank.sort((a, b) => at(counts, a) - at(counts, b) || (region.places[a] ?? 0) - (region.places[b] ?? 0));
  const ranks = new Int32Array(size);
  for (const [rank, item] of byRank.entries()) ranks[item] = rank;
  const sources = [...byRank].map((item) => (region.sources[item] ?? []).map((source) => at(ranks, source)).sort((a, b) => a - b));
  const before = new BitRows(size);
  const after = new BitRows(size);
  for (const [rank, from] of sources.entries()) {
    for (const source of from) {
      before.add(rank, source);
      before.addRow(rank, source);
    }
  }
  for (let rank = size - 1; rank >= 0; rank--) {
    for (const source of sources[rank] ?? []) {
      after.add(source, rank);
      after.addRow(source, rank);
    }
  }
  const preceding = new Int32Array(size);
  const following = new Int32Array(size);
  for (let rank = 0; rank < size; rank++) {
    preceding[rank] = before.count(rank);
    following[rank] = after.count(rank);
  }
  return {
    items: byRank,
    places: byRank.map((item) => region.places[item] ?? 0),
    guards: byRank.map((item) => region.guards[item] ?? 0),
    sources,
    before,
    after,
    slots: new Int32Array(size),
    preceding,
    following,
  };
}

/** A module of a poset: ranks, ascending, that everything outside relates to alike. */
export type Module = readonly number[];

/**
 * The parts of a module that run one after the other. A cut is where every pair across it is ordered: for a prefix of a linear
 * extension, the number of ordered pairs that leave it is the sum of what follows minus what precedes its members.
 */
export function splitInSeries(poset: Poset, module: Module): Module[] {
  const parts: Module[] = [];
  let preceding = Infinity;
  let following = Infinity;
  for (const rank of module) {
    preceding = Math.min(preceding, at(poset.preceding, rank));
    following = Math.min(following, at(poset.following, rank));
  }
  let start = 0;
  let pairs = 0;
  for (const [index, rank] of module.entries()) {
    pairs += at(poset.following, rank) - following - (at(poset.preceding, rank) - preceding);
    const size = index + 1;
    if (pairs !== size * (module.length - size)) continue;
    parts.push(module.slice(start, size));
    start = size;
  }
  return parts;
}

/** The parts of a module that nothing orders, by the place of their first node in the document. */
export function splitInParallel(poset: Poset, module: Module): Module[] {
  const { slots } = poset;
  for (const [position, rank] of module.entries()) slots[rank] = position;
  const roots = Int32Array.from(module.keys());
  const find = (position: number): number => {
    while (at(roots, position) !== position) {
      roots[position] = at(roots, at(roots, position));
      position = at(roots, position);
    }
    return position;
  };
  for (const [position, rank] of module.entries()) {
    for (const source of poset.sources[rank] ?? []) {
      const other = at(slots, source);
      if (module[other] === source) roots[find(other)] = find(position);
    }
  }
  const parts = new Map<number, number[]>();
  for (const [position, rank] of module.entries()) {
    const root = find(position);
    const part = parts.get(root);
    if (part) part.push(rank);
    else parts.set(root, [rank]);
  }
  return sortByPlace(poset, [...parts.values()]);
}

/** Modules by the place of their first node in the document. */
export function sortByPlace(poset: Poset, modules: readonly Module[]): Module[] {
  return modules
    .map((module) => ({ module, place: module.reduce((least, rank) => Math.min(least, at(poset.places, rank)), Infinity) }))
    .sort((a, b) => a.place - b.place)
    .map(({ module }) => module);
}

/** An array's number at an index that is known to be inside. */
export function at(numbers: Int32Array, index: number): number {
  return numbers[index] ?? 0;
}
