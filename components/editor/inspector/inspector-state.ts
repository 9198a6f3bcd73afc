import { atom } from "jotai";
import type { ConfigPath } from "./node-form.tsx";

/** The field that a picked value goes into: the one that last had the focus. */
export interface ActiveField {
  readonly node: string;
  readonly path: ConfigPath;
  readonly label: string;
  /** Puts an expression where the caret is. */
  readonly insert: (expression: string) => void;
}

export const activeFieldAtom = atom<ActiveField | undefined>(undefined);

/** Whether the inputs are shown beside the form; remembered while the page is open. */
export const inputsOpenAtom = atom(true);

/** Outputs that were pinned or released since the page opened, by node; undefined is one that was released. */
export const pinChangesAtom = atom<Readonly<Record<string, unknown>>>({});

/** The type of what is dragged out of the inputs: an expression without braces. */
export const EXPRESSION_TYPE = "application/x-weft-expression";
