import type { Graph } from "../../../codegen/schema/graph.ts";
import { graphSchema } from "../../../codegen/schema/graph.ts";

/** A graph as the API gives one, which says of it only that it is JSON; undefined for one of a shape this page does not know. */
export function asGraph(graph: unknown): Graph | undefined {
  return graphSchema.safeParse(graph).data;
}
