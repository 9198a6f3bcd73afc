import type { Catalog } from "../../../codegen/catalog.ts";
import type { Graph } from "../../../codegen/schema/graph.ts";
import { describeAction } from "../describe-action.ts";

const MOST = 18_000;

/** The shapes of the actions that a document uses. */
export function describeShapes(graph: Graph, { actions }: Catalog): string {
  const kinds = new Set(graph.nodes.map(({ kind }) => kind));
  return [...kinds]
    .flatMap((kind) => actions.get(kind) ?? [])
    .map(describeAction)
    .join("\n")
    .slice(0, MOST);
}
