"use client";
import type { EdgeProps } from "@xyflow/react";
import { atom, useAtomValue } from "jotai";
import { memo, useMemo } from "react";
import { cn } from "../../ui/cn.ts";
import { dropTargetAtom, hoveredEdgeAtom } from "./canvas-state.ts";
import { edgePath } from "./edge-path.ts";
import { edgeStatesAtom } from "./edge-states-atom.ts";
import { changeMarksAtom } from "../screen.ts";
import type { FlowEdge } from "./to-flow.ts";

const STATES = { idle: "", taken: "wire-taken", active: "wire-active", dead: "wire-dead" } as const;

/** An edge: where it was taken, where it was not, and where the run goes now look different by line as well as by colour. */
export const Wire = memo(function Wire({ id, sourceX, sourceY, targetX, targetY, sourceHandleId, data }: EdgeProps<FlowEdge>) {
  const look = useAtomValue(
    useMemo(
      () =>
        atom((get) => {
          if (get(dropTargetAtom)?.edge === id) return "wire-target";
          const mark = get(changeMarksAtom).edges.get(id);
          if (mark) return mark === "removed" ? "wire-removed" : "wire-added";
          return cn(STATES[get(edgeStatesAtom).get(id) ?? "idle"], get(hoveredEdgeAtom) === id ? "wire-hovered" : "");
        }),
      [id],
    ),
  );
  const isError = sourceHandleId === "error";
  const path = edgePath({ x: sourceX, y: sourceY }, { x: targetX, y: targetY }, isError ? "bottom" : "right", data?.detour);
  return (
    <>
      <path d={path} className="wire-hit" />
      <path id={`wire-${id}`} d={path} className={cn("wire", isError ? "wire-error" : "", look)} />
    </>
  );
});
