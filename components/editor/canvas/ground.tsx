"use client";
import { useStoreApi } from "@xyflow/react";
import { useEffect, useRef } from "react";

/** Pixels between two dots of the ground as it is drawn; on the screen it stays between two thirds and four thirds of that. */
const TILE = 24;
/** One square of the grid, in pixels of the canvas. */
const GRID = 20;

/**
 * The dots of the grid. Drawn once and then only shifted and scaled: what is drawn again while the view moves makes the browser put the whole
 * page together again. Where dots would come too close or too far apart, every second one is left out or one is put between.
 */
export function Ground() {
  const store = useStoreApi();
  const ground = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const show = (): void => {
      const [x, y, zoom] = store.getState().transform;
      const octave = 2 ** -Math.round(Math.log2((GRID * zoom) / TILE));
      const step = GRID * zoom * octave;
      const scale = step / TILE;
      if (ground.current)
        ground.current.style.transform = `translate(${(x % step) - step * 1.5}px, ${(y % step) - step * 1.5}px) scale(${scale})`;
    };
    show();
    return store.subscribe((state, before) => {
      if (state.transform !== before.transform) show();
    });
  }, [store]);
  return <div ref={ground} aria-hidden className="canvas-ground pointer-events-none absolute top-0 left-0 origin-top-left" />;
}
