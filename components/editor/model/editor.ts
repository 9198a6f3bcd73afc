import type { Graph } from "../../../codegen/schema/graph.ts";
import type { EditInfo, EditSource } from "./edit-info.ts";
import type { Selection } from "./selection.ts";
import { emptySelection, pruneSelection } from "./selection.ts";
import { History } from "./history.ts";

export type { EditInfo, EditSource };

/** All that the canvas, the inspector and the code view draw. Immutable; what did not change keeps its identity. */
export interface EditorState {
  readonly graph: Graph;
  readonly selection: Selection;
  /** What undo would take back, and redo bring back; undefined when there is nothing. */
  readonly undoLabel: string | undefined;
  readonly redoLabel: string | undefined;
  /** The source of the last change of the graph. */
  readonly source: EditSource;
}

/** A change of the graph: pure, gives the same object when nothing changes. May give the selection that fits the result. */
export type Change = (graph: Graph, selection: Selection) => Graph | { readonly graph: Graph; readonly selection: Selection };

/** One open document: graph, selection and history, without a framework. Every edit from every source goes through `edit`. */
export class Editor {
  #state: EditorState;
  readonly #history = new History();
  readonly #listeners = new Set<() => void>();
  /** Milliseconds; a test's own clock. */
  readonly #now: () => number;

  constructor(graph: Graph, now: () => number = Date.now) {
    this.#now = now;
    this.#state = { graph, selection: emptySelection, undoLabel: undefined, redoLabel: undefined, source: "server" };
  }

  get state(): EditorState {
    return this.#state;
  }

  /** Calls back after every change of the state; gives the function that ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  edit(info: EditInfo, change: Change): void {
    const { graph, selection } = this.#state;
    const changed = change(graph, selection);
    const next = "graph" in changed ? changed : { graph: changed, selection };
    if (next.graph === graph) return this.select(next.selection);
    this.#history.push({ graph, selection }, info, this.#now());
    this.#set(next.graph, next.selection, info.source);
  }

  select(selection: Selection): void {
    if (selection !== this.#state.selection) this.#set(this.#state.graph, selection, this.#state.source);
  }

  undo(): void {
    const step = this.#history.undo(this.#state);
    if (step) this.#set(step.graph, step.selection, "canvas");
  }

  redo(): void {
    const step = this.#history.redo(this.#state);
    if (step) this.#set(step.graph, step.selection, "canvas");
  }

  /** Ends the group under way: the next edit is an undo step of its own. */
  endGroup(): void {
    this.#history.endGroup();
  }

  #set(graph: Graph, selection: Selection, source: EditSource): void {
    const { undoLabel, redoLabel } = this.#history;
    this.#state = { graph, selection: pruneSelection(selection, graph), undoLabel, redoLabel, source };
    for (const listener of this.#listeners) listener();
  }
}
