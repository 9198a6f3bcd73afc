import type { Graph } from "../../../codegen/schema/graph.ts";
import { parseGraph } from "../../../codegen/schema/parse-graph.ts";

/** A version's graph; undefined for one this page cannot read. */
export function readGraph(graph: unknown): Graph | undefined {
  const parsed = parseGraph(graph);
  return "graph" in parsed ? parsed.graph : undefined;
}
