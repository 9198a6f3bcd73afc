import type { Graph, GraphNode } from "../../../codegen/schema/graph.ts";
import { AppError } from "../../errors.ts";

/** Throws `not_found`. */
export function requireNode(graph: Graph, id: string): GraphNode {
  const node = graph.nodes.find((candidate) => candidate.id === id);
  if (node) return node;
  throw new AppError("not_found", `The document has no node ${id}.`, { hint: "Send the document as it is now." });
}
