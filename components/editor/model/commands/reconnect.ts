import type { Graph } from "../../../../codegen/schema/graph.ts";
import { portOf } from "../../../../codegen/schema/node-facts.ts";
import { indexOf } from "../graph-index.ts";
import type { Connection, ConnectProblem } from "./can-connect.ts";
import { canConnect } from "./can-connect.ts";

/** Whether an edge can be led elsewhere, or why not: its own way does not stand in its way. */
export function canReconnect(graph: Graph, edge: string, connection: Connection): true | ConnectProblem {
  return canConnect(withoutEdge(graph, edge), connection);
}

/** The graph with an edge led elsewhere, by the same id; the same graph where `canReconnect` says why not. */
export function reconnect(graph: Graph, edge: string, connection: Connection): Graph {
  const before = indexOf(graph).edges.get(edge);
  if (!before || (before.source === connection.source && before.target === connection.target && portOf(before) === connection.port))
    return graph;
  if (canReconnect(graph, edge, connection) !== true) return graph;
  const { source, port, target } = connection;
  const moved = port === "out" ? { id: edge, source, target } : { id: edge, source, port, target };
  return { ...graph, edges: graph.edges.map((other) => (other.id === edge ? moved : other)) };
}

function withoutEdge(graph: Graph, edge: string): Graph {
  return { ...graph, edges: graph.edges.filter((other) => other.id !== edge) };
}
