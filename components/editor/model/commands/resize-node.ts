import type { Graph } from "../../../../codegen/schema/graph.ts";
import { changeNodes } from "../change-nodes.ts";
import type { Point, Size } from "../geometry.ts";
import { positionOf } from "../geometry.ts";
import { indexOf } from "../graph-index.ts";

/** The graph with a container or note of another size; one that is drawn out to the left or up also has another `position`, while what is inside stays where it is. */
export function resizeNode(graph: Graph, id: string, size: Size, position?: Point): Graph {
  const node = indexOf(graph).nodes.get(id);
  if (!node) return graph;
  const before = positionOf(node);
  const { x, y } = position ?? before;
  const dx = before.x - x;
  const dy = before.y - y;
  const moves = dx !== 0 || dy !== 0;
  const { width, height } = { width: Math.max(0, size.width), height: Math.max(0, size.height) };
  return changeNodes(graph, (other) => {
    if (other.id === id) {
      if (!moves && other.size?.width === width && other.size.height === height) return other;
      return { ...other, size: { width, height }, ...(moves && { position: { x, y } }) };
    }
    if (!moves || other.parent !== id) return other;
    const inside = positionOf(other);
    return { ...other, position: { x: inside.x + dx, y: inside.y + dy } };
  });
}
