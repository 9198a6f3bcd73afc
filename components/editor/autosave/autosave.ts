import type { Graph } from "../../../codegen/schema/graph.ts";
import type { Editor } from "../model/editor.ts";
import type { Conflict } from "../model/merge/merge-graphs.ts";
import type { SaveState } from "../screen.ts";
import type { DraftStorage } from "./draft-storage.ts";
import type { SaveProblem, Send, ServerState } from "./send.ts";

export interface AutosaveOptions {
  /** The document, and where it is. */
  readonly id: string;
  readonly workspace: string;
  readonly editor: Editor;
  /** What the server had when the document was opened. */
  readonly revision: number;
  readonly saved: Graph;
  readonly storage: DraftStorage;
  readonly send: Send;
  /** A name of this tab that no other one has. */
  readonly tab: string;
  /** Called after every change of `status`. */
  readonly onStatus: (status: SaveStatus) => void;
  /** Called when the server has a new revision of ours: other tabs want to know. */
  readonly onSaved?: (revision: number) => void;
  /** Called when changes of others were brought in, with what of the edges could not be kept. */
  readonly onMerged?: (merged: { readonly by: string | undefined; readonly dropped: number }) => void;
  /** Words for the undo step that brings in changes of a person (of somebody else, when undefined) or unsent edits. */
  readonly labels: { readonly merge: (name: string | undefined) => string; readonly restore: string; readonly takeTheirs: string };
}

/** How saving goes, and what it waits for. */
export interface SaveStatus {
  readonly state: SaveState;
  readonly revision: number;
  /** In state `conflict`: what both say, field by field, and who said the other. */
  readonly conflicts: readonly Conflict[];
  readonly updatedBy: ServerState["updatedBy"];
  /** Why the server refuses the document, until it has changed. */
  readonly problem: SaveProblem | undefined;
}

export interface Autosave {
  readonly status: SaveStatus;
  /** Brings in what was left unsent by a tab that is gone. Call it once, after the document was opened. */
  restore(): Promise<void>;
  /** Saves now what is unsaved: a shortcut, a run, a publication. Resolves when it is saved, refused or cannot be. */
  saveNow(): Promise<SaveStatus>;
  /** Sends what is unsaved while the page goes away. */
  flush(): void;
  /** Tries again at once: the network is back. */
  retry(): void;
  /** Looks whether the server has another revision (the one named, or any) and brings it in, unless a save will find out anyway. */
  refresh(revision?: number): Promise<void>;
  /** Ends a conflict: mine or theirs for each. All else that they changed is kept. */
  resolve(choose: (conflict: Conflict) => "mine" | "theirs"): void;
  /** Ends a conflict with the whole document as they have it; undo brings mine back. */
  takeAllTheirs(): void;
  /** Ends it; what is unsaved is sent. */
  dispose(): void;
}
