import type { Point } from "../model/geometry.ts";

/** One square of the grid that nodes are put on. */
export const GRID = 20;

export function snapPoint({ x, y }: Point): Point {
  return { x: Math.round(x / GRID) * GRID, y: Math.round(y / GRID) * GRID };
}
