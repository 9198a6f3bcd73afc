"use client";
import { MiniMap } from "@xyflow/react";
import { useAtomValue } from "jotai";
import { canvasText } from "../../text/canvas.ts";
import { minimapAtom } from "./canvas-state.ts";
import type { FlowNode } from "./to-flow.ts";

/** The whole workflow in small, at the lower right, when it is wanted. */
export function CanvasMap() {
  const isShown = useAtomValue(minimapAtom);
  if (!isShown) return null;
  return (
    <MiniMap<FlowNode>
      pannable
      zoomable
      ariaLabel={canvasText.controls.minimap}
      nodeBorderRadius={8}
      nodeColor={colourOf}
      className="overflow-hidden rounded-lg border border-line shadow-mid max-md:hidden!"
      style={{ margin: "12px 12px 26px", width: 200, height: 132 }}
    />
  );
}

function colourOf(node: FlowNode): string {
  if (node.selected) return "var(--color-accent)";
  return node.type === "frame" ? "var(--color-line)" : "var(--color-line-strong)";
}
