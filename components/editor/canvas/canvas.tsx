"use client";
import { ReactFlowProvider } from "@xyflow/react";
import { CanvasView } from "./canvas-view.tsx";
import "@xyflow/react/dist/base.css";
import "./canvas.css";

/** The open workflow as a drawing that is edited in place. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <CanvasView />
    </ReactFlowProvider>
  );
}
