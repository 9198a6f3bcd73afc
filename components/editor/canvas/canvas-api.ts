import { atom } from "jotai";
import type { Box, Point } from "../model/geometry.ts";

/** What the canvas does for others: bring into sight, say what is in sight. Points are the canvas's own. */
export interface CanvasApi {
  /** The middle of what is in sight. */
  center(): Point;
  /** Where the pointer was last, when it was over the canvas. */
  pointer(): Point | undefined;
  /** Moves the view as little as it takes to see a node, and gives it the focus. */
  reveal(id: string): void;
  /** Gives the canvas the focus: the leading node, or the whole. */
  focus(): void;
  /** Shows these nodes, or all, as large as they fit. */
  fit(ids?: readonly string[]): void;
  /** The first look at a workflow: all of it where that can be read, else its beginning. */
  open(): void;
  zoomTo(zoom: number): void;
  zoomBy(factor: number): void;
  /** What is in sight. */
  visible(): Box;
  /** The next change of positions is shown as a movement. */
  animateNext(): void;
}

/** The canvas, while it is shown. */
export const canvasApiAtom = atom<CanvasApi | undefined>(undefined);
