import type { ElkExtendedEdge, ElkNode, ElkPort, LayoutOptions } from "elkjs/lib/elk-api.js";
import type { Graph, GraphNode } from "../../../../codegen/schema/graph.ts";
import { isContainer, portOf } from "../../../../codegen/schema/node-facts.ts";
import type { Size } from "../geometry.ts";
import { gap, nodeSize } from "../geometry.ts";
import { indexOf } from "../graph-index.ts";
import { portsOf } from "../ports.ts";

/** Columns from left to right. The seed is fixed: the same graph always looks the same. */
const plainOptions: LayoutOptions = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.padding": "[top=0,left=0,bottom=0,right=0]",
  "elk.spacing.nodeNode": String(gap.y),
  "elk.spacing.componentComponent": String(gap.y * 2),
  "elk.layered.spacing.nodeNodeBetweenLayers": String(gap.x),
  "elk.layered.spacing.edgeNodeBetweenLayers": "24",
  "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
  "elk.aspectRatio": "0.1",
  "elk.randomSeed": "1",
};

/** Nodes up to which ELK has the time to look for the best, in the order of the document where nothing else decides. */
const FEW = 150;
const forFew: LayoutOptions = {
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
  "elk.layered.thoroughness": "7",
};
const forMany: LayoutOptions = {
  "elk.layered.thoroughness": "1",
  "elk.layered.crossingMinimization.greedySwitch.type": "OFF",
};

/** The question to ELK about nodes of one container, each as large as it is drawn. */
export function toElk(graph: Graph, members: readonly GraphNode[], sizeOf: (id: string) => Size): ElkNode {
  const ids = new Set(members.map((node) => node.id));
  const edges = members.flatMap((node) =>
    indexOf(graph)
      .outgoing(node.id)
      .flatMap((edge): ElkExtendedEdge[] => {
        const isKnown = ids.has(edge.target) && portsOf(node).includes(portOf(edge));
        return isKnown ? [{ id: edge.id, sources: [portId(node.id, portOf(edge))], targets: [portId(edge.target, "")] }] : [];
      }),
  );
  const children = members.map((node): ElkNode => {
    const { width, height } = sizeOf(node.id);
    const row = isContainer(node) ? nodeSize.height : height;
    return {
      id: node.id,
      width,
      height,
      ports: portsOfElk(node, { width, height }, row),
      layoutOptions: { "elk.portConstraints": "FIXED_POS" },
    };
  });
  return { id: "root", layoutOptions: { ...plainOptions, ...(members.length <= FEW ? forFew : forMany) }, children, edges };
}

/** Between two ports of a node. */
const PITCH = 24;

/** Ports where they are drawn, so that edges along a row are straight: around the middle of the row, `error` at the lower corner. */
function portsOfElk(node: GraphNode, { width, height }: Size, row: number): ElkPort[] {
  const listed = portsOf(node).filter((port) => port !== "error");
  const start = row / 2 - ((listed.length - 1) * PITCH) / 2;
  const place = (port: string): number => (port === "error" ? height : start + listed.indexOf(port) * PITCH);
  const outgoing = portsOf(node).map((port) => ({ port, x: width, y: place(port), side: "EAST" }));
  const incoming = node.kind === "trigger" ? [] : [{ port: "", x: 0, y: row / 2, side: "WEST" }];
  return [...outgoing, ...incoming].map(({ port, x, y, side }) => ({
    id: portId(node.id, port),
    x,
    y,
    width: 0,
    height: 0,
    layoutOptions: { "elk.port.side": side },
  }));
}

function portId(node: string, port: string): string {
  return JSON.stringify([node, port]);
}
