import type { Graph } from "../../../../codegen/schema/graph.ts";
import { isContainer } from "../../../../codegen/schema/node-facts.ts";
import { changeNodes, withProperty } from "../change-nodes.ts";

/** The graph with a container closed or open. */
export function setCollapsed(graph: Graph, id: string, collapsed: boolean): Graph {
  return changeNodes(graph, (node) =>
    node.id === id && isContainer(node) && (node.collapsed === true) !== collapsed
      ? withProperty(node, "collapsed", collapsed || undefined)
      : node,
  );
}
