import type { Graph } from "../../../codegen/schema/graph.ts";
import { setPositions } from "../model/commands/set-positions.ts";
import type { Point } from "../model/geometry.ts";
import { sizesOf } from "../nodes/node-shape.ts";

const GRID = 20;

/** Finds places for all nodes, or for these; gives the change that puts them there. The layout engine loads with the first question. */
export async function layOutGraph(graph: Graph, only?: ReadonlySet<string>): Promise<(graph: Graph) => Graph> {
  const { layOutInWorker } = await import("../model/layout/browser-layout.ts");
  const { positions, sizes } = await layOutInWorker(graph, sizesOf(graph), only);
  const snapped = new Map([...positions].map(([id, point]): [string, Point] => [id, { x: snap(point.x), y: snap(point.y) }]));
  return (now) => setPositions(now, snapped, sizes);
}

function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}
