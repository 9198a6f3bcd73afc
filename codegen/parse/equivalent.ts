import type { Catalog } from "../catalog.ts";
import { ALWAYS } from "../lower/control-tree.ts";
import type { GraphIndex, Region } from "../lower/read-region.ts";
import { catchesError, indexGraph, readRegion } from "../lower/read-region.ts";
import type { Graph } from "../schema/graph.ts";
import { isContainer } from "../schema/node-facts.ts";

/**
 * Whether two graphs of the same nodes mean the same: the same ones can run, under the same guards, after the same others. Whether one of
 * two nodes that exclude each other precedes the other makes no difference. Configs are not compared.
 */
export function equivalent(a: Graph, b: Graph, catalog: Catalog): boolean {
  const left = indexGraph(a, catalog);
  const right = indexGraph(b, catalog);
  if (left.trigger.id !== right.trigger.id) return false;
  const levels = [""];
  for (const container of levels) {
    const one = readRegion(left, container);
    if (!sameLevel(left, one, right, readRegion(right, container))) return false;
    for (const node of one.items) if (isContainer(node)) levels.push(node.id);
  }
  return true;
}

function sameLevel(left: GraphIndex, a: Region, right: GraphIndex, b: Region): boolean {
  if (a.items.length !== b.items.length) return false;
  const partners = new Map(b.items.map((node, item) => [node.id, item]));
  const other = a.items.map((node) => partners.get(node.id) ?? -1);
  if (other.includes(-1)) return false;
  for (const [item, node] of a.items.entries()) {
    const partner = other[item] ?? -1;
    const twin = b.items[partner];
    if (!twin || twin.kind !== node.kind || catchesError(left, node) !== catchesError(right, twin)) return false;
    if (printGuard(a, item) !== printGuard(b, partner)) return false;
  }
  for (const item of a.items.keys()) {
    for (const earlier of a.items.keys()) {
      const inA = a.before.has(item, earlier);
      if (inA === b.before.has(other[item] ?? 0, other[earlier] ?? 0)) continue;
      if (!a.tree.excludes(a.guards[item] ?? ALWAYS, a.guards[earlier] ?? ALWAYS)) return false;
    }
  }
  return true;
}

/** A region's guard by the names of nodes and ports. */
function printGuard(region: Region, item: number): string {
  const guard = region.guards[item] ?? ALWAYS;
  const literals = (region.tree.members[guard] ?? []).map((literal) =>
    JSON.stringify([region.items[region.tree.decision[literal] ?? -1]?.id, region.tree.port[literal]]),
  );
  return guard === ALWAYS ? "always" : literals.sort().join();
}
