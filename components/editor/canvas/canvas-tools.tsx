"use client";
import type { RefObject } from "react";
import { ConnectionLayer } from "./connection-layer.tsx";
import { EdgeToolbar } from "./edge-toolbar.tsx";
import { FindBar } from "./find-bar.tsx";
import { CanvasMap } from "./minimap.tsx";
import { SelectionToolbar } from "./selection-toolbar.tsx";

/** What is drawn on the canvas only while it is worked with. Loaded after it: nobody takes hold of a port before it is there to be seen. */
export function FlowTools({ root, keep }: { readonly root: RefObject<HTMLDivElement | null>; readonly keep: (over: boolean) => void }) {
  return (
    <>
      <ConnectionLayer root={root} />
      <EdgeToolbar keep={keep} />
      <CanvasMap />
    </>
  );
}

/** What floats above the canvas when it is called. */
export function FloatingTools() {
  return (
    <>
      <SelectionToolbar />
      <FindBar />
    </>
  );
}
