import type { Graph, GraphEdge } from "../../../codegen/schema/graph.ts";
import { portOf } from "../../../codegen/schema/node-facts.ts";
import type { Box, Point } from "../model/geometry.ts";
import { absolutePosition } from "../model/geometry.ts";
import { indexOf } from "../model/graph-index.ts";
import { inputPlace, portPlaces, shapesOf } from "../nodes/node-shape.ts";

/** The level part of an edge that goes round nodes in its way: from `left` to `right` at the height `y`. */
export interface Detour {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Between an edge and a node that it passes. */
const CLEARANCE = 24;
/** An edge shorter than this has nothing between its ends. */
const SHORT = 260;
/** Heights that are tried before an edge goes straight after all. */
const TRIES = 6;

const routes = new WeakMap<Graph, Map<string, Detour>>();

/** The detours of a graph's edges, by id; an edge that is free to go straight has none. */
export function detoursOf(graph: Graph): ReadonlyMap<string, Detour> {
  const known = routes.get(graph);
  if (known) return known;
  const made = new Map<string, Detour>();
  const shapes = shapesOf(graph);
  const index = indexOf(graph);
  const boxes = new Map<string | undefined, Box[]>();
  const boxesIn = (parent: string | undefined): Box[] => {
    let list = boxes.get(parent);
    if (!list) {
      list = index.children(parent).flatMap((node) => (node.kind === "note" ? [] : (placed(graph, node.id) ?? [])));
      boxes.set(parent, list);
    }
    return list;
  };
  for (const edge of graph.edges) {
    const ends = endsOf(graph, edge, shapes);
    if (!ends || ends.to.x - ends.from.x < SHORT) continue;
    const detour = findDetour(ends.from, ends.to, boxesIn(index.nodes.get(edge.source)?.parent));
    if (detour) made.set(edge.id, detour);
  }
  routes.set(graph, made);
  return made;
}

/** The nearest level way round the boxes between two points, or undefined when nothing is in the way, or everything. */
export function findDetour(from: Point, to: Point, boxes: readonly Box[]): Detour | undefined {
  const between = boxes.filter((box) => box.x > from.x && box.x + box.width < to.x);
  const middle = (box: Box): number => from.y + ((to.y - from.y) * (box.x + box.width / 2 - from.x)) / (to.x - from.x);
  const hit = between.filter((box) => isIn(box, middle(box)));
  if (hit.length === 0) return undefined;
  const left = Math.min(...hit.map((box) => box.x)) - CLEARANCE;
  const right = Math.max(...hit.map((box) => box.x + box.width)) + CLEARANCE;
  const inWay = between.filter((box) => box.x < right && box.x + box.width > left);
  const straight = (from.y + to.y) / 2;
  const heights = inWay
    .flatMap((box) => [box.y - CLEARANCE, box.y + box.height + CLEARANCE])
    .sort((a, b) => Math.abs(a - straight) - Math.abs(b - straight));
  const y = heights.slice(0, TRIES).find((height) => !inWay.some((box) => isIn(box, height)));
  return y === undefined ? undefined : { left, right, y };
}

function isIn({ y, height }: Box, at: number): boolean {
  return at > y - CLEARANCE / 2 && at < y + height + CLEARANCE / 2;
}

function placed(graph: Graph, id: string): Box | undefined {
  const shape = shapesOf(graph).get(id);
  const at = absolutePosition(graph, id);
  return shape && { x: at.x + shape.x, y: at.y + shape.y, width: shape.width, height: shape.height };
}

function endsOf(graph: Graph, edge: GraphEdge, shapes: ReadonlyMap<string, Box>): { readonly from: Point; readonly to: Point } | undefined {
  const { nodes } = indexOf(graph);
  const source = nodes.get(edge.source);
  const target = nodes.get(edge.target);
  const sourceBox = shapes.get(edge.source) && placed(graph, edge.source);
  const targetBox = shapes.get(edge.target) && placed(graph, edge.target);
  if (!source || !target || !sourceBox || !targetBox || portOf(edge) === "error") return undefined;
  const port = portPlaces(source, sourceBox).find((place) => place.port === portOf(edge));
  const input = inputPlace(target, targetBox);
  if (!port || !input) return undefined;
  return { from: { x: sourceBox.x + port.x, y: sourceBox.y + port.y }, to: { x: targetBox.x + input.x, y: targetBox.y + input.y } };
}
