import type { Graph } from "../../../../codegen/schema/graph.ts";
import { edgeIds, freshEdgeId } from "../fresh-id.ts";
import type { Connection } from "./can-connect.ts";
import { canConnect } from "./can-connect.ts";

/** The graph with an edge more; the same graph where `canConnect` says why not. */
export function connect(graph: Graph, connection: Connection): Graph {
  if (canConnect(graph, connection) !== true) return graph;
  const { source, port, target } = connection;
  const id = freshEdgeId(edgeIds(graph));
  return { ...graph, edges: [...graph.edges, port === "out" ? { id, source, target } : { id, source, port, target }] };
}
