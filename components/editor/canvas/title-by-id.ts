import type { Graph } from "../../../codegen/schema/graph.ts";
import { indexOf } from "../model/graph-index.ts";
import { titleOf } from "../nodes/summarize-node.ts";

/** What a node is called on the canvas. */
export function titleById(graph: Graph, id: string): string {
  const node = indexOf(graph).nodes.get(id);
  return node ? titleOf(node) : id;
}
