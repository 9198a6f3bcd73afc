import { isNeverChosen, portOf, portsOf } from "../../schema/node-facts.ts";
import type { CheckContext } from "../context.ts";

/** An edge leaves a node by a port that the node has, and that can be chosen. */
export function checkPorts(context: CheckContext): void {
  const known = new Map<string, readonly string[]>();
  for (const edge of context.graph.edges) {
    const source = context.layout.nodes.get(edge.source);
    if (!source || source.kind === "note" || !context.facts(source)) continue;
    const port = portOf(edge);
    const ports = known.get(source.id) ?? portsOf(source, context.catalog);
    known.set(source.id, ports);
    if (!ports.includes(port)) {
      context.report("unknown-port", { node: source.id, port, ports }, { edge: edge.id });
    } else if (isNeverChosen(source, port)) {
      context.report("port-never-chosen", { node: source.id, port }, { edge: edge.id });
    }
  }
}
