import type { Graph } from "../../../../codegen/schema/graph.ts";
import type { Point } from "../geometry.ts";
import { containerPadding, gap, nodeSize } from "../geometry.ts";

/** Gives nodes without a place one: a column for each distance from the start of their level, a row for each in a column. The same graph when all have one. */
export function layOutSimply(graph: Graph): Graph {
  if (graph.nodes.every((node) => node.position)) return graph;
  const columns = findColumns(graph);
  const rows = new Map<string, number>();
  const nodes = graph.nodes.map((node) => {
    const column = columns.get(node.id) ?? 0;
    const cell = JSON.stringify([node.parent, column]);
    const row = rows.get(cell) ?? 0;
    rows.set(cell, row + 1);
    const corner: Point = node.parent === undefined ? { x: 0, y: 0 } : { x: containerPadding.left, y: containerPadding.top };
    const position = { x: corner.x + column * (nodeSize.width + gap.x), y: corner.y + row * (nodeSize.height + gap.y) };
    return node.position ? node : { ...node, position };
  });
  return { ...graph, nodes };
}

/** The longest way to each node, in edges; rounds end where nothing moves any more, or after as many as there are nodes (a cycle). */
function findColumns(graph: Graph): Map<string, number> {
  const columns = new Map<string, number>();
  for (let round = 0; round < graph.nodes.length; round++) {
    let moved = false;
    for (const { source, target } of graph.edges) {
      const column = (columns.get(source) ?? 0) + 1;
      if (column <= (columns.get(target) ?? 0)) continue;
      columns.set(target, column);
      moved = true;
    }
    if (!moved) break;
  }
  return columns;
}
