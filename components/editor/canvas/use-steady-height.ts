"use client";
import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import type { FlowEdge, FlowNode } from "./to-flow.ts";

/** What is half way down stays there when a panel below opens, closes or is dragged. */
export function useSteadyHeight(): void {
  const flow = useReactFlow<FlowNode, FlowEdge>();
  const store = useStoreApi<FlowNode, FlowEdge>();
  useEffect(
    () =>
      store.subscribe(({ height, transform: [x, y, zoom] }, before) => {
        if (height === before.height || height === 0 || before.height === 0) return;
        void flow.setViewport({ x, y: y + (height - before.height) / 2, zoom });
      }),
    [flow, store],
  );
}
