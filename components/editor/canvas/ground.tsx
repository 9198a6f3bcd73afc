"use client";
import { useStoreApi } from "@xyflow/react";
import { useEffect, useRef } from "react";

/** Below this zoom dots would be noise: every fifth one is shown. */
const SPARSE = 0.5;
const GRID = 20;

/** The dots of the grid: one background that moves with the view, without drawing anything of React. */
export function Ground() {
  const store = useStoreApi();
  const ground = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const show = (): void => {
      const [x, y, zoom] = store.getState().transform;
      const size = GRID * zoom * (zoom < SPARSE ? 5 : 1);
      const style = ground.current?.style;
      if (!style) return;
      style.backgroundSize = `${size}px ${size}px`;
      style.backgroundPosition = `${x - size / 2}px ${y - size / 2}px`;
    };
    show();
    return store.subscribe((state, before) => {
      if (state.transform !== before.transform) show();
    });
  }, [store]);
  return <div ref={ground} aria-hidden className="canvas-ground pointer-events-none absolute inset-0" />;
}
