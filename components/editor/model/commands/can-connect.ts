import type { Graph } from "../../../../codegen/schema/graph.ts";
import { portOf } from "../../../../codegen/schema/node-facts.ts";
import { indexOf, leadsTo } from "../graph-index.ts";
import { portsOf } from "../ports.ts";

/** Two ends that are to be joined. */
export interface Connection {
  readonly source: string;
  readonly port: string;
  readonly target: string;
}

/**
 * Why an edge cannot be drawn: an end is `missing`; the `port` is not one of the node's; a `note` has no edges; nothing leads into a
 * `trigger`; the ends are in different `container`s; they are joined by the same port already (`duplicate`); the target leads back to the
 * source (`cycle`).
 */
export type ConnectProblem = "missing" | "port" | "note" | "trigger" | "container" | "duplicate" | "cycle";

/** Whether the edge can be drawn, or why not. */
export function canConnect(graph: Graph, { source, port, target }: Connection): true | ConnectProblem {
  const index = indexOf(graph);
  const from = index.nodes.get(source);
  const to = index.nodes.get(target);
  if (!from || !to) return "missing";
  if (from.kind === "note" || to.kind === "note") return "note";
  if (to.kind === "trigger") return "trigger";
  if (from.parent !== to.parent) return "container";
  if (!portsOf(from).includes(port)) return "port";
  if (index.outgoing(source).some((edge) => edge.target === target && portOf(edge) === port)) return "duplicate";
  return leadsTo(graph, target, source) ? "cycle" : true;
}
