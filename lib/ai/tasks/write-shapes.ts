import type { Catalog } from "../../../codegen/catalog.ts";
import type { Graph } from "../../../codegen/schema/graph.ts";
import { describeAction } from "../describe-action.ts";
import type { Fence } from "../prompt.ts";

const LONGEST_SHAPES = 18_000;

/** The shapes of the actions that a document uses, as its prompt has them. */
export function writeShapes(fence: Fence, graph: Graph, { actions }: Catalog): string {
  const kinds = new Set(graph.nodes.map(({ kind }) => kind));
  const shapes = [...kinds].flatMap((kind) => actions.get(kind) ?? []).map(describeAction);
  return fence.catalog(shapes.join("\n"), LONGEST_SHAPES);
}
