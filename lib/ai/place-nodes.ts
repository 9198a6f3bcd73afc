import type { Graph, GraphNode } from "../../codegen/schema/graph.ts";

/** A node's width or height and the free space beside it, as the canvas draws them. */
const COLUMN = 300;
const ROW = 120;
/** Of a container's body. */
const BODY = { x: 40, y: 60 };

/** Gives each node without a place one: right of those that lead to it, below what stands there already. Nothing that has a place moves. */
export function placeNodes(graph: Graph): Graph {
  const placed = new Map<string, GraphNode>();
  for (const node of graph.nodes) if (node.position) placed.set(node.id, node);
  const sources = Map.groupBy(graph.edges, (edge) => edge.target);
  let waiting = graph.nodes.filter((node) => !node.position);
  if (waiting.length === 0) return graph;
  const isReady = ({ id }: GraphNode): boolean => (sources.get(id) ?? []).every(({ source }) => placed.has(source));
  while (waiting.length > 0) {
    // A cycle, which `check` refuses, is entered somewhere.
    const [first] = waiting;
    const next = waiting.find(isReady) ?? first;
    if (!next) break;
    const before = (sources.get(next.id) ?? []).flatMap(({ source }) => placed.get(source)?.position ?? []);
    placed.set(next.id, { ...next, position: findPlace(next, before, placed) });
    waiting = waiting.filter((node) => node !== next);
  }
  return { ...graph, nodes: graph.nodes.map((node) => placed.get(node.id) ?? node) };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function findPlace(node: GraphNode, before: readonly Point[], placed: ReadonlyMap<string, GraphNode>): Point {
  const start = node.parent === undefined ? { x: 0, y: 0 } : BODY;
  const x = before.length === 0 ? start.x : Math.max(...before.map((point) => point.x)) + COLUMN;
  let y = before.length === 0 ? start.y : Math.min(...before.map((point) => point.y));
  const beside = [...placed.values()].filter((other) => other.parent === node.parent).flatMap((other) => other.position ?? []);
  while (beside.some((other) => Math.abs(other.x - x) < COLUMN && Math.abs(other.y - y) < ROW)) y += ROW;
  return { x, y };
}
