"use client";
import { acceptCompletion, autocompletion, completionStatus, startCompletion } from "@codemirror/autocomplete";
import { defaultKeymap, insertNewline } from "@codemirror/commands";
import { Annotation, Compartment, EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap, placeholder as placeholderOf } from "@codemirror/view";
import { useEffect, useLayoutEffect, useRef } from "react";
import { useEditor } from "../../editor-context.tsx";
import { EXPRESSION_TYPE } from "../inspector-state.ts";
import type { CompletionHost, ValueCompletion } from "./completions.ts";
import { completionSource } from "./completions.ts";
import { editorTheme } from "./editor-theme.ts";
import type { TextMode } from "./segments.ts";
import { insertExpression } from "./segments.ts";
import type { Mark } from "./template-chips.ts";
import { deleteChip, enterChip, marksField, setMarks, templateChips } from "./template-chips.ts";

/** What is inserted, and where in the text; as the field itself asks for it. */
export interface EditorHandle {
  readonly insert: (expression: string) => void;
  readonly caret: () => { readonly from: number; readonly to: number };
}

interface TemplateEditorProps extends CompletionHost {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly mode: TextMode;
  readonly multiline: boolean;
  readonly placeholder: string;
  /** Where the caret starts, and keys that were pressed while the editor was loading. */
  readonly caret: number;
  readonly typed: () => string;
  readonly marks: readonly Mark[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly onReady: (handle: EditorHandle) => void;
  readonly onBlur: (caret: { readonly from: number; readonly to: number }) => void;
}

/** Marks changes that come from outside: they are not told back. */
const fromOutside = Annotation.define<true>();

/** A field's text being edited, expressions as chips. Undo and redo are the document's. */
export default function TemplateEditor(props: TemplateEditorProps) {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const now = useRef(props);
  useLayoutEffect(() => {
    now.current = props;
  });
  const document = useEditor();
  const attributes = useRef(new Compartment());

  useEffect(() => {
    const { value, mode, multiline, placeholder, caret } = now.current;
    const typed = now.current.typed();
    const undo = (): boolean => (document.undo(), true);
    const redo = (): boolean => (document.redo(), true);
    const made = new EditorView({
      ...(parent.current ? { parent: parent.current } : {}),
      state: EditorState.create({
        doc: value,
        selection: { anchor: Math.min(caret, value.length) },
        extensions: [
          Prec.highest(
            keymap.of([
              { key: "Tab", run: acceptCompletion },
              { key: "Mod-z", run: undo, shift: redo },
              { key: "Mod-y", run: redo },
              { key: "Backspace", run: (at) => deleteChip(at, mode, false) },
              { key: "Delete", run: (at) => deleteChip(at, mode, true) },
              { key: "ArrowLeft", run: (at) => enterChip(at, mode, false) },
              { key: "ArrowRight", run: (at) => enterChip(at, mode, true) },
              // The completion list, when it is open, takes Enter first.
              {
                key: "Enter",
                run: (at) => (completionStatus(at.state) === "active" ? acceptCompletion(at) : multiline ? insertNewline(at) : true),
              },
              {
                key: "Escape",
                run: (at) => {
                  if (completionStatus(at.state) === "active") return false;
                  at.contentDOM.blur();
                  return true;
                },
              },
            ]),
          ),
          keymap.of(defaultKeymap),
          templateChips(mode),
          marksField,
          editorTheme,
          EditorView.lineWrapping,
          placeholderOf(placeholder),
          attributes.current.of(EditorView.contentAttributes.of(now.current.attributes)),
          EditorView.inputHandler.of((at, from, to, text) => closeBraces(at, from, to, text, mode)),
          ...(multiline
            ? []
            : [
                EditorState.transactionFilter.of((change) =>
                  change.newDoc.lines > 1 ? joinLines(change.startState, change.newDoc.toString()) : change,
                ),
              ]),
          autocompletion({
            override: [completionSource(mode, () => now.current)],
            icons: false,
            activateOnTypingDelay: 60,
            closeOnBlur: true,
            addToOptions: [{ position: 85, render: (completion) => renderSample(completion) }],
          }),
          EditorView.domEventHandlers({
            drop: (event, at) => dropExpression(event, at, mode),
            blur: (_event, at) => {
              const { from, to } = at.state.selection.main;
              now.current.onBlur({ from, to });
            },
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !update.transactions.some((one) => one.annotation(fromOutside))) {
              now.current.onChange(update.state.doc.toString());
            }
            const isTyped = update.transactions.some((one) => one.isUserEvent("input.type"));
            const { head } = update.state.selection.main;
            if (isTyped && /(?:\.|\{\{\s?)$/.test(update.state.sliceDoc(Math.max(0, head - 3), head))) startCompletion(update.view);
          }),
        ],
      }),
    });
    view.current = made;
    made.focus();
    // An input that goes as this one comes takes the browser's selection along.
    const again = requestAnimationFrame(() => {
      if (made.state.doc.toString() === value) made.dispatch({ selection: { anchor: Math.min(caret, value.length) } });
    });
    if (typed !== "") made.dispatch({ ...made.state.replaceSelection(typed), userEvent: "input.type" });
    const caretNow = (): { from: number; to: number } => made.state.selection.main;
    now.current.onReady({
      caret: caretNow,
      insert: (expression) => {
        const change = insertExpression(made.state.doc.toString(), caretNow(), expression, mode);
        made.dispatch({ changes: change, selection: { anchor: change.caret }, userEvent: "input.insert", scrollIntoView: true });
        made.focus();
      },
    });
    return () => {
      cancelAnimationFrame(again);
      made.destroy();
    };
  }, [document]);

  useEffect(() => {
    const current = view.current;
    if (!current || current.state.doc.toString() === props.value) return;
    const { length } = current.state.doc;
    const anchor = Math.min(current.state.selection.main.head, props.value.length);
    current.dispatch({ changes: { from: 0, to: length, insert: props.value }, selection: { anchor }, annotations: fromOutside.of(true) });
  }, [props.value]);

  useEffect(() => {
    view.current?.dispatch({ effects: setMarks.of(props.marks) });
  }, [props.marks]);

  useEffect(() => {
    view.current?.dispatch({ effects: attributes.current.reconfigure(EditorView.contentAttributes.of(props.attributes)) });
  }, [props.attributes]);

  return <div ref={parent} />;
}

/** Typing `{{` writes the closing braces too, and leaves the caret between. */
function closeBraces(view: EditorView, from: number, to: number, text: string, mode: TextMode): boolean {
  const isOpening =
    mode === "template" && text === "{" && view.state.sliceDoc(from - 1, from) === "{" && view.state.sliceDoc(from - 2, from - 1) !== "{";
  if (!isOpening || view.state.sliceDoc(to, to + 2).includes("}")) return false;
  view.dispatch({ changes: { from, to, insert: "{  }}" }, selection: { anchor: from + 2 }, userEvent: "input.type" });
  startCompletion(view);
  return true;
}

/** What is pasted into a field of one line becomes one line. */
function joinLines(before: EditorState, text: string) {
  const joined = text.replace(/\s*\n\s*/g, " ");
  return { changes: { from: 0, to: before.doc.length, insert: joined }, selection: { anchor: joined.length } };
}

function dropExpression(event: DragEvent, view: EditorView, mode: TextMode): boolean {
  const expression = event.dataTransfer?.getData(EXPRESSION_TYPE) ?? "";
  if (expression === "") return false;
  event.preventDefault();
  const at = view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.doc.length;
  const change = insertExpression(view.state.doc.toString(), { from: at, to: at }, expression, mode);
  view.dispatch({ changes: change, selection: { anchor: change.caret }, userEvent: "input.drop" });
  view.focus();
  return true;
}

function renderSample({ sample }: ValueCompletion): Node | null {
  if (sample === undefined) return null;
  const span = document.createElement("span");
  span.className = "cm-sample";
  span.textContent = sample;
  return span;
}
