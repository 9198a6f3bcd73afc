import type { Graph } from "../../../../codegen/schema/graph.ts";
import type { Point } from "../geometry.ts";
import { positionOf } from "../geometry.ts";
import { outermost } from "../graph-index.ts";
import { setPositions } from "./set-positions.ts";

/** The graph with nodes moved by so many pixels; what a moved container holds goes along. */
export function moveNodes(graph: Graph, ids: Iterable<string>, dx: number, dy: number): Graph {
  const moved = outermost(graph, ids).map((node): [string, Point] => {
    const { x, y } = positionOf(node);
    return [node.id, { x: x + dx, y: y + dy }];
  });
  return setPositions(graph, new Map(moved));
}
