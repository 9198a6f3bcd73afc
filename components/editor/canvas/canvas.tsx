"use client";
import { ReactFlowProvider } from "@xyflow/react";
import { useSyncExternalStore } from "react";
import { CanvasView } from "./canvas-view.tsx";
import "@xyflow/react/dist/base.css";
import "./canvas.css";

const never = (): (() => void) => () => undefined;

/** The open workflow as a drawing that is edited in place. Drawn in the browser only: what fits into the view is not known before. */
export function Canvas() {
  const isBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!isBrowser) return <div className="size-full bg-canvas" />;
  return (
    <ReactFlowProvider>
      <CanvasView />
    </ReactFlowProvider>
  );
}
