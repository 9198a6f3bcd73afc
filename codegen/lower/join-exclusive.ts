import { ALWAYS } from "./control-tree.ts";
import type { Region } from "./read-region.ts";

/**
 * Orders items that can't both run, where that makes a shape simpler; it never makes one wait that runs. A branch
 * that leads nowhere, beside a join of its sister branches, is put before the join: so the join follows the whole `if` instead of racing it.
 */
export function joinExclusive(region: Region): Region {
  const { tree, guards, before } = region;
  const size = guards.length;
  const added: number[][] = [];
  let descendants: ((decision: number) => readonly number[]) | undefined;
  for (let join = 0; join < size; join++) {
    const guard = guards[join] ?? ALWAYS;
    if (tree.decision[guard] !== -1 || guard === ALWAYS) continue;
    descendants ??= listByDecision(region);
    const top = tree.parent[guard] ?? ALWAYS;
    const decisions = new Set((tree.members[guard] ?? []).map((literal) => tree.decision[tree.stepDown(top, literal)] ?? -1));
    const beside = new Set<number>();
    for (const decision of decisions) {
      for (const item of descendants(decision)) if (item !== join && !before.has(join, item) && !before.has(item, join)) beside.add(item);
    }
    if (beside.size > 0) tryToOrder(region, join, beside, added);
  }
  return added.length === 0 ? region : addSources(region, added);
}

/**
 * Puts items after all that they don't precede: right only where those exclude them, as a `return` excludes all that isn't
 * before it. When such an item runs, everything unordered with it was skipped already.
 */
export function putLast(region: Region, last: ReadonlySet<number>): Region {
  const { before } = region;
  const added: number[][] = [];
  for (const item of last) {
    const late = [item, ...[...region.items.keys()].filter((other) => before.has(other, item))];
    for (let other = 0; other < region.items.length; other++) {
      if (other === item || before.has(other, item) || before.has(item, other)) continue;
      (added[item] ??= []).push(other);
      for (const follower of late) {
        before.add(follower, other);
        before.addRow(follower, other);
      }
    }
  }
  return addSources(region, added);
}

const MOST_PAIRS = 4096;

function tryToOrder(region: Region, join: number, beside: ReadonlySet<number>, added: number[][]): void {
  const { tree, guards, before } = region;
  const excludes = (a: number, b: number): boolean => tree.excludes(guards[a] ?? ALWAYS, guards[b] ?? ALWAYS);
  for (const item of beside) if (!excludes(item, join)) return;
  const early = new Set(beside);
  const late = [join];
  for (let item = 0; item < guards.length; item++) {
    if (before.has(item, join)) late.push(item);
    else if (!before.has(join, item) && [...beside].some((other) => before.has(other, item))) early.add(item);
  }
  if (early.size * late.length > MOST_PAIRS) return;
  for (const a of early) {
    for (const b of late) if (a === b || before.has(a, b) || !(before.has(b, a) || excludes(a, b))) return;
  }
  for (const b of late) {
    for (const a of early) {
      before.add(b, a);
      before.addRow(b, a);
    }
  }
  (added[join] ??= []).push(...early);
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
  const sources = region.sources.map((from, item) => [...new Set([...from, ...(added[item] ?? [])])]);
  return { ...region, sources };
}
