import { portOf } from "../../schema/node-facts.ts";
import type { CheckContext } from "../context.ts";

/** Two edges from one port to one node are one too many. */
export function checkDuplicateEdges(context: CheckContext): void {
  const seen = new Set<string>();
  for (const edge of context.graph.edges) {
    const port = portOf(edge);
    const key = JSON.stringify([edge.source, port, edge.target]);
    if (seen.has(key)) context.report("duplicate-edge", { source: edge.source, port, target: edge.target }, { edge: edge.id });
    seen.add(key);
  }
}
