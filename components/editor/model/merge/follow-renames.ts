import { renameNode } from "../../../../codegen/rename.ts";
import type { Graph, GraphNode } from "../../../../codegen/schema/graph.ts";
import { freshId, takenNames } from "../fresh-id.ts";
import { sameJson } from "../same-json.ts";

/** Three graphs in which the same node has the same id. */
export interface Sides {
  readonly base: Graph;
  readonly mine: Graph;
  readonly theirs: Graph;
}

/**
 * Takes names out of the way of a merge: a node that one side renamed is renamed on the others too, so that what they did to it and what they
 * read of it follows; a node that they added under the id of another one of mine gets a free one.
 */
export function followRenames({ base, mine, theirs }: Sides): Sides {
  let sides: Sides = { base, mine, theirs };
  for (const [from, to] of findRenames(base, mine)) {
    if (has(sides.base, to) || has(sides.theirs, to) || !has(sides.theirs, from)) continue;
    sides = { ...sides, base: renameNode(sides.base, from, to), theirs: renameNode(sides.theirs, from, to) };
  }
  for (const [from, to] of findRenames(base, theirs)) {
    if (has(sides.base, to) || has(sides.mine, to) || !has(sides.mine, from)) continue;
    sides = { ...sides, base: renameNode(sides.base, from, to), mine: renameNode(sides.mine, from, to) };
  }
  return separate(sides);
}

function separate(sides: Sides): Sides {
  const known = new Set(sides.base.nodes.map((node) => node.id));
  const own = new Map(sides.mine.nodes.map((node) => [node.id, node]));
  const taken = new Set([...takenNames(sides.mine), ...takenNames(sides.theirs)]);
  let theirs = sides.theirs;
  for (const node of sides.theirs.nodes) {
    const other = own.get(node.id);
    if (!other || known.has(node.id) || sameJson(other, node)) continue;
    theirs = renameNode(theirs, node.id, freshId(node.id, taken));
  }
  return { ...sides, theirs };
}

/** The nodes that stand where another one of the same kind stood that is gone: the same ones, called otherwise. */
function findRenames(base: Graph, side: Graph): [from: string, to: string][] {
  const before = new Set(base.nodes.map((node) => node.id));
  const after = new Set(side.nodes.map((node) => node.id));
  const added = side.nodes.filter((node) => !before.has(node.id));
  return base.nodes.flatMap((node): [string, string][] => {
    if (after.has(node.id)) return [];
    const same = added.filter((other) => isSameNode(node, other));
    return same.length === 1 && same[0] ? [[node.id, same[0].id]] : [];
  });
}

function isSameNode(a: GraphNode, b: GraphNode): boolean {
  return a.kind === b.kind && a.label === b.label && a.position !== undefined && sameJson(a.position, b.position);
}

function has(graph: Graph, id: string): boolean {
  return graph.nodes.some((node) => node.id === id);
}
