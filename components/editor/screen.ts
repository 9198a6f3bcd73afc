import { atom } from "jotai";
import type { Diagnostic } from "../../codegen/diagnostics/diagnostic.ts";
import type { ChangeMarks, Preview } from "./ai/preview.ts";
import type { Status } from "../ui/run-status.tsx";

/** What the editor's screen shows beside the document itself: one store for each open editor. */

/** The canvas, its code, or both side by side. */
export const viewAtom = atom<"canvas" | "split" | "code">("canvas");

/** What stands at the right: the inspector follows the selection, the others are opened by name. */
export const sidePanelAtom = atom<"inspector" | "trigger" | "versions" | "ask" | "closed">("inspector");

/** The run that is looked at in the panel below; undefined for none. */
export const openRunAtom = atom<string | undefined>(undefined);

/** Whether the panel below (input, runs, the open run) is shown. */
export const runPanelAtom = atom<boolean>(false);

/** What a node did in the run that is looked at. */
export interface NodeRun {
  readonly status: Status;
  readonly attempt: number;
  /** Of the last call; null while it goes on. */
  readonly durationMs: number | null;
  /** How often it was called and how many calls are done: a node in a loop. */
  readonly calls: { readonly total: number; readonly done: number; readonly failed: number };
  /** The start of its last output, one line. */
  readonly preview: string | null;
  readonly error: string | null;
  /** When a wait or a pause before the next attempt ends: ISO 8601. */
  readonly until: string | null;
  /** Taken from a pin or an earlier run. */
  readonly reused: boolean;
}

/** Nodes by id as they are in the run that is looked at; empty when none is. Edges of skipped nodes are drawn as not taken. */
export const nodeRunsAtom = atom<ReadonlyMap<string, NodeRun>>(new Map());

/** What is wrong with the document now: the fast rules at once, types a moment later. */
export const diagnosticsAtom = atom<readonly Diagnostic[]>([]);

/** Newest outputs by node (the trigger's: its input), for previews and autocomplete. */
export const samplesAtom = atom<Readonly<Record<string, unknown>>>({});

/** What the palette was opened for; undefined while it is closed. */
export interface PaletteRequest {
  /** Add after this port, or into this edge, or at this place (canvas coordinates), or nothing: commands and actions alike. */
  readonly at?:
    | {
        readonly kind: "port";
        readonly node: string;
        readonly port: string;
        readonly position?: { readonly x: number; readonly y: number };
      }
    | { readonly kind: "edge"; readonly edge: string }
    | { readonly kind: "place"; readonly position: { readonly x: number; readonly y: number }; readonly parent?: string };
}
export const paletteAtom = atom<PaletteRequest | undefined>(undefined);

/** Where the keyboard shall go next: a node's field, asked for by a problem or by F2. Taken by whoever shows it. */
export const focusRequestAtom = atom<{ readonly node: string; readonly path?: readonly (string | number)[] } | undefined>(undefined);

/** Whether the sheet of all keys is shown. */
export const shortcutsAtom = atom(false);

/** How saving goes. */
export type SaveState = "saved" | "saving" | "unsaved" | "offline" | "conflict";
export const saveStateAtom = atom<SaveState>("saved");

/** Counts requests to run the workflow: ⌘Enter and the bar ask, the run panel does it. */
export const runRequestAtom = atom(0);

/** Whether the dialogs of the whole workflow are shown. */
export const publishDialogAtom = atom(false);
export const shareDialogAtom = atom(false);
export const tourAtom = atom(false);

/** What a change that is looked at makes of nodes and edges. */
export const changeMarksAtom = atom<ChangeMarks>({ nodes: new Map(), edges: new Map() });

/** The change that is shown in place of the document; the document cannot be edited meanwhile. */
export const previewAtom = atom<Preview | undefined>(undefined);

/** What the panel that asks a model was opened for; taken by it. `send` asks at once, without it the words can be changed first. */
export type AskRequest =
  | { readonly kind: "change"; readonly prompt?: string; readonly send?: boolean }
  | { readonly kind: "explain"; readonly node?: string };
export const askRequestAtom = atom<AskRequest | undefined>(undefined);

/** Opens the panel that asks a model. */
export const openAskAtom = atom(null, (_get, set, request: AskRequest) => {
  set(askRequestAtom, request);
  set(sidePanelAtom, "ask");
});
