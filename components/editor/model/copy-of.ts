import type { Graph } from "../../../codegen/schema/graph.ts";
import type { Fragment } from "./copy-nodes.ts";
import { withDescendants } from "./graph-index.ts";

/** These nodes, what is inside them, and the edges between them. */
export function copyOf(graph: Graph, ids: Iterable<string>): Fragment {
  const wanted = withDescendants(graph, ids);
  return {
    nodes: graph.nodes.filter((node) => wanted.has(node.id)),
    edges: graph.edges.filter((edge) => wanted.has(edge.source) && wanted.has(edge.target)),
  };
}
