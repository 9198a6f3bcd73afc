import type { Graph, GraphNode } from "../../../codegen/schema/graph.ts";

/** Whether two graphs differ in layout alone, as far as their objects tell at a glance: what changes keeps the rest as it is. */
export function hasSameMeaning(a: Graph, b: Graph): boolean {
  if (a === b) return true;
  if (a.edges !== b.edges || a.name !== b.name || a.title !== b.title || a.description !== b.description) return false;
  if (a.nodes === b.nodes) return true;
  return (
    a.nodes.length === b.nodes.length &&
    a.nodes.every((node, place) => {
      const other = b.nodes[place];
      return other !== undefined && isSameButPlaced(node, other);
    })
  );
}

/** Whether a node says the same wherever it stands, by the same objects. */
export function isSameButPlaced(a: GraphNode, b: GraphNode): boolean {
  return (
    a === b ||
    (a.id === b.id &&
      a.kind === b.kind &&
      a.config === b.config &&
      a.parent === b.parent &&
      a.disabled === b.disabled &&
      a.label === b.label &&
      a.connection === b.connection &&
      a.policy === b.policy &&
      a.output === b.output)
  );
}
