import type { Graph } from "../../../../codegen/schema/graph.ts";
import { keep } from "../change-nodes.ts";

/** The graph without these edges. */
export function disconnect(graph: Graph, edges: Iterable<string>): Graph {
  const gone = new Set(edges);
  return keep(
    graph,
    () => true,
    (edge) => !gone.has(edge.id),
  );
}
