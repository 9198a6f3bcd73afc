"use client";
import { useReactFlow } from "@xyflow/react";
import { useSetAtom } from "jotai";
import type { DragEvent } from "react";
import { useMemo } from "react";
import { useAddNode } from "../palette/use-add-node.ts";
import { dropTargetAtom } from "./canvas-state.ts";

/** What a palette's item is called while it is dragged. */
export const KIND_TYPE = "application/x-weft-kind";

export interface DropKind {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: () => void;
  /** True when an item of the palette was dropped. */
  readonly onDrop: (event: DragEvent) => boolean;
}

/** Takes an item that is dragged out of the palette: onto an edge, into a frame, or onto the canvas. */
export function useDropKind(): DropKind {
  const flow = useReactFlow();
  const addNode = useAddNode();
  const setTarget = useSetAtom(dropTargetAtom);
  return useMemo(() => {
    const over: { edge?: string | undefined } = {};
    return {
      onDragOver(event: DragEvent) {
        if (!event.dataTransfer.types.includes(KIND_TYPE) && !event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        const under =
          event.target instanceof Element ? (event.target.closest(".react-flow__edge")?.getAttribute("data-id") ?? undefined) : undefined;
        if (under === over.edge) return;
        over.edge = under;
        setTarget(under === undefined ? undefined : { edge: under });
      },
      onDragLeave() {
        if (over.edge === undefined) return;
        over.edge = undefined;
        setTarget(undefined);
      },
      onDrop(event: DragEvent) {
        const kind = event.dataTransfer.getData(KIND_TYPE);
        const on = over.edge;
        over.edge = undefined;
        setTarget(undefined);
        if (kind === "") return false;
        event.preventDefault();
        const frame =
          event.target instanceof Element ? event.target.closest<HTMLElement>(".react-flow__node-frame")?.dataset["id"] : undefined;
        const position = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
        addNode(
          kind,
          on === undefined ? { kind: "place", position, ...(frame === undefined ? {} : { parent: frame }) } : { kind: "edge", edge: on },
        );
        return true;
      },
    };
  }, [addNode, flow, setTarget]);
}
