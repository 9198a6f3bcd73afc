import type { Graph } from "../../../../codegen/schema/graph.ts";
import { withProperty } from "../change-nodes.ts";

/** What a workflow is called and what it is for; an empty text takes it away. */
export interface Details {
  readonly title?: string;
  readonly description?: string;
  /** The exported function's name; a wrong one is kept and shown as a problem. */
  readonly name?: string;
}

export function setDetails(graph: Graph, { title, description, name }: Details): Graph {
  let next = graph;
  if (title !== undefined) next = withProperty(next, "title", title === "" ? undefined : title);
  if (description !== undefined) next = withProperty(next, "description", description === "" ? undefined : description);
  if (name !== undefined) next = withProperty(next, "name", name);
  return next;
}
