import { atom } from "jotai";
import type { EdgeState } from "./edge-states.ts";

/** What became of each edge in the run that is looked at; kept by the canvas from the runs and the document. */
export const edgeStatesAtom = atom<ReadonlyMap<string, EdgeState>>(new Map());
