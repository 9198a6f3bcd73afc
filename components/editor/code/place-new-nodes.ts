import type { Graph, GraphEdge } from "../../../codegen/schema/graph.ts";
import { makeRoom, placeAfter } from "../model/commands/place-node.ts";
import { unmeasured } from "../model/geometry.ts";

/** Gives the nodes that code added a place behind what leads to them; what comes after a node that was put in between makes room. */
export function placeNewNodes(before: Graph, graph: Graph): Graph {
  const known = new Set(before.nodes.map(({ id }) => id));
  const added = graph.nodes.filter((node) => !known.has(node.id));
  if (added.length === 0) return graph;
  const wasNext = new Set(before.edges.map(endsOf));
  /** Of nodes that were added one behind the other, the one from before that leads to them. */
  const origins = new Map<string, string>();
  const waiting = new Set(added.map(({ id }) => id));
  let placed = without(graph, waiting);
  for (const node of added) {
    waiting.delete(node.id);
    const source = graph.edges.find((edge) => edge.target === node.id && !waiting.has(edge.source))?.source;
    const position = placeAfter(placed, node, source, unmeasured);
    const places = new Map([...placed.nodes, { ...node, position }].map((each) => [each.id, each]));
    placed = { ...without(graph, waiting), nodes: graph.nodes.flatMap(({ id }) => places.get(id) ?? []) };
    const origin = source === undefined ? undefined : (origins.get(source) ?? source);
    if (origin !== undefined) origins.set(node.id, origin);
    const target = graph.edges.find(
      (edge) => edge.source === node.id && wasNext.has(endsOf({ source: origin ?? "", target: edge.target })),
    )?.target;
    if (target !== undefined) placed = makeRoom(placed, node.id, target, unmeasured);
  }
  return placed;
}

function endsOf({ source, target }: Pick<GraphEdge, "source" | "target">): string {
  return `${source} ${target}`;
}

function without(graph: Graph, ids: ReadonlySet<string>): Graph {
  return {
    ...graph,
    nodes: graph.nodes.filter(({ id }) => !ids.has(id)),
    edges: graph.edges.filter(({ source, target }) => !ids.has(source) && !ids.has(target)),
  };
}
