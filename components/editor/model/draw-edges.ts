import type { Graph, GraphEdge } from "../../../codegen/schema/graph.ts";
import { portOf } from "../../../codegen/schema/node-facts.ts";
import { canConnect } from "./commands/can-connect.ts";
import { indexOf } from "./graph-index.ts";

/** The edges that can be drawn between the nodes of a graph, in their order, batch after batch; and those that cannot. */
export function drawEdges(graph: Graph, ...batches: readonly (readonly GraphEdge[])[]): { edges: GraphEdge[]; dropped: GraphEdge[] } {
  let drawn = graph;
  const dropped: GraphEdge[] = [];
  for (const batch of batches) {
    const all = { ...drawn, edges: [...drawn.edges, ...batch] };
    if (isSound(all)) {
      drawn = all;
      continue;
    }
    for (const edge of batch) {
      const fits = canConnect(drawn, { source: edge.source, port: portOf(edge), target: edge.target }) === true;
      if (fits) drawn = { ...drawn, edges: [...drawn.edges, edge] };
      else dropped.push(edge);
    }
  }
  return { edges: drawn.edges, dropped };
}

/** Whether each edge joins two nodes of one level, and nothing leads back to itself: what takes long to ask edge by edge, asked at once. */
function isSound(graph: Graph): boolean {
  const index = indexOf(graph);
  for (const { source, target } of graph.edges) {
    const [from, to] = [index.nodes.get(source), index.nodes.get(target)];
    if (!from || !to || from.parent !== to.parent || from.kind === "note" || to.kind === "note" || to.kind === "trigger") return false;
  }
  return new Set(graph.edges.map(edgeKey)).size === graph.edges.length && !hasCycle(graph);
}

function hasCycle(graph: Graph): boolean {
  const index = indexOf(graph);
  const waits = new Map(graph.nodes.map(({ id }) => [id, index.incoming(id).length]));
  const ready = graph.nodes.flatMap(({ id }) => (waits.get(id) === 0 ? [id] : []));
  let done = 0;
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    done++;
    for (const { target } of index.outgoing(id)) {
      const left = (waits.get(target) ?? 0) - 1;
      waits.set(target, left);
      if (left === 0) ready.push(target);
    }
  }
  return done < graph.nodes.length;
}

/** What makes two edges one: their ends and the port. */
export function edgeKey(edge: GraphEdge): string {
  return JSON.stringify([edge.source, portOf(edge), edge.target]);
}
