"use client";
import type { OnResizeEnd } from "@xyflow/react";
import { NodeResizer } from "@xyflow/react";
import { canvasText } from "../../text/canvas.ts";
import { fromFlowPosition } from "../canvas/to-flow.ts";
import { useEditor } from "../editor-context.tsx";
import { resizeNode } from "../model/commands/resize-node.ts";
import { shapesOf } from "./node-shape.ts";

/** Handles on all sides of a selected frame or note; the document hears of it when they are let go. */
export function ResizeHandles({ id, minWidth, minHeight }: { readonly id: string; readonly minWidth: number; readonly minHeight: number }) {
  const editor = useEditor();
  const commit: OnResizeEnd = (_event, { x, y, width, height }) => {
    editor.edit({ label: canvasText.edits.resize, source: "canvas" }, (graph) => {
      const box = shapesOf(graph).get(id);
      const place = fromFlowPosition(graph, id, { x, y });
      // The frame may reach left of and above the container's own place: that part is not its size.
      return resizeNode(
        graph,
        id,
        { width: snap(width + (box?.x ?? 0)), height: snap(height + (box?.y ?? 0)) },
        { x: snap(place.x), y: snap(place.y) },
      );
    });
  };
  return (
    <NodeResizer
      minWidth={minWidth}
      minHeight={minHeight}
      onResizeEnd={commit}
      lineClassName="node-resize-line"
      handleClassName="node-resize-handle"
    />
  );
}

function snap(value: number): number {
  return Math.round(value / 20) * 20;
}
