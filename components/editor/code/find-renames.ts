import type { Graph, GraphNode } from "../../../codegen/schema/graph.ts";

/** A node's former id and its new one. */
export type Rename = readonly [from: string, to: string];

/**
 * The nodes that code calls otherwise than before: of a kind and container, or of a label besides, one is gone and one is new. Code names its
 * nodes, so to a parser a new name is a new node.
 */
export function findRenames(before: Graph, after: Graph): Rename[] {
  const [old, fresh] = [new Set(before.nodes.map(({ id }) => id)), new Set(after.nodes.map(({ id }) => id))];
  let gone = before.nodes.filter((node) => !fresh.has(node.id) && node.kind !== "note" && node.disabled !== true);
  let added = after.nodes.filter((node) => !old.has(node.id));
  const found: Rename[] = [];
  for (const keyOf of [byLabel, byKind]) {
    const [from, to] = [Map.groupBy(gone, keyOf), Map.groupBy(added, keyOf)];
    for (const [key, [one, ...others]] of from) {
      const [other, ...more] = to.get(key) ?? [];
      if (one && other && others.length === 0 && more.length === 0) found.push([one.id, other.id]);
    }
    const paired = new Set(found.flat());
    gone = gone.filter(({ id }) => !paired.has(id));
    added = added.filter(({ id }) => !paired.has(id));
  }
  return found;
}

function byKind({ kind, parent = "" }: GraphNode): string {
  return JSON.stringify([kind, parent]);
}

/** Nodes without a label are told apart by their kind alone. */
function byLabel(node: GraphNode): string {
  return JSON.stringify([byKind(node), node.label ?? ""]);
}
