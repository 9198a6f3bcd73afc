import type { Graph, GraphNode } from "../../../../codegen/schema/graph.ts";
import type { Box, Point, Sizes } from "../geometry.ts";
import { boxAround, boxOf, toParent, unmeasured } from "../geometry.ts";
import { outermost } from "../graph-index.ts";
import { setPositions } from "./set-positions.ts";

export type Alignment = "left" | "center" | "right" | "top" | "middle" | "bottom";

/** The graph with these nodes in line, by an edge of the box around them or by its middle. */
export function align(graph: Graph, ids: Iterable<string>, how: Alignment, sizes: Sizes = unmeasured): Graph {
  const nodes = outermost(graph, ids);
  const boxes = nodes.map((node) => boxOf(graph, node.id, sizes));
  const around = boxAround(boxes);
  if (!around || nodes.length < 2) return graph;
  return placeOnCanvas(
    graph,
    nodes,
    boxes.map((box) => alignIn(around, box, how)),
  );
}

/** The graph with each of these nodes at its point of the canvas. */
export function placeOnCanvas(graph: Graph, nodes: readonly GraphNode[], points: readonly Point[]): Graph {
  const moved = nodes.flatMap((node, index): [string, Point][] => {
    const point = points[index];
    return point ? [[node.id, toParent(graph, point, node.parent)]] : [];
  });
  return setPositions(graph, new Map(moved));
}

function alignIn(around: Box, box: Box, how: Alignment): Point {
  switch (how) {
    case "left":
      return { x: around.x, y: box.y };
    case "center":
      return { x: Math.round(around.x + (around.width - box.width) / 2), y: box.y };
    case "right":
      return { x: around.x + around.width - box.width, y: box.y };
    case "top":
      return { x: box.x, y: around.y };
    case "middle":
      return { x: box.x, y: Math.round(around.y + (around.height - box.height) / 2) };
    case "bottom":
      return { x: box.x, y: around.y + around.height - box.height };
  }
}
