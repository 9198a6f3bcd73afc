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
  const [own, other] = [findRenames(base, mine), findRenames(base, theirs)];
  const taken = new Set([base, mine, theirs].flatMap((graph) => [...takenNames(graph)]));
  let sides: Sides = { base, mine, theirs };
  for (const node of base.nodes) {
    // Renamed by both, it is called as I have it.
    const [here, there] = [own.get(node.id) ?? node.id, other.get(node.id) ?? node.id];
    const to = own.has(node.id) ? here : there;
    sides = {
      base: renameTo(sides.base, node.id, to, taken),
      mine: renameTo(sides.mine, here, to, taken),
      theirs: renameTo(sides.theirs, there, to, taken),
    };
  }
  return separate(sides);
}

/** The graph with a node called otherwise; another one of that name makes way. */
function renameTo(graph: Graph, from: string, to: string, taken: Set<string>): Graph {
  if (from === to || !has(graph, from)) return graph;
  const free = has(graph, to) ? renameNode(graph, to, freshId(to, taken)) : graph;
  return renameNode(free, from, to);
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

/** What one side calls nodes that are gone under their former id: another one of the kind stands in the same place or says the same. */
function findRenames(base: Graph, side: Graph): ReadonlyMap<string, string> {
  const before = new Set(base.nodes.map((node) => node.id));
  const after = new Set(side.nodes.map((node) => node.id));
  const added = side.nodes.filter((node) => !before.has(node.id));
  const renames = base.nodes.flatMap((node): [string, string][] => {
    if (after.has(node.id)) return [];
    const same = added.filter((other) => isSameNode(node, other));
    return same.length === 1 && same[0] ? [[node.id, same[0].id]] : [];
  });
  const counts = Map.groupBy(renames, ([, to]) => to);
  return new Map(renames.filter(([, to]) => counts.get(to)?.length === 1));
}

function isSameNode(a: GraphNode, b: GraphNode): boolean {
  if (a.kind !== b.kind) return false;
  // There is one in a workflow.
  if (a.kind === "trigger") return true;
  if (a.label !== b.label) return false;
  return a.position !== undefined && sameJson(a.position, b.position);
}

function has(graph: Graph, id: string): boolean {
  return graph.nodes.some((node) => node.id === id);
}
