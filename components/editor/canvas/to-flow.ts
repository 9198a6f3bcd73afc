import type { Edge, Node, NodeHandle } from "@xyflow/react";
import { Position } from "@xyflow/react";
import type { Graph, GraphEdge, GraphNode } from "../../../codegen/schema/graph.ts";
import { portOf } from "../../../codegen/schema/node-facts.ts";
import type { Box, Point, Size } from "../model/geometry.ts";
import { positionOf } from "../model/geometry.ts";
import { indexOf } from "../model/graph-index.ts";
import type { Selection } from "../model/selection.ts";
import { describeNode, nodeNameId } from "../nodes/name-node.ts";
import { inputPlace, isOpenFrame, portPlaces, shapesOf, silhouetteOf } from "../nodes/node-shape.ts";
import type { Detour } from "./route-edge.ts";
import { detoursOf } from "./route-edge.ts";

/** A node as React Flow draws it: the document's own node, unchanged, what its drawing does not say, and its ports that edges leave by. */
export type FlowNode = Node<{ readonly node: GraphNode; readonly name: string; readonly wired: string }, "card" | "frame" | "note">;
export type FlowEdge = Edge<{ readonly detour: Detour | undefined }, "wire">;

/** The id of the place where edges enter a node. */
const INPUT = "in";

const origin: Point = { x: 0, y: 0 };

interface Made {
  readonly box: Box;
  readonly parentBox: Point;
  readonly selected: boolean;
  readonly tabbable: boolean;
  readonly name: string;
  readonly wired: string;
  readonly flow: FlowNode;
}
const madeNodes = new WeakMap<GraphNode, Made>();
const madeEdges = new WeakMap<GraphEdge, FlowEdge>();

/** The nodes that are drawn, containers before what they hold; a node that did not change keeps its identity. */
export function toFlowNodes(graph: Graph, selection: Selection): FlowNode[] {
  const shapes = shapesOf(graph);
  const drawn: FlowNode[] = [];
  const index = indexOf(graph);
  const draw = (parent: string | undefined, parentBox: Point): void => {
    for (const node of index.children(parent)) {
      const box = shapes.get(node.id);
      // The second of two nodes with one id is reported by the check and has no place of its own.
      if (!box || index.nodes.get(node.id) !== node) continue;
      const made = madeNodes.get(node);
      const selected = selection.nodes.has(node.id);
      const tabbable = selection.last === node.id;
      const name = describeNode(graph, node);
      const wired = wiredPorts(index.outgoing(node.id), index.incoming(node.id).length > 0);
      const isSame = made && isSameBox(made.box, box) && made.parentBox.x === parentBox.x && made.parentBox.y === parentBox.y;
      if (isSame && made.selected === selected && made.tabbable === tabbable && made.name === name && made.wired === wired) {
        drawn.push(made.flow);
      } else {
        const flow = makeNode(node, { name, wired }, box, parentBox, selected, tabbable);
        madeNodes.set(node, { box, parentBox, selected, tabbable, name, wired, flow });
        drawn.push(flow);
      }
      if (isOpenFrame(node)) draw(node.id, box);
    }
  };
  draw(undefined, origin);
  for (const node of graph.nodes) {
    // What sits in a container that does not exist is drawn at the top, so that it can be taken hold of.
    if (node.parent === undefined || index.nodes.has(node.parent)) continue;
    const box = shapes.get(node.id);
    if (box)
      drawn.push(
        makeNode(
          { ...node, parent: undefined },
          { name: describeNode(graph, node), wired: "" },
          box,
          origin,
          selection.nodes.has(node.id),
          false,
        ),
      );
  }
  return drawn;
}

/** The ports that edges leave by, and `in` when some lead in. */
function wiredPorts(outgoing: readonly GraphEdge[], hasIncoming: boolean): string {
  if (outgoing.length === 0) return hasIncoming ? INPUT : "";
  return [...(hasIncoming ? [INPUT] : []), ...new Set(outgoing.map(portOf))].join("\n");
}

function makeNode(
  node: GraphNode,
  said: { readonly name: string; readonly wired: string },
  box: Box,
  parentBox: Point,
  selected: boolean,
  tabbable: boolean,
): FlowNode {
  const { x, y } = positionOf(node);
  const { width, height } = box;
  const open = isOpenFrame(node);
  return {
    id: node.id,
    type: node.kind === "note" ? "note" : open ? "frame" : "card",
    data: { node, ...said },
    position: { x: x + box.x - parentBox.x, y: y + box.y - parentBox.y },
    ...(node.parent === undefined ? {} : { parentId: node.parent }),
    width,
    height,
    measured: { width, height },
    handles: handlesOf(node, box),
    selected,
    zIndex: node.kind === "note" ? 0 : silhouetteOf(node) === "container" && open ? 1 : 2,
    ariaRole: "button",
    domAttributes: { tabIndex: tabbable ? 0 : -1, "aria-labelledby": nodeNameId(node.id) },
  };
}

/** Where edges reach a node of this size, as React Flow takes it. */
export function handlesOf(node: GraphNode, box: Size): NodeHandle[] {
  const input = inputPlace(node, box);
  const handles = portPlaces(node, box).map(({ port, x, y }): NodeHandle => ({
    id: port,
    type: "source",
    position: port === "error" ? Position.Bottom : Position.Right,
    x,
    y,
    width: 0,
    height: 0,
  }));
  return input ? [...handles, { id: INPUT, type: "target", position: Position.Left, ...input, width: 0, height: 0 }] : handles;
}

/** The edges that are drawn: those whose ends are. */
export function toFlowEdges(graph: Graph, nodes: readonly FlowNode[], selection: Selection): FlowEdge[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const detours = detoursOf(graph);
  return graph.edges.flatMap((edge) => {
    const source = byId.get(edge.source);
    const target = byId.get(edge.target);
    const port = source && nearestPort(source, portOf(edge));
    if (port === undefined || !target?.handles?.some(({ id }) => id === INPUT)) return [];
    const selected = selection.edges.has(edge.id);
    const made = madeEdges.get(edge);
    const detour = detours.get(edge.id);
    if (made?.sourceHandle === port && made.selected === selected && isSameDetour(made.data?.detour, detour)) return [made];
    const flow: FlowEdge = {
      id: edge.id,
      type: "wire",
      source: edge.source,
      target: edge.target,
      sourceHandle: port,
      targetHandle: INPUT,
      selected,
      data: { detour },
      // Each node's own name says what it leads to.
      domAttributes: { "aria-hidden": true },
    };
    madeEdges.set(edge, flow);
    return [flow];
  });
}

/** The edge's own port, or the first one for an edge whose port is gone. */
function nearestPort(source: FlowNode, port: string): string | undefined {
  const ports = (source.handles ?? []).flatMap(({ id, type }) => (type === "source" && typeof id === "string" ? [id] : []));
  return ports.includes(port) ? port : ports[0];
}

/** Where a node of the document is, from where it is drawn. */
export function fromFlowPosition(graph: Graph, id: string, { x, y }: Point): Point {
  const shapes = shapesOf(graph);
  const node = indexOf(graph).nodes.get(id);
  const box = shapes.get(id) ?? origin;
  const parent = node?.parent === undefined ? origin : (shapes.get(node.parent) ?? origin);
  return { x: x - box.x + parent.x, y: y - box.y + parent.y };
}

function isSameDetour(a: Detour | undefined, b: Detour | undefined): boolean {
  return a?.left === b?.left && a?.right === b?.right && a?.y === b?.y;
}

function isSameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
