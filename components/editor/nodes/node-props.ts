import type { NodeProps } from "@xyflow/react";
import type { FlowNode } from "../canvas/to-flow.ts";

/** Whether a node's component has nothing new to draw: where it stands, its wrapper knows. */
export function drawsSame(before: NodeProps<FlowNode>, after: NodeProps<FlowNode>): boolean {
  return before.data === after.data && before.selected === after.selected && before.dragging === after.dragging;
}
