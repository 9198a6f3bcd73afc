import type { Graph, GraphNode } from "../../../codegen/schema/graph.ts";
import { actionFacts, builtInKinds } from "../../../codegen/schema/kind-facts.ts";
import { isContainer } from "../../../codegen/schema/node-facts.ts";
import type { Box, Point, Size, Sizes } from "../model/geometry.ts";
import { containerPadding, emptyContainerSize, positionOf } from "../model/geometry.ts";
import { indexOf } from "../model/graph-index.ts";
import { portsOf } from "../model/ports.ts";

/** How nodes are drawn, in pixels of the canvas, known without measuring: edges need no layout of the page. */

export const card: Size = { width: 220, height: 64 };
/** Between two ports in a list: each is as high. */
export const portPitch = 24;
const noteSize: Size = { width: 240, height: 120 };
/** Where a node in a row is entered and left, below its top: the same for cards and frames, so that edges along a row are straight. */
const rowMiddle = card.height / 2;
/** Room that is kept in an open container around its nodes. */
const frameInset = { left: 24, top: containerPadding.top, right: containerPadding.right, bottom: containerPadding.bottom };

/** A port on a node's edge, relative to its upper left corner. */
export interface PortPlace extends Point {
  readonly port: string;
}

/** What a node looks like, apart from its texts. */
export type Silhouette = "trigger" | "step" | "choice" | "wait" | "pure" | "end" | "note" | "container";

export function silhouetteOf(node: GraphNode): Silhouette {
  return (builtInKinds.get(node.kind) ?? actionFacts).role;
}

/** Whether a container is drawn with what it holds. */
export function isOpenFrame(node: GraphNode): boolean {
  return isContainer(node) && node.collapsed !== true;
}

/** The ports in the list at the right edge: all but `error`, which stands below. */
export function listedPorts(node: GraphNode): readonly string[] {
  return portsOf(node).filter((port) => port !== "error");
}

/** Whether ports have names beside them: where there are several, or one that says more than that it goes on. */
export function hasNamedPorts(node: GraphNode): boolean {
  const ports = listedPorts(node);
  return ports.length > 1;
}

/** The size of a node that holds no others. */
function cardSize(node: GraphNode): Size {
  if (node.kind === "note") return node.size ?? noteSize;
  const ports = listedPorts(node).length;
  return ports < 3 ? card : { width: card.width, height: Math.max(card.height, ports * portPitch + 16) };
}

/** The frame of an open container, relative to the container's own position: it reaches left and up too where nodes stand there. */
function frameBox(node: GraphNode, children: readonly { readonly position: Point; readonly size: Size }[]): Box {
  const least = node.size ?? (children.length === 0 ? emptyContainerSize : card);
  let left = 0;
  let top = 0;
  let right = least.width;
  let bottom = least.height;
  for (const { position, size } of children) {
    left = Math.min(left, position.x - frameInset.left);
    top = Math.min(top, position.y - frameInset.top);
    right = Math.max(right, position.x + size.width + frameInset.right);
    bottom = Math.max(bottom, position.y + size.height + frameInset.bottom);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

const shapes = new WeakMap<Graph, ReadonlyMap<string, Box>>();

/** How large each node is drawn, by id, and where relative to its own position: other than 0 only for a container that reaches left or up. */
export function shapesOf(graph: Graph): ReadonlyMap<string, Box> {
  const known = shapes.get(graph);
  if (known) return known;
  const index = indexOf(graph);
  const made = new Map<string, Box>();
  const shape = (node: GraphNode, depth: number): Box => {
    const done = made.get(node.id);
    if (done) return done;
    // A container inside itself is reported by the check; here it only has to end.
    const inside = isOpenFrame(node) && depth < 64 ? index.children(node.id) : undefined;
    const box = inside
      ? frameBox(
          node,
          inside.map((child) => placeOf(child, shape(child, depth + 1))),
        )
      : { x: 0, y: 0, ...(isContainer(node) ? card : cardSize(node)) };
    made.set(node.id, box);
    return box;
  };
  for (const node of graph.nodes) shape(node, 0);
  shapes.set(graph, made);
  return made;
}

function placeOf(node: GraphNode, box: Box): { readonly position: Point; readonly size: Size } {
  const { x, y } = positionOf(node);
  return { position: { x: x + box.x, y: y + box.y }, size: box };
}

const sizes = new WeakMap<Graph, Sizes>();

/** The same as the model's commands take it: sizes alone, since they spread them over places. */
export function sizesOf(graph: Graph): Sizes {
  const known = sizes.get(graph);
  if (known) return known;
  const made = new Map([...shapesOf(graph)].map(([id, { width, height }]): [string, Size] => [id, { width, height }]));
  sizes.set(graph, made);
  return made;
}

/** Where edges leave a node of this size. */
export function portPlaces(node: GraphNode, { width, height }: Size): readonly PortPlace[] {
  const ports = portsOf(node);
  const listed = ports.filter((port) => port !== "error");
  const middle = isOpenFrame(node) ? rowMiddle : height / 2;
  const start = middle - ((listed.length - 1) * portPitch) / 2;
  const places = listed.map((port, at): PortPlace => ({ port, x: width, y: start + at * portPitch }));
  return ports.includes("error") ? [...places, { port: "error", x: width - 28, y: height }] : places;
}

/** Where edges enter a node of this size; undefined for one that nothing leads into. */
export function inputPlace(node: GraphNode, { height }: Size): Point | undefined {
  if (node.kind === "trigger" || node.kind === "note") return undefined;
  return { x: 0, y: isOpenFrame(node) ? rowMiddle : height / 2 };
}
