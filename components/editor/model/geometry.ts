import type { Graph, GraphNode } from "../../../codegen/schema/graph.ts";
import { isContainer } from "../../../codegen/schema/node-facts.ts";
import { ancestorsOf, indexOf } from "./graph-index.ts";

/** In pixels of the canvas. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Box extends Point, Size {}
/** How large nodes are drawn, by id; what was not measured yet is taken to be of the usual size. */
export type Sizes = ReadonlyMap<string, Size>;

export const unmeasured: Sizes = new Map();
export const nodeSize: Size = { width: 220, height: 64 };
/** Of a container with nothing in it. */
export const emptyContainerSize: Size = { width: 320, height: 200 };
const noteSize: Size = { width: 240, height: 120 };
/** What a container keeps free around its nodes; the top holds its title. */
export const containerPadding = { top: 60, right: 32, bottom: 32, left: 40 } as const;
/** Between two nodes that are placed automatically. */
export const gap = { x: 80, y: 56 } as const;

const origin: Point = { x: 0, y: 0 };

/** A node's place, relative to its container. */
export function positionOf(node: GraphNode): Point {
  return node.position ?? origin;
}

/** Where a node is on the canvas. */
export function absolutePosition(graph: Graph, id: string): Point {
  const { nodes } = indexOf(graph);
  let { x, y } = origin;
  for (const each of [id, ...ancestorsOf(graph, id)]) {
    const node = nodes.get(each);
    if (!node) continue;
    x += positionOf(node).x;
    y += positionOf(node).y;
  }
  return { x, y };
}

/** A point of the canvas as the nodes of a container have it. */
export function toParent(graph: Graph, point: Point, parent: string | undefined): Point {
  if (parent === undefined) return point;
  const { x, y } = absolutePosition(graph, parent);
  return { x: point.x - x, y: point.y - y };
}

/** How large a node is drawn. A container is as large as its nodes need, or larger when a person made it so; closed, it is like any node. */
export function sizeOf(graph: Graph, id: string, sizes: Sizes = unmeasured): Size {
  const node = indexOf(graph).nodes.get(id);
  if (!node) return nodeSize;
  if (!isContainer(node)) return sizes.get(id) ?? node.size ?? (node.kind === "note" ? noteSize : nodeSize);
  if (node.collapsed === true) return nodeSize;
  const children = indexOf(graph).children(id);
  const least = node.size ?? (children.length === 0 ? emptyContainerSize : { width: 0, height: 0 });
  let { width, height } = least;
  for (const child of children) {
    const size = sizeOf(graph, child.id, sizes);
    const { x, y } = positionOf(child);
    width = Math.max(width, x + size.width + containerPadding.right);
    height = Math.max(height, y + size.height + containerPadding.bottom);
  }
  return { width: Math.max(width, nodeSize.width), height: Math.max(height, nodeSize.height) };
}

/** Where a node is on the canvas, and how large. */
export function boxOf(graph: Graph, id: string, sizes: Sizes = unmeasured): Box {
  return { ...absolutePosition(graph, id), ...sizeOf(graph, id, sizes) };
}

/** The smallest box around these; undefined around nothing. */
export function boxAround(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
