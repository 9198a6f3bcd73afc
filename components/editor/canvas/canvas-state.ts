import type { Viewport } from "@xyflow/react";
import { atom } from "jotai";
import { atomWithStorage } from "jotai/utils";

/** What the canvas shows that is neither in the document nor of interest to other panels. */

/** The node whose label is being typed. */
export const renamingAtom = atom<string | undefined>(undefined);

/** The edge under the pointer. */
export const hoveredEdgeAtom = atom<string | undefined>(undefined);

/** The open container that what is dragged would be dropped into, and the edge it would be put on. */
export const dropTargetAtom = atom<{ readonly parent?: string; readonly edge?: string } | undefined>(undefined);

/** A connection that is being drawn: from this port, with the pointer or with the keys. */
export interface Connecting {
  readonly node: string;
  readonly port: string;
  readonly by: "pointer" | "keys";
  /** The node that the keys have chosen. */
  readonly target?: string;
}
export const connectingAtom = atom<Connecting | undefined>(undefined);

/** Whether the bar that finds nodes is open. */
export const findAtom = atom(false);

export const minimapAtom = atomWithStorage("weft-minimap", false);

/** What was in sight when the canvas was last shown: its next showing begins there. */
export const leftViewAtom = atom<Viewport | undefined>(undefined);

/** The next change of positions is shown as a movement. */
export const animateAtom = atom(false);
