import type { Graph } from "../../../codegen/schema/graph.ts";
import { setPositions } from "../model/commands/set-positions.ts";
import type { Point } from "../model/geometry.ts";
import { indexOf } from "../model/graph-index.ts";
import { sizesOf } from "../nodes/node-shape.ts";

const GRID = 20;

/** Finds places for all nodes, or for these; gives the change that puts them there. The layout engine loads with the first question. */
export async function layOutGraph(graph: Graph, only?: ReadonlySet<string>): Promise<(graph: Graph) => Graph> {
  const { layOutInWorker } = await import("../model/layout/browser-layout.ts");
  const { positions, sizes } = await layOutInWorker(graph, sizesOf(graph), only);
  const { nodes } = indexOf(graph);
  const snapped = new Map(
    [...positions].map(([id, point]): [string, Point] => {
      // In a loop never nearer to its bar than the engine left it.
      const snap = nodes.get(id)?.parent === undefined ? Math.round : Math.ceil;
      return [id, { x: snap(point.x / GRID) * GRID, y: snap(point.y / GRID) * GRID }];
    }),
  );
  return (now) => setPositions(now, snapped, sizes);
}
