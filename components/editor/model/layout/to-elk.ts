import type { ElkExtendedEdge, ElkNode, LayoutOptions } from "elkjs/lib/elk-api.js";
import type { Graph, GraphNode } from "../../../../codegen/schema/graph.ts";
import { isContainer, portOf } from "../../../../codegen/schema/node-facts.ts";
import type { Sizes } from "../geometry.ts";
import { containerPadding, emptyContainerSize, gap, sizeOf } from "../geometry.ts";
import { indexOf } from "../graph-index.ts";
import { portsOf } from "../ports.ts";

const { top, right, bottom, left } = containerPadding;

/** Columns from left to right, in the order of the document where nothing else decides: the same graph always looks the same. */
const levelOptions: LayoutOptions = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.spacing.nodeNode": String(gap.y),
  "elk.spacing.componentComponent": String(gap.y * 2),
  "elk.layered.spacing.nodeNodeBetweenLayers": String(gap.x),
  "elk.layered.spacing.edgeNodeBetweenLayers": "24",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
  "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
  "elk.layered.nodePlacement.bk.fixedAlignment": "BALANCED",
  "elk.layered.thoroughness": "7",
  "elk.separateConnectedComponents": "true",
  "elk.aspectRatio": "0.1",
  "elk.randomSeed": "1",
};

/** The question to ELK: the nodes at the top or, with `only`, those of them and what is inside; notes and the inside of closed containers are left out. */
export function toElk(graph: Graph, sizes: Sizes, parent: string | undefined, only?: ReadonlySet<string>): ElkNode {
  return { id: "root", layoutOptions: levelOptions, ...levelOf(graph, sizes, parent, only) };
}

function levelOf(
  graph: Graph,
  sizes: Sizes,
  parent: string | undefined,
  only?: ReadonlySet<string>,
): { children: ElkNode[]; edges: ElkExtendedEdge[] } {
  const index = indexOf(graph);
  const members = index.children(parent).filter((node) => node.kind !== "note" && (only?.has(node.id) ?? true));
  const ids = new Set(members.map((node) => node.id));
  const edges = members.flatMap((node) =>
    index.outgoing(node.id).flatMap((edge): ElkExtendedEdge[] => {
      const known = ids.has(edge.target) && portsOf(node).includes(portOf(edge));
      return known ? [{ id: edge.id, sources: [portId(node.id, portOf(edge))], targets: [portId(edge.target, "")] }] : [];
    }),
  );
  return { children: members.map((node) => toElkNode(graph, sizes, node)), edges };
}

function toElkNode(graph: Graph, sizes: Sizes, node: GraphNode): ElkNode {
  const { width, height } = sizeOf(graph, node.id, sizes);
  const outgoing = portsOf(node).map((port) => ({ id: portId(node.id, port), side: "EAST" }));
  const incoming = node.kind === "trigger" ? [] : [{ id: portId(node.id, ""), side: "WEST" }];
  // ELK counts ports clockwise from the upper left: down the right side, up the left one.
  const ports = [...outgoing, ...incoming].map(({ id, side }, place) => ({
    id,
    width: 0,
    height: 0,
    layoutOptions: { "elk.port.side": side, "elk.port.index": String(place) },
  }));
  const plain: ElkNode = { id: node.id, ports, layoutOptions: { "elk.portConstraints": "FIXED_ORDER" } };
  if (!isContainer(node) || node.collapsed === true) return { ...plain, width, height };
  const least = indexOf(graph).children(node.id).length === 0 ? emptyContainerSize : { width: 0, height: 0 };
  return {
    ...plain,
    layoutOptions: {
      ...plain.layoutOptions,
      ...levelOptions,
      "elk.padding": `[top=${top},left=${left},bottom=${bottom},right=${right}]`,
      "elk.nodeSize.constraints": "MINIMUM_SIZE",
      "elk.nodeSize.minimum": `(${least.width},${least.height})`,
    },
    ...levelOf(graph, sizes, node.id),
  };
}

function portId(node: string, port: string): string {
  return JSON.stringify([node, port]);
}
