import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import type { Graph } from "../../../codegen/schema/graph.ts";
import type { CompilerClient, DraftModule, Refused } from "../compiler/compiler-client.ts";
import { renameNode } from "../../../codegen/rename.ts";
import { Superseded } from "../compiler/superseded.ts";
import type { Editor } from "../model/editor.ts";
import { keepIdentity } from "../model/keep-identity.ts";
import { mergeGraphs } from "../model/merge/merge-graphs.ts";
import { selectNodes } from "../model/selection.ts";
import type { CodePlaces } from "./code-places.ts";
import { createCodePlaces } from "./code-places.ts";
import { findRenames } from "./find-renames.ts";
import { placeNewNodes } from "./place-new-nodes.ts";
import { applyEdits, findEdits } from "./text-edits.ts";
import { TextSteps } from "./text-steps.ts";

/** The text that a person sees and types in. */
export interface CodeText {
  readonly value: string;
  /** Where the caret is. */
  readonly caret: number;
  /** Changes the text to this one by as little as possible, keeping caret and view; `mark`: shows for a moment what changed. */
  apply(value: string, options: { readonly mark: boolean }): void;
}

/** How text and graph stand to each other. */
export type CodeState =
  | { readonly kind: "loading" }
  /** They say the same; `diagnostics` is what is wrong with both. */
  | { readonly kind: "inStep"; readonly diagnostics: readonly Diagnostic[] }
  /** A person has typed what was not read yet. */
  | { readonly kind: "typing" }
  /** What was typed can't be read: the graph is what the text last said, and what was changed on the canvas since. */
  | { readonly kind: "unreadable"; readonly diagnostics: readonly Diagnostic[] }
  /** The graph can't be written as code: the text is what it last was. */
  | { readonly kind: "stale"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "failed"; readonly message: string };

/** Milliseconds from the last keystroke until the text is read, until it is said that it can't be, and until it is formatted. */
const READ_MS = 40;
const COMPLAIN_MS = 600;
const FORMAT_MS = 1_500;

export interface CodeSyncOptions {
  readonly editor: Editor;
  readonly compiler: Pick<CompilerClient, "emitDraft" | "parse">;
  readonly text: CodeText;
  readonly onState: (state: CodeState) => void;
  /** Canvas and code changed the same fields, each otherwise, and the code's were taken. */
  readonly onConflict: (count: number) => void;
  /** What undo says of an edit. */
  readonly label: string;
}

/**
 * Keeps the text of a module and the graph in step, both ways. The editor's history is the truth: only what was typed since the text was
 * last read is undone in the text itself. What is changed on the canvas meanwhile is merged when the text can be read again.
 */
export class CodeSync {
  readonly #options: CodeSyncOptions;
  readonly #steps = new TextSteps();
  readonly #unsubscribe: () => void;
  /** The text at the moment when it was last in step, and what it says. */
  #base: { readonly graph: Graph; readonly text: string } | undefined;
  #emitted: (DraftModule & { readonly graph: Graph }) | undefined;
  #places: { readonly text: string; readonly emitted: DraftModule; readonly places: CodePlaces } | undefined;
  #state: CodeState = { kind: "loading" };
  #seen: Graph;
  #asked: Graph | undefined;
  #isEnded = false;
  #lastTyped = 0;
  #reading: ReturnType<typeof setTimeout> | undefined;
  #complaining: ReturnType<typeof setTimeout> | undefined;
  #formatting: ReturnType<typeof setTimeout> | undefined;

  constructor(options: CodeSyncOptions) {
    this.#options = options;
    this.#seen = options.editor.state.graph;
    this.#unsubscribe = options.editor.subscribe(() => this.#notice());
    this.#follow();
  }

  get state(): CodeState {
    return this.#state;
  }

  /** Whether the text holds what the graph does not. */
  get isDirty(): boolean {
    return this.#base !== undefined && this.#options.text.value !== this.#base.text;
  }

  /** Where nodes stand in the text; undefined before there is one. */
  get places(): CodePlaces | undefined {
    const emitted = this.#emitted;
    const text = this.#options.text.value;
    if (!emitted) return undefined;
    if (this.#places?.text !== text || this.#places.emitted !== emitted) {
      this.#places = { text, emitted, places: createCodePlaces(emitted, text) };
    }
    return this.#places.places;
  }

  /** A person changed the text, just now. */
  typed(): void {
    this.#lastTyped = Date.now();
    this.#steps.push(this.#options.text.value, this.#lastTyped);
    this.#changed();
  }

  undo(): void {
    if (!this.isDirty) return this.#options.editor.undo();
    this.#goTo(this.#steps.undo() ?? this.#base?.text);
  }

  redo(): void {
    const next = this.#steps.redo();
    if (next !== undefined) return this.#goTo(next);
    if (!this.isDirty) this.#options.editor.redo();
  }

  /** Asks once more what the compiler failed at. */
  retry(): void {
    this.#asked = undefined;
    this.#changed();
    if (!this.#base) this.#follow();
  }

  /** Gives up what was typed and can't be read: the text becomes that of the graph. */
  discard(): void {
    if (this.#base) this.#goTo(this.#base.text);
  }

  /** Brings the text into the form in which the compiler prints it; at `rest`, the line of the caret is left alone. */
  format(when: "rest" | "blur"): void {
    const { text, editor } = this.#options;
    clearTimeout(this.#formatting);
    if (this.isDirty || !this.#base || !this.#emitted || this.#emitted.graph !== this.#base.graph) return;
    editor.endGroup();
    const wanted = when === "blur" ? this.#emitted.source : exceptLineOf(text.caret, text.value, this.#emitted.source);
    if (wanted === text.value) return;
    this.#base = { ...this.#base, text: wanted };
    text.apply(wanted, { mark: false });
    this.#steps.clear(wanted);
    // What is known of the text stands elsewhere in it now.
    this.#set(this.#state);
  }

  end(): void {
    this.#isEnded = true;
    this.#unsubscribe();
    for (const timer of [this.#reading, this.#complaining, this.#formatting]) clearTimeout(timer);
  }

  #set(state: CodeState): void {
    this.#state = state;
    this.#options.onState(state);
  }

  #notice(): void {
    const { graph } = this.#options.editor.state;
    if (graph === this.#seen) return;
    this.#seen = graph;
    if (!this.isDirty) this.#follow();
  }

  #goTo(value: string | undefined): void {
    if (value === undefined) return;
    this.#options.text.apply(value, { mark: false });
    this.#changed();
  }

  #changed(): void {
    clearTimeout(this.#reading);
    clearTimeout(this.#complaining);
    clearTimeout(this.#formatting);
    if (!this.#base) return;
    if (this.isDirty) {
      if (this.#state.kind !== "unreadable") this.#set({ kind: "typing" });
      this.#reading = setTimeout(() => void this.#read(), READ_MS);
      return;
    }
    // Back where it was in step; the graph may have gone on since.
    this.#asked = undefined;
    if (this.#emitted) this.#set({ kind: "inStep", diagnostics: this.#emitted.diagnostics });
    this.#follow();
  }

  /** graph → text */
  #follow(): void {
    const { compiler, editor } = this.#options;
    const { graph } = editor.state;
    if (this.#asked === graph) return;
    this.#asked = graph;
    compiler.emitDraft(graph).then(
      (emitted) => {
        if (!this.#isEnded && editor.state.graph === graph) this.#show(graph, emitted);
      },
      (error: unknown) => this.#fail(error),
    );
  }

  #show(graph: Graph, emitted: DraftModule | Refused): void {
    const { text } = this.#options;
    if (this.isDirty) return;
    const isOfText = this.#base?.graph === graph;
    if (!emitted.ok) return this.#set({ kind: isOfText ? "inStep" : "stale", diagnostics: emitted.diagnostics });
    const isFirst = this.#base === undefined;
    this.#emitted = { ...emitted, graph };
    if (!isOfText) {
      this.#base = { graph, text: emitted.source };
      this.#steps.clear(emitted.source);
      if (text.value !== emitted.source) text.apply(emitted.source, { mark: !isFirst });
    } else if (emitted.source !== text.value) {
      const rested = Date.now() - this.#lastTyped;
      this.#formatting = setTimeout(() => this.format("rest"), Math.max(0, FORMAT_MS - rested));
    }
    this.#set({ kind: "inStep", diagnostics: emitted.diagnostics });
  }

  /** text → graph */
  async #read(): Promise<void> {
    const { compiler, text } = this.#options;
    const source = text.value;
    const base = this.#base;
    if (!base) return;
    try {
      let parsed = await compiler.parse(source, base.graph);
      const renames = parsed.ok ? findRenames(base.graph, parsed.graph) : [];
      const renamed = renames.reduce((graph, [from, to]) => renameNode(graph, from, to), base.graph);
      // With the names of now, everything else of these nodes is found again.
      if (renames.length > 0) parsed = await compiler.parse(source, renamed);
      // Whoever typed on since will be read in turn.
      if (this.#isEnded || text.value !== source || this.#base !== base) return;
      if (parsed.ok) this.#take(base.graph, placeNewNodes(renamed, parsed.graph), source, new Map(renames));
      else this.#refuse(parsed.diagnostics);
    } catch (error) {
      this.#fail(error);
    }
  }

  #take(base: Graph, parsed: Graph, source: string, renames: ReadonlyMap<string, string>): void {
    const { editor, label, onConflict } = this.#options;
    const mine = keepIdentity(base, parsed);
    const current = editor.state.graph;
    const merged = current === base ? undefined : mergeGraphs(base, mine, current);
    this.#base = { graph: mine, text: source };
    this.#steps.clear(source);
    editor.edit({ source: "code", label, group: "code" }, (_graph, selection) => {
      const graph = merged ? keepIdentity(current, merged.graph) : mine;
      const isSelected = [...selection.nodes].some((id) => renames.has(id));
      return isSelected ? { graph, selection: selectNodes([...selection.nodes].map((id) => renames.get(id) ?? id)) } : graph;
    });
    this.#set({ kind: "inStep", diagnostics: this.#emitted?.diagnostics ?? [] });
    const { graph } = editor.state;
    if (this.#emitted?.graph === graph) this.#show(graph, this.#emitted);
    else this.#follow();
    if (merged && merged.conflicts.length > 0) onConflict(merged.conflicts.length);
  }

  #refuse(diagnostics: readonly Diagnostic[]): void {
    const complain = (): void => this.#set({ kind: "unreadable", diagnostics });
    const left = COMPLAIN_MS - (Date.now() - this.#lastTyped);
    if (this.#state.kind === "unreadable" || left <= 0) complain();
    else this.#complaining = setTimeout(complain, left);
  }

  #fail(error: unknown): void {
    if (this.#isEnded || error instanceof Superseded) return;
    this.#asked = undefined;
    this.#set({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
}

/** A text with all that would make it another one but what lies on one line of it. */
function exceptLineOf(offset: number, text: string, wanted: string): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const newline = text.indexOf("\n", offset);
  const end = newline < 0 ? text.length : newline;
  const edits = findEdits(text, wanted);
  return applyEdits(
    text,
    edits.filter((edit) => edit.end < start || edit.start > end),
  );
}
