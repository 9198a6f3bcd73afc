import type { Graph } from "../../../codegen/schema/graph.ts";
import { isContainer } from "../../../codegen/schema/node-facts.ts";
import { indexOf, withDescendants } from "./graph-index.ts";

/** The nodes inside closed containers, which are not drawn. */
export function hiddenNodes(graph: Graph): ReadonlySet<string> {
  const closed = graph.nodes.filter((node) => node.collapsed === true && isContainer(node));
  return withDescendants(
    graph,
    closed.flatMap(({ id }) =>
      indexOf(graph)
        .children(id)
        .map((node) => node.id),
    ),
  );
}
