import type { BitRows } from "./bit-rows.ts";
import type { Module, Poset } from "./poset.ts";
import { at } from "./poset.ts";
import { RankHeap } from "./read-region.ts";

/** A module of a shape that is not series-parallel, and the modules that it must wait for. */
export interface TaskModule {
  readonly module: Module;
  /** Indexes of earlier modules: those directly before it, not those before them. */
  readonly after: readonly number[];
}

interface Unit {
  module: number[];
  own: number;
  before: number;
  after: number;
}

/**
 * Splits a module that is neither in series nor in parallel: what inside it is series-parallel is kept together, so that tasks are few.
 * Sets of items are compared by the sum of random numbers given to items: two units are twins when the same precede and the same follow,
 * and a chain when what precedes and what follows differ by the two of them.
 */
export function splitInTasks(poset: Poset, module: Module): TaskModule[] {
  let units = weigh(poset, module);
  for (let size = Infinity; units.length < size;) {
    size = units.length;
    units = mergeChains(mergeTwins(units));
  }
  return orderUnits(
    poset,
    units.map((unit) => unit.module.sort((a, b) => a - b)),
  );
}

/** Two weights below it add up exactly. */
const MODULUS = 2 ** 52;

const add = (a: number, b: number): number => (a + b) % MODULUS;

function weigh(poset: Poset, module: Module): Unit[] {
  let seed = 0x9e3779b9;
  const next = (): number => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const units = module.map((rank): Unit => ({ module: [rank], own: next() * 0x100000 + (next() >>> 12), before: 0, after: 0 }));
  const own = new Float64Array(poset.items.length);
  for (const unit of units) own[unit.module[0] ?? 0] = unit.own;
  const sumBefore = makeSum(poset.before, own, module);
  const sumAfter = makeSum(poset.after, own, module);
  for (const unit of units) {
    unit.before = sumBefore(unit.module[0] ?? 0);
    unit.after = sumAfter(unit.module[0] ?? 0);
  }
  return units;
}

/** Up to here, looking at each pair is cheaper than making tables. */
const SMALL = 400;

/** Sums the weights of a row's members, all but those of a module being zero: eight members at a time, by tables of all their subsets. */
function makeSum(rows: BitRows, weights: Float64Array, module: Module): (row: number) => number {
  if (module.length <= SMALL) {
    return (row) => module.reduce((sum, other) => (rows.has(row, other) ? add(sum, weights[other] ?? 0) : sum), 0);
  }
  const tables = new Float64Array(rows.words * 4 * 256);
  for (let byte = 0; byte < rows.words * 4; byte++) {
    for (let subset = 1; subset < 256; subset++) {
      const lowest = 31 - Math.clz32(subset & -subset);
      tables[byte * 256 + subset] = add(tables[byte * 256 + (subset & (subset - 1))] ?? 0, weights[byte * 8 + lowest] ?? 0);
    }
  }
  return (row) => {
    let sum = 0;
    for (let word = 0; word < rows.words; word++) {
      const bits = rows.bits[row * rows.words + word] ?? 0;
      if (bits === 0) continue;
      for (let byte = 0; byte < 4; byte++) sum = add(sum, tables[(word * 4 + byte) * 256 + ((bits >>> (byte * 8)) & 255)] ?? 0);
    }
    return sum;
  };
}

function mergeTwins(units: readonly Unit[]): Unit[] {
  const twins = new Map<string, Unit>();
  for (const unit of units) {
    const key = `${unit.before}/${unit.after}`;
    const twin = twins.get(key);
    if (twin) {
      twin.module.push(...unit.module);
      twin.own = add(twin.own, unit.own);
    } else twins.set(key, unit);
  }
  return [...twins.values()];
}

function mergeChains(units: readonly Unit[]): Unit[] {
  const heads = new Map(units.map((unit) => [`${unit.before}/${add(unit.after, unit.own)}`, unit]));
  const merged = new Set<Unit>();
  for (const unit of units) {
    if (merged.has(unit)) continue;
    for (;;) {
      const next = heads.get(`${add(unit.before, unit.own)}/${unit.after}`);
      if (!next || next === unit || merged.has(next)) break;
      merged.add(next);
      unit.module.push(...next.module);
      unit.own = add(unit.own, next.own);
      unit.after = next.after;
    }
  }
  return units.filter((unit) => !merged.has(unit));
}

/** Puts modules in an order in which they can start, ties by the document, and finds for each the ones directly before it. */
function orderUnits(poset: Poset, modules: readonly number[][]): TaskModule[] {
  const sorted = modules
    .map((module) => ({ module, place: module.reduce((least, rank) => Math.min(least, at(poset.places, rank)), Infinity) }))
    .sort((a, b) => a.place - b.place);
  const unitOf = new Map<number, number>();
  for (const [unit, { module }] of sorted.entries()) for (const rank of module) unitOf.set(rank, unit);
  const covers = sorted.map(({ module }, unit) => findCovers(poset, module, unit, unitOf, sorted));
  const followers = sorted.map((): number[] => []);
  const waits = new Int32Array(sorted.length);
  for (const [unit, cover] of covers.entries()) {
    waits[unit] = cover.length;
    for (const other of cover) followers[other]?.push(unit);
  }
  const ready = new RankHeap();
  for (const [unit, count] of waits.entries()) if (count === 0) ready.push(unit);
  const indexes = new Map<number, number>();
  const tasks: TaskModule[] = [];
  for (let unit = ready.pop(); unit !== undefined; unit = ready.pop()) {
    indexes.set(unit, tasks.length);
    const after = (covers[unit] ?? []).map((other) => indexes.get(other) ?? 0).sort((a, b) => a - b);
    tasks.push({ module: sorted[unit]?.module ?? [], after });
    for (const follower of followers[unit] ?? []) {
      waits[follower] = at(waits, follower) - 1;
      if (at(waits, follower) === 0) ready.push(follower);
    }
  }
  return tasks;
}

function findCovers(
  poset: Poset,
  module: readonly number[],
  unit: number,
  unitOf: ReadonlyMap<number, number>,
  units: readonly { readonly module: readonly number[] }[],
): number[] {
  const candidates = new Set<number>();
  for (const rank of module) {
    for (const source of poset.sources[rank] ?? []) {
      const other = unitOf.get(source);
      if (other !== undefined && other !== unit) candidates.add(other);
    }
  }
  // Any member stands for its module; later ones first, so that what they cover is known.
  const last = [...candidates].sort((a, b) => (units[b]?.module[0] ?? 0) - (units[a]?.module[0] ?? 0));
  const kept: number[] = [];
  for (const candidate of last) {
    const rank = units[candidate]?.module[0] ?? 0;
    if (!kept.some((other) => poset.before.has(units[other]?.module[0] ?? 0, rank))) kept.push(candidate);
  }
  return kept;
}
