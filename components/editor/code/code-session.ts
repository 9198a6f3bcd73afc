import type { editor, IDisposable } from "monaco-editor/editor/editor.api";
import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import { codeText } from "../../text/code.ts";
import type { CompilerClient } from "../compiler/compiler-client.ts";
import type { Editor } from "../model/editor.ts";
import { selectNodes } from "../model/selection.ts";
import { declareImports } from "./code-libraries.ts";
import type { Marker } from "./markers.ts";
import { placeDiagnostics } from "./markers.ts";
import { letTabLeave } from "./monaco/let-tab-leave.ts";
import { MonacoText } from "./monaco/monaco-text.ts";
import { editorOptions } from "./monaco/options.ts";
import { offerFixes } from "./offer-fixes.ts";
import type { CodeState } from "./sync.ts";
import { CodeSync } from "./sync.ts";
import type { Loaded } from "./monaco/api.ts";

const OWNER = "weft";
/** How long after a keystroke the modules that the text imports are looked for, in milliseconds. */
const IMPORTS_MS = 150;

export interface CodeSessionOptions {
  readonly container: HTMLElement;
  readonly loaded: Loaded;
  readonly editor: Editor;
  readonly compiler: CompilerClient;
  readonly canEdit: boolean;
  readonly onState: (state: CodeState) => void;
  readonly onConflict: (count: number) => void;
}

/** The code of the open workflow in a Monaco editor: text and graph in step, selection both ways, problems underlined, types of what is imported. */
export class CodeSession {
  readonly sync: CodeSync;
  readonly #options: CodeSessionOptions;
  readonly #code: editor.IStandaloneCodeEditor;
  readonly #model: editor.ITextModel;
  readonly #text: MonacoText;
  readonly #selected: editor.IEditorDecorationsCollection;
  readonly #disposables: IDisposable[];
  readonly #unsubscribe: () => void;
  #diagnostics: readonly Diagnostic[] = [];
  #markers: readonly Marker[] = [];
  /** The selection that was last shown, and whether its lines were still to come then. */
  #shown: { readonly nodes: ReadonlySet<string>; readonly isPending: boolean } | undefined;
  #imports: ReturnType<typeof setTimeout> | undefined;

  constructor(options: CodeSessionOptions) {
    this.#options = options;
    const { container, editor: workflow, compiler, canEdit } = options;
    const { monaco } = options.loaded;
    const uri = monaco.Uri.parse("file:///workflow.ts");
    monaco.editor.getModel(uri)?.dispose();
    this.#model = monaco.editor.createModel("", "typescript", uri);
    this.#model.setEOL(monaco.editor.EndOfLineSequence.LF);
    this.#code = monaco.editor.create(container, {
      ...editorOptions,
      model: this.#model,
      readOnly: !canEdit,
      readOnlyMessage: { value: codeText.readOnly },
      ariaLabel: `${codeText.editor}. ${codeText.leave}`,
    });
    this.#text = new MonacoText(this.#code, this.#model);
    this.#selected = this.#code.createDecorationsCollection();
    this.#disposables = [
      this.#model.onDidChangeContent(() => this.#changed()),
      this.#code.onDidBlurEditorText(() => this.sync.format("blur")),
      this.#code.onDidChangeCursorPosition(({ reason, source }) => this.#moved(reason, source)),
      ...this.#overrideHistory(),
      letTabLeave(this.#code, monaco),
      offerFixes(monaco, this.#model, () => this.#markers),
    ];
    this.sync = new CodeSync({
      editor: workflow,
      compiler,
      text: this.#text,
      label: codeText.editCode,
      onState: (state) => this.#show(state),
      onConflict: options.onConflict,
    });
    this.#unsubscribe = workflow.subscribe(() => this.#highlight());
  }

  /** What is known to be wrong with the graph: underlined where it stands in the code. */
  underline(diagnostics: readonly Diagnostic[]): void {
    this.#diagnostics = diagnostics;
    this.#mark();
  }

  goTo(line: number): void {
    this.#code.setPosition({ lineNumber: line, column: 1 });
    this.#code.revealLineInCenter(line);
    this.#code.focus();
  }

  dispose(): void {
    clearTimeout(this.#imports);
    this.#unsubscribe();
    this.sync.end();
    for (const disposable of this.#disposables) disposable.dispose();
    this.#text.dispose();
    this.#code.dispose();
    this.#model.dispose();
  }

  /** Undo and redo go through the editor's history: Monaco knows only this text. */
  #overrideHistory(): IDisposable[] {
    const { monaco } = this.#options.loaded;
    const { KeyCode, KeyMod } = monaco;
    const when = "editorTextFocus && !editorReadonly";
    const actions = [
      { id: "weft.undo", keybindings: [KeyMod.CtrlCmd | KeyCode.KeyZ], run: () => this.sync.undo() },
      {
        id: "weft.redo",
        keybindings: [KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyZ, KeyMod.CtrlCmd | KeyCode.KeyY],
        run: () => this.sync.redo(),
      },
    ];
    return actions.map((action) => this.#code.addAction({ ...action, label: action.id, precondition: when }));
  }

  #changed(): void {
    clearTimeout(this.#imports);
    this.#imports = setTimeout(() => {
      declareImports(this.#text.value, this.#options.compiler, this.#options.loaded).catch(() => undefined);
    }, IMPORTS_MS);
    if (!this.#text.isApplying) this.sync.typed();
  }

  #show(state: CodeState): void {
    this.#code.updateOptions({ readOnly: !this.#options.canEdit || state.kind === "stale" || state.kind === "loading" });
    this.#options.onState(state);
    this.#mark();
    this.#highlight();
    if (state.kind === "inStep" && this.#code.hasTextFocus()) this.#select();
  }

  #mark(): void {
    const { monaco } = this.#options.loaded;
    const { state, places } = this.sync;
    if (state.kind === "typing") return;
    const found =
      state.kind === "unreadable" ? state.diagnostics : state.kind === "inStep" ? [...state.diagnostics, ...this.#diagnostics] : [];
    this.#markers = placeDiagnostics(found, this.#text.value, places);
    const markers = this.#markers.map(({ diagnostic, start, end }): editor.IMarkerData => ({
      ...this.#text.rangeOf({ start, end }),
      severity: diagnostic.severity === "error" ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
      message: diagnostic.hint === "" ? diagnostic.message : `${diagnostic.message}\n${diagnostic.hint}`,
      code: diagnostic.code,
      source: "weft",
    }));
    monaco.editor.setModelMarkers(this.#model, OWNER, markers);
  }

  /** Selection of the canvas → lines. */
  #highlight(): void {
    const { nodes } = this.#options.editor.state.selection;
    const { places } = this.sync;
    const ranges = [...nodes].flatMap((id) => places?.of(id) ?? []).map((place) => this.#text.rangeOf(place));
    this.#selected.set(
      ranges.map((range) => ({
        range,
        options: { isWholeLine: true, className: "weft-selected-lines", linesDecorationsClassName: "weft-selected-bar" },
      })),
    );
    const isNew = this.#shown?.nodes !== nodes || this.#shown.isPending;
    const [first] = ranges;
    this.#shown = { nodes, isPending: nodes.size > 0 && first === undefined };
    if (isNew && first && !this.#code.hasTextFocus()) this.#code.revealRangeInCenterIfOutsideViewport(first, 0);
  }

  #moved(reason: editor.CursorChangeReason, source: string): void {
    const { CursorChangeReason } = this.#options.loaded.monaco.editor;
    const isOwn = source === "mouse" || source === "keyboard" || reason === CursorChangeReason.Explicit;
    if (isOwn && !this.#text.isApplying && this.#code.hasTextFocus()) this.#select();
  }

  /** The caret's line → selection of the canvas. */
  #select(): void {
    if (this.sync.isDirty) return;
    const { editor: workflow } = this.#options;
    const id = this.sync.places?.at(this.#text.caret);
    const { graph, selection } = workflow.state;
    if (id === undefined || (selection.nodes.size === 1 && selection.nodes.has(id))) return;
    if (graph.nodes.some((node) => node.id === id)) workflow.select(selectNodes([id]));
  }
}
