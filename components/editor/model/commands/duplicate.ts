import type { Graph } from "../../../../codegen/schema/graph.ts";
import { copyOf } from "../copy-of.ts";
import { withFreshNames } from "../copy-nodes.ts";
import type { Edited } from "../edited.ts";
import { edgeIds, takenNames } from "../fresh-id.ts";
import type { Point } from "../geometry.ts";
import { positionOf } from "../geometry.ts";
import { outermost } from "../graph-index.ts";
import { selectNodes } from "../selection.ts";

/** The graph with these nodes twice, what is inside them and the edges between them included; the copies are selected. The trigger is not copied. */
export function duplicate(graph: Graph, ids: Iterable<string>, offset: Point = { x: 40, y: 40 }): Edited {
  const roots = outermost(graph, ids).filter((node) => node.kind !== "trigger");
  if (roots.length === 0) return { graph, selection: selectNodes(ids) };
  const rootIds = new Set(roots.map((node) => node.id));
  const fragment = copyOf(graph, rootIds);
  const copy = withFreshNames(fragment, takenNames(graph), edgeIds(graph));
  const copied = new Set([...rootIds].map((id) => copy.ids.get(id) ?? id));
  const nodes = copy.nodes.map((node) => {
    if (!copied.has(node.id)) return node;
    const { x, y } = positionOf(node);
    return { ...node, position: { x: x + offset.x, y: y + offset.y } };
  });
  return { graph: { ...graph, nodes: [...graph.nodes, ...nodes], edges: [...graph.edges, ...copy.edges] }, selection: selectNodes(copied) };
}
