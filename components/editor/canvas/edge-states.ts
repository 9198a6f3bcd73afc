import type { Graph, GraphEdge } from "../../../codegen/schema/graph.ts";
import { portOf } from "../../../codegen/schema/node-facts.ts";
import { indexOf } from "../model/graph-index.ts";
import { portsOf } from "../model/ports.ts";
import type { NodeRun } from "../screen.ts";

/** What became of an edge in the run that is looked at: `active` leads to what goes on now. */
export type EdgeState = "idle" | "taken" | "active" | "dead";

/** What became of each edge, as far as what its ends did tells it; no entry is `idle`. */
export function readEdgeStates(graph: Graph, runs: ReadonlyMap<string, NodeRun>): ReadonlyMap<string, EdgeState> {
  const states = new Map<string, EdgeState>();
  if (runs.size === 0) return states;
  for (const edge of graph.edges) {
    const state = readState(graph, edge, runs);
    if (state !== "idle") states.set(edge.id, state);
  }
  return states;
}

function readState(graph: Graph, edge: GraphEdge, runs: ReadonlyMap<string, NodeRun>): EdgeState {
  const source = runs.get(edge.source)?.status;
  const target = runs.get(edge.target)?.status;
  if (source === "skipped" || target === "skipped") return "dead";
  const port = portOf(edge);
  if (source === "failed" && port !== "error") return "dead";
  if (source !== "completed" && source !== "failed") return "idle";
  if (source === "completed" && port === "error") return "dead";
  const chosen = chosenPort(graph, edge.source, runs);
  if (chosen !== undefined && chosen !== port) return "dead";
  if (target === undefined || target === "pending") return "idle";
  return target === "running" || target === "retrying" || target === "waiting" ? "active" : "taken";
}

/** The port a node with several was left by, where what it alone leads to tells: that ran, or everything else did not. */
function chosenPort(graph: Graph, id: string, runs: ReadonlyMap<string, NodeRun>): string | undefined {
  const index = indexOf(graph);
  const node = index.nodes.get(id);
  const ports = node ? portsOf(node).filter((port) => port !== "error") : [];
  if (ports.length < 2) return undefined;
  const open = new Set(ports);
  for (const edge of index.outgoing(id)) {
    const status = runs.get(edge.target)?.status;
    if (status === "skipped") open.delete(portOf(edge));
    const ran = status !== undefined && status !== "skipped" && status !== "pending";
    if (ran && index.incoming(edge.target).length === 1) return portOf(edge);
  }
  const connected = new Set(index.outgoing(id).map(portOf));
  const left = [...open].filter((port) => connected.has(port));
  return left.length === 1 ? left[0] : undefined;
}
