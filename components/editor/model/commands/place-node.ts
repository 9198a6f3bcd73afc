import type { Graph, GraphNode } from "../../../../codegen/schema/graph.ts";
import { setPositions } from "./set-positions.ts";
import type { Box, Point, Sizes } from "../geometry.ts";
import { containerPadding, gap, nodeSize, overlaps, positionOf, sizeOf } from "../geometry.ts";
import { indexOf } from "../graph-index.ts";

/** A free place for a new node: right of the one before it, lower where others stand already. Relative to its container. */
export function placeAfter(graph: Graph, node: GraphNode, before: string | undefined, sizes: Sizes): Point {
  const siblings = indexOf(graph).children(node.parent);
  const source = siblings.find((other) => other.id === before);
  const start = source
    ? { x: positionOf(source).x + sizeOf(graph, source.id, sizes).width + gap.x, y: positionOf(source).y }
    : { x: node.parent === undefined ? 0 : containerPadding.left, y: node.parent === undefined ? 0 : containerPadding.top };
  const boxes = siblings.map((other): Box => ({ ...positionOf(other), ...sizeOf(graph, other.id, sizes) }));
  let place: Box = { ...start, ...nodeSize };
  for (let hit = boxes.find((box) => overlaps(place, box)); hit; hit = boxes.find((box) => overlaps(place, box))) {
    place = { ...place, y: hit.y + hit.height + gap.y };
  }
  return { x: place.x, y: place.y };
}

/** Puts a node that was added on an edge in line with the edge's ends; the target and what comes after it move right as far as is needed. */
export function makeRoom(graph: Graph, id: string, target: string, sizes: Sizes): Graph {
  const index = indexOf(graph);
  const node = index.nodes.get(id);
  const next = index.nodes.get(target);
  const source = index.nodes.get(index.incoming(id)[0]?.source ?? "");
  if (!node || !next || !source) return graph;
  const left = positionOf(source).x + sizeOf(graph, source.id, sizes).width;
  const { width } = sizeOf(graph, id, sizes);
  const room = positionOf(next).x - left;
  const missing = Math.max(0, width + 2 * gap.x - room);
  const x = missing > 0 ? left + gap.x : left + Math.round((room - width) / 2);
  const y = Math.round((positionOf(source).y + positionOf(next).y) / 2);
  const moved = new Map<string, Point>([[id, { x, y }]]);
  if (missing > 0) {
    for (const each of reachable(graph, target)) {
      const other = index.nodes.get(each);
      // What stands left of the target is in nobody's way, wherever its edges lead.
      if (other && positionOf(other).x >= positionOf(next).x) moved.set(each, { x: positionOf(other).x + missing, y: positionOf(other).y });
    }
  }
  return setPositions(graph, moved);
}

function reachable(graph: Graph, from: string): Set<string> {
  const found = new Set([from]);
  // A set that grows is walked to its end.
  for (const id of found) for (const edge of indexOf(graph).outgoing(id)) found.add(edge.target);
  return found;
}
