import type { Graph, GraphNode } from "../../../../codegen/schema/graph.ts";
import { isContainer } from "../../../../codegen/schema/node-facts.ts";
import { withProperty } from "../change-nodes.ts";
import { positionOf } from "../geometry.ts";
import { indexOf } from "../graph-index.ts";

/**
 * A merged graph in which every parent is a container that is there: a node whose container one side took away moves out to the next one
 * around that is left, and stays where it is on the canvas; where two containers ended up inside each other, mine decides.
 */
export function settleParents(merged: Graph, mine: Graph, theirs: Graph): Graph {
  const present = new Map(merged.nodes.map((node) => [node.id, node]));
  const nodes = merged.nodes.map((node) => settle(node, present, mine, theirs));
  const own = indexOf(mine).nodes;
  const settled = new Map(nodes.map((node) => [node.id, node]));
  return {
    ...merged,
    nodes: nodes.map((node) => {
      if (!isInside(node, settled)) return node;
      const before = own.get(node.id);
      const fixed = withProperty(node, "parent", before?.parent);
      settled.set(node.id, fixed);
      return fixed;
    }),
  };
}

function settle(node: GraphNode, present: ReadonlyMap<string, GraphNode>, mine: Graph, theirs: Graph): GraphNode {
  let { x, y } = positionOf(node);
  let parent = node.parent;
  const seen = new Set<string>();
  while (parent !== undefined && !seen.has(parent)) {
    const container = present.get(parent);
    if (container && isContainer(container)) break;
    seen.add(parent);
    const gone = indexOf(mine).nodes.get(parent) ?? indexOf(theirs).nodes.get(parent);
    x += gone ? positionOf(gone).x : 0;
    y += gone ? positionOf(gone).y : 0;
    parent = gone?.parent;
  }
  if (parent === node.parent) return node;
  return withProperty({ ...node, position: { x, y } }, "parent", parent !== undefined && present.has(parent) ? parent : undefined);
}

/** Whether a node's containers lead back to itself. */
function isInside(node: GraphNode, nodes: ReadonlyMap<string, GraphNode>): boolean {
  const seen = new Set<string>();
  for (let id = node.parent; id !== undefined && !seen.has(id); id = nodes.get(id)?.parent) {
    if (id === node.id) return true;
    seen.add(id);
  }
  return false;
}
