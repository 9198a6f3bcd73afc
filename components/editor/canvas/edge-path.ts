import { Position, getSmoothStepPath } from "@xyflow/react";
import type { Point } from "../model/geometry.ts";
import type { Detour } from "./route-edge.ts";

/** The line from a port to where a node is entered: level where it leaves and arrives, never sharper than it must be. */
export function edgePath(from: Point, to: Point, leaves: "right" | "bottom" = "right", detour?: Detour): string {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  if (detour && detour.left > from.x && detour.right < to.x) {
    const { left, right, y } = detour;
    const out = (left - from.x) / 2;
    const home = (to.x - right) / 2;
    return `M${from.x},${from.y} C${from.x + out},${from.y} ${left - out},${y} ${left},${y} L${right},${y} C${right + home},${y} ${to.x - home},${to.y} ${to.x},${to.y}`;
  }
  if (leaves === "bottom") {
    const down = Math.max(28, Math.abs(dy) * 0.5);
    if (dy > 24 && dx > 0)
      return `M${from.x},${from.y} C${from.x},${from.y + down} ${to.x - Math.max(28, dx * 0.5)},${to.y} ${to.x},${to.y}`;
    return step(from, to, Position.Bottom);
  }
  if (Math.abs(dy) < 0.5 && dx > 0) return `M${from.x},${from.y} L${to.x},${to.y}`;
  if (dx < 24) return step(from, to, Position.Right);
  const reach = Math.max(dx * 0.5, Math.min(48, Math.abs(dy) * 0.5));
  return `M${from.x},${from.y} C${from.x + reach},${from.y} ${to.x - reach},${to.y} ${to.x},${to.y}`;
}

function step(from: Point, to: Point, sourcePosition: Position): string {
  const [path] = getSmoothStepPath({
    sourceX: from.x,
    sourceY: from.y,
    sourcePosition,
    targetX: to.x,
    targetY: to.y,
    targetPosition: Position.Left,
    borderRadius: 16,
    offset: 20,
  });
  return path;
}
