import type { Graph, GraphNode } from "../../../codegen/schema/graph.ts";
import { makeRoom, placeAfter } from "../model/commands/place-node.ts";
import { positionOf, unmeasured } from "../model/geometry.ts";
import { sameJson } from "../model/same-json.ts";

/** Gives the nodes that code added a place behind what leads to them; what comes after a node that was put in between makes room. */
export function placeNewNodes(before: Graph, graph: Graph): Graph {
  const known = new Set(before.nodes.map(({ id }) => id));
  const added = graph.nodes.filter((node) => !known.has(node.id) && !isRenamed(node, before, graph));
  if (added.length === 0) return graph;
  const waiting = new Set(added.map(({ id }) => id));
  let placed = without(graph, waiting);
  for (const node of added) {
    waiting.delete(node.id);
    const source = graph.edges.find((edge) => edge.target === node.id && !waiting.has(edge.source))?.source;
    const position = placeAfter(placed, node, source, unmeasured);
    const places = new Map([...placed.nodes, { ...node, position }].map((each) => [each.id, each]));
    placed = { ...without(graph, waiting), nodes: graph.nodes.flatMap(({ id }) => places.get(id) ?? []) };
    const target = graph.edges.find(
      (edge) =>
        edge.source === node.id &&
        known.has(edge.target) &&
        before.edges.some((old) => old.source === source && old.target === edge.target),
    )?.target;
    if (target !== undefined) placed = makeRoom(placed, node.id, target, unmeasured);
  }
  return placed;
}

/** Whether a node stands where another one stood that is gone: it only has a new name. */
function isRenamed(node: GraphNode, before: Graph, graph: Graph): boolean {
  const present = new Set(graph.nodes.map(({ id }) => id));
  return before.nodes.some(
    (old) => !present.has(old.id) && old.kind === node.kind && old.parent === node.parent && sameJson(positionOf(old), positionOf(node)),
  );
}

function without(graph: Graph, ids: ReadonlySet<string>): Graph {
  return {
    ...graph,
    nodes: graph.nodes.filter(({ id }) => !ids.has(id)),
    edges: graph.edges.filter(({ source, target }) => !ids.has(source) && !ids.has(target)),
  };
}
