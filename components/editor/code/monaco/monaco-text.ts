import type { editor } from "monaco-editor/editor/editor.api";
import type { CodeText } from "../sync.ts";
import { findEdits, mapOffset } from "../text-edits.ts";
import type { TextEdit } from "../text-edits.ts";

/** How long changed lines stay marked, in milliseconds; the style sheet fades them. */
const MARKED_MS = 1_700;

/** The text of a Monaco editor, changed by as little as possible: caret, selection, folding and view stay where they are in the text. */
export class MonacoText implements CodeText {
  readonly #editor: editor.IStandaloneCodeEditor;
  readonly #model: editor.ITextModel;
  readonly #marks: editor.IEditorDecorationsCollection;
  #unmark: ReturnType<typeof setTimeout> | undefined;
  #value: { readonly version: number; readonly text: string } | undefined;
  #isApplying = false;

  constructor(codeEditor: editor.IStandaloneCodeEditor, model: editor.ITextModel) {
    this.#editor = codeEditor;
    this.#model = model;
    this.#marks = codeEditor.createDecorationsCollection();
  }

  /** Whether what changes now is changed by `apply`, not by a person. */
  get isApplying(): boolean {
    return this.#isApplying;
  }

  get value(): string {
    const version = this.#model.getVersionId();
    if (this.#value?.version !== version) this.#value = { version, text: this.#model.getValue() };
    return this.#value.text;
  }

  get caret(): number {
    const position = this.#editor.getPosition();
    return position ? this.#model.getOffsetAt(position) : 0;
  }

  apply(value: string, { mark }: { readonly mark: boolean }): void {
    const edits = findEdits(this.value, value);
    if (edits.length === 0) return;
    const hold = this.#holdView(edits);
    this.#isApplying = true;
    try {
      this.#model.applyEdits(edits.map(({ start, end, text }) => ({ range: this.rangeOf({ start, end }), text, forceMoveMarkers: false })));
    } finally {
      this.#isApplying = false;
    }
    hold();
    if (mark) this.#mark(edits);
  }

  rangeOf({ start, end }: { readonly start: number; readonly end: number }) {
    const from = this.#model.getPositionAt(start);
    const to = this.#model.getPositionAt(end);
    return { startLineNumber: from.lineNumber, startColumn: from.column, endLineNumber: to.lineNumber, endColumn: to.column };
  }

  /** Remembers which line is at the top; what is given puts it there again. */
  #holdView(edits: readonly TextEdit[]): () => void {
    const top = this.#editor.getVisibleRanges()[0]?.startLineNumber;
    const scroll = this.#editor.getScrollTop();
    if (top === undefined || scroll <= 0) return () => undefined;
    const delta = scroll - this.#editor.getTopForLineNumber(top);
    const offset = mapOffset(this.#model.getOffsetAt({ lineNumber: top, column: 1 }), edits);
    return () => {
      const line = this.#model.getPositionAt(offset).lineNumber;
      this.#editor.setScrollTop(this.#editor.getTopForLineNumber(line) + delta, 1);
    };
  }

  #mark(edits: readonly TextEdit[]): void {
    let shift = 0;
    const ranges = edits.map(({ start, end, text }) => {
      const from = start + shift;
      shift += text.length - (end - start);
      // A line that was added ends with the line break, which belongs to it and not to the next.
      return this.rangeOf({ start: from, end: from + text.replace(/\n$/, "").length });
    });
    this.#marks.set(ranges.map((range) => ({ range, options: { isWholeLine: true, className: "weft-changed-lines" } })));
    clearTimeout(this.#unmark);
    this.#unmark = setTimeout(() => this.#marks.clear(), MARKED_MS);
  }

  dispose(): void {
    clearTimeout(this.#unmark);
    this.#marks.clear();
  }
}
