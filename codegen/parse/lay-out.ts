import type { Graph } from "../schema/graph.ts";

const COLUMN = 280;
const ROW = 140;

/** Places nodes that have no place: a column for each distance from the start of their level, a row for each in a column. */
export function layOut(graph: Graph): Graph {
  const columns = new Map<string, number>();
  const rows = new Map<string, number>();
  const incoming = Map.groupBy(graph.edges, (edge) => edge.target);
  const nodes = graph.nodes.map((node) => {
    const sources = incoming.get(node.id) ?? [];
    // Nodes come after those that lead to them.
    const column = sources.reduce((most, edge) => Math.max(most, (columns.get(edge.source) ?? -1) + 1), 0);
    columns.set(node.id, column);
    const cell = `${column} ${node.parent ?? ""}`;
    const row = rows.get(cell) ?? 0;
    rows.set(cell, row + 1);
    return node.position ? node : { ...node, position: { x: column * COLUMN, y: row * ROW } };
  });
  return { ...graph, nodes };
}
