import type { Graph, GraphEdge, GraphNode } from "../../../../codegen/schema/graph.ts";
import { isContainer, isNeverChosen, portOf } from "../../../../codegen/schema/node-facts.ts";
import type { Edited } from "../edited.ts";
import { positionOf } from "../geometry.ts";
import { indexOf } from "../graph-index.ts";
import { portsOf } from "../ports.ts";
import { selectNodes } from "../selection.ts";
import { withProperty } from "../change-nodes.ts";
import { connect } from "./connect.ts";

/**
 * The graph with containers opened for good: their nodes stand where they stood, what led into a container leads to the nodes that began its
 * rounds, and what it led to comes after those that ended them. The nodes are selected.
 */
export function ungroup(graph: Graph, ids: Iterable<string>): Edited {
  let next = graph;
  const freed: string[] = [];
  for (const id of ids) {
    const container = indexOf(next).nodes.get(id);
    if (!container || !isContainer(container)) continue;
    freed.push(
      ...indexOf(next)
        .children(id)
        .map((node) => node.id),
    );
    next = open(next, container);
  }
  return { graph: next, selection: selectNodes(next === graph ? ids : freed) };
}

function open(graph: Graph, container: GraphNode): Graph {
  const index = indexOf(graph);
  const { id } = container;
  const inside = index.children(id).filter((node) => node.kind !== "note");
  const starts = inside.filter((node) => index.incoming(node.id).length === 0).map((node) => node.id);
  const ends = inside.flatMap((node) => openPorts(graph, node).map((port) => ({ source: node.id, port })));
  const before = index.incoming(id).map((edge) => ({ source: edge.source, port: portOf(edge) }));
  const after = index
    .outgoing(id)
    .filter((edge) => portOf(edge) === "out")
    .map((edge) => edge.target);
  const corner = positionOf(container);
  const nodes = graph.nodes.flatMap((node): GraphNode[] => {
    if (node === container) return [];
    if (node.parent !== id) return [node];
    const { x, y } = positionOf(node);
    return [withProperty({ ...node, position: { x: x + corner.x, y: y + corner.y } }, "parent", container.parent)];
  });
  const edges: GraphEdge[] = graph.edges.filter((edge) => edge.source !== id && edge.target !== id);
  let next: Graph = { ...graph, nodes, edges };
  // With nothing inside, what came before the container leads on to what came after.
  for (const from of before) for (const target of inside.length === 0 ? after : starts) next = connect(next, { ...from, target });
  for (const from of ends) for (const target of after) next = connect(next, { ...from, target });
  return next;
}

/** The ports by which a node ends a round: all but `error`, when no edge leaves it by one of them. */
function openPorts(graph: Graph, node: GraphNode): string[] {
  const used = new Set(indexOf(graph).outgoing(node.id).map(portOf));
  const ports = portsOf(node).filter((port) => port !== "error" && !isNeverChosen(node, port));
  return ports.filter((port) => !used.has(port));
}
