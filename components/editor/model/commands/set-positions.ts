import type { Graph } from "../../../../codegen/schema/graph.ts";
import { changeNodes } from "../change-nodes.ts";
import type { Point, Sizes } from "../geometry.ts";

/** The graph with nodes at these places, relative to their containers; and, after an automatic layout, containers of these sizes. */
export function setPositions(graph: Graph, positions: ReadonlyMap<string, Point>, sizes?: Sizes): Graph {
  return changeNodes(graph, (node) => {
    const point = positions.get(node.id);
    const size = sizes?.get(node.id);
    const stays = point === undefined || (node.position?.x === point.x && node.position.y === point.y);
    const keepsSize = size === undefined || (node.size?.width === size.width && node.size.height === size.height);
    if (stays && keepsSize) return node;
    const position = stays ? node.position : { x: point.x, y: point.y };
    return { ...node, ...(position && { position }), ...(size && { size: { width: size.width, height: size.height } }) };
  });
}
