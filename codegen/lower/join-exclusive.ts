import { ALWAYS } from "./control-tree.ts";
import type { Region } from "./read-region.ts";

/**
 * Orders items that can't both run, where that makes a shape simpler; it never makes one wait that runs. A branch
 * that leads nowhere, beside a join of its sister branches, is put before the join: so the join follows the whole `if` instead of racing it.
 */
export function joinExclusive(region: Region): Region {
  const { tree, guards, before } = region;
  const added: number[][] = [];
  let descendants: ((decision: number) => readonly number[]) | undefined;
  for (let join = 0; join < guards.length; join++) {
    const guard = guards[join] ?? ALWAYS;
    if (tree.decision[guard] !== -1 || guard === ALWAYS) continue;
    descendants ??= listByDecision(region);
    const top = tree.parent[guard] ?? ALWAYS;
    const decisions = new Set((tree.members[guard] ?? []).map((literal) => tree.decision[tree.stepDown(top, literal)] ?? -1));
    const beside = new Set<number>();
    for (const decision of decisions) {
      for (const item of descendants(decision)) if (item !== join && !before.has(join, item) && !before.has(item, join)) beside.add(item);
    }
    if (beside.size > 0 && beside.size * guards.length <= MOST_PAIRS) tryToOrder(region, beside, join, added);
  }
  return addSources(region, added);
}

/**
 * Orders items with everything beside them, for a `return` can't stand in concurrent code. What is beside a `return` excludes it; so it
 * goes before where that makes nothing wait, and else after, when all that it excludes was skipped.
 */
export function setApart(region: Region, apart: ReadonlySet<number>): Region {
  const { before } = region;
  const added: number[][] = [];
  // The earliest first, so that it doesn't have to wait for a later one.
  for (const item of [...apart].sort((a, b) => before.count(a) - before.count(b) || a - b)) {
    for (let other = 0; other < region.items.length; other++) {
      if (other === item || before.has(other, item) || before.has(item, other)) continue;
      if (tryToOrder(region, new Set([item]), other, added) || tryToOrder(region, new Set([other]), item, added)) continue;
      order(region, [other], findFollowers(region, item), added);
    }
  }
  return addSources(region, added);
}

/** Beyond this the gain isn't worth the search. */
const MOST_PAIRS = 1 << 18;

/** Puts items before another when no pair that it orders can run together; else changes nothing. */
function tryToOrder(region: Region, items: ReadonlySet<number>, later: number, added: number[][]): boolean {
  const { tree, guards, before } = region;
  const excludes = (a: number, b: number): boolean => tree.excludes(guards[a] ?? ALWAYS, guards[b] ?? ALWAYS);
  for (const item of items) if (!excludes(item, later)) return false;
  const early = [...guards.keys()].filter(
    (item) => items.has(item) || (!before.has(later, item) && [...items].some((other) => before.has(other, item))),
  );
  const late = findFollowers(region, later);
  for (const a of early) {
    for (const b of late) if (a === b || before.has(a, b) || !(before.has(b, a) || excludes(a, b))) return false;
  }
  order(region, early, late, added);
  return true;
}

function order(region: Region, early: readonly number[], late: readonly number[], added: number[][]): void {
  const { before } = region;
  for (const b of late) {
    for (const a of early) {
      before.add(b, a);
      before.addRow(b, a);
    }
  }
  const [first] = late;
  if (first !== undefined) (added[first] ??= []).push(...early);
}

/** An item, and all that it precedes. */
function findFollowers(region: Region, item: number): number[] {
  return [item, ...[...region.guards.keys()].filter((other) => region.before.has(other, item))];
}

/** The items whose guards go through a decision. */
function listByDecision(region: Region): (decision: number) => readonly number[] {
  const lists = new Map<number, number[]>();
  const { tree } = region;
  for (const [item, guard] of region.guards.entries()) {
    for (let node = guard; node !== ALWAYS; node = tree.parent[node] ?? ALWAYS) {
      const decision = tree.decision[node] ?? -1;
      if (decision === -1) continue;
      const list = lists.get(decision);
      if (list) list.push(item);
      else lists.set(decision, [item]);
    }
  }
  return (decision) => lists.get(decision) ?? [];
}

function addSources(region: Region, added: readonly (readonly number[] | undefined)[]): Region {
  if (added.length === 0) return region;
  return { ...region, sources: region.sources.map((from, item) => [...new Set([...from, ...(added[item] ?? [])])]) };
}
