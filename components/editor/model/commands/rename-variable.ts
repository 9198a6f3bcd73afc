import { renameVariable as renameEverywhere } from "../../../../codegen/rename.ts";
import type { Graph } from "../../../../codegen/schema/graph.ts";
import { isVariableName } from "../../../../codegen/schema/identifiers.ts";
import { takenNames } from "../fresh-id.ts";
import { keepIdentity } from "../keep-identity.ts";

/** The graph with the variable of a loop called otherwise, and every expression that reads it; the same graph when the name is not free. */
export function renameVariable(graph: Graph, loop: string, to: string): Graph {
  if (!isVariableName(to) || takenNames(graph).has(to)) return graph;
  return keepIdentity(graph, renameEverywhere(graph, loop, to));
}
