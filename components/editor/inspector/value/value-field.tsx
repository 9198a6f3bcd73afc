"use client";
import { useAtomValue, useSetAtom } from "jotai";
import { useEffect, useEffectEvent, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { ComponentType, DragEvent } from "react";
import { diagnosticsAtom } from "../../screen.ts";
import { activeFieldAtom, EXPRESSION_TYPE } from "../inspector-state.ts";
import type { ConfigPath } from "../node-form.tsx";
import { useNodeForm } from "../node-form.tsx";
import { FieldNotes } from "./field-notes.tsx";
import { problemsAt, textProblems } from "./field-problems.ts";
import type { TextMode } from "./segments.ts";
import { insertExpression, segmentsOf } from "./segments.ts";
import { offsetAtPoint, StaticValue, valueBoxStyle } from "./static-value.tsx";
import type TemplateEditor from "./template-editor.tsx";
import type { EditorHandle } from "./template-editor.tsx";
import { useCompletions } from "./use-completions.ts";
import { WriteButton } from "./write-button.tsx";

let loadedEditor: typeof TemplateEditor | undefined;

/** Fetches the text editor, so that the first field that is entered has it at once. */
export async function loadTemplateEditor(): Promise<void> {
  loadedEditor ??= (await import("./template-editor.tsx")).default;
}

/** How long typing rests before a field says what is wrong with it, in milliseconds. */
const PAUSE = 400;

interface ValueFieldProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly path: ConfigPath;
  /** What it is called, read out. */
  readonly label: string;
  readonly mode?: TextMode;
  readonly multiline?: boolean;
  readonly mono?: boolean;
  readonly placeholder?: string;
  readonly id?: string;
  readonly describedBy?: string | undefined;
  /** What is wrong with the literal; expressions and diagnostics are the field's own. */
  readonly literalProblem?: string | undefined;
  /** Whether it takes the keyboard as it comes: it stands in for a control that had it. */
  readonly startsEntered?: boolean;
}

/** Text that may hold expressions: cheap to show, a real editor while it has the focus. Says what is wrong and what it gives. */
export function ValueField(props: ValueFieldProps) {
  const {
    value,
    onChange,
    path,
    label,
    mode = "template",
    multiline = false,
    mono = mode === "expression",
    placeholder = "",
    literalProblem,
  } = props;
  const { node, readOnly } = useNodeForm();
  const diagnostics = useAtomValue(diagnosticsAtom);
  const setActiveField = useSetAtom(activeFieldAtom);
  const noteId = useId();
  const [entered, setEntered] = useState(() =>
    props.startsEntered ? { caret: value.endsWith(" }}") ? value.length - 3 : value.length } : undefined,
  );
  const [Editor, setEditor] = useState<ComponentType<Parameters<typeof TemplateEditor>[0]> | undefined>(() => loadedEditor);
  const [isOver, setIsOver] = useState(false);
  const caret = useRef({ from: value.length, to: value.length });
  const handle = useRef<EditorHandle>(undefined);
  const typed = useRef("");
  const text = useRef({ value, onChange });
  useLayoutEffect(() => {
    text.current = { value, onChange };
  });

  const pathKey = JSON.stringify(path);
  const now = useMemo(
    () => textProblems(value, mode, problemsAt(diagnostics, node.id, JSON.parse(pathKey) as ConfigPath)),
    [value, mode, diagnostics, node.id, pathKey],
  );
  const problems = useSettled(now, entered === undefined ? 0 : PAUSE);
  const marks = useMemo(
    () => problems.flatMap(({ range, severity }) => (range ? [{ from: range.start, to: range.end, severity }] : [])),
    [problems],
  );
  const segments = useMemo(() => segmentsOf(value, mode), [value, mode]);
  const completions = useCompletions(path);
  const invalid = literalProblem !== undefined || problems.some(({ severity }) => severity === "error");
  const described = [props.describedBy, noteId].filter((id) => id !== undefined).join(" ");
  const attributes = useMemo(
    () => ({
      "aria-label": label,
      "aria-describedby": described,
      "aria-invalid": String(invalid),
      "aria-multiline": String(multiline),
      ...(props.id === undefined ? {} : { id: props.id }),
    }),
    [label, described, invalid, multiline, props.id],
  );

  const insert = (expression: string): void => {
    if (handle.current) return handle.current.insert(expression);
    const { value: now, onChange: tell } = text.current;
    const change = insertExpression(now, clamp(caret.current, now.length), expression, mode);
    caret.current = { from: change.caret, to: change.caret };
    tell(now.slice(0, change.from) + change.insert + now.slice(change.to));
  };
  const enter = (at: number): void => {
    if (readOnly) return;
    setActiveField({ node: node.id, path, label, insert });
    setEntered({ caret: at });
    if (!loadedEditor) void loadTemplateEditor().then(() => setEditor(() => loadedEditor));
    else setEditor(() => loadedEditor);
  };
  useEffect(
    () => () => setActiveField((active) => (active?.node === node.id && JSON.stringify(active.path) === pathKey ? undefined : active)),
    [node.id, pathKey, setActiveField],
  );

  const start = useEffectEvent(() => {
    if (!props.startsEntered) return;
    setActiveField({ node: node.id, path, label, insert });
    void loadTemplateEditor().then(() => setEditor(() => loadedEditor));
  });
  useEffect(() => start(), []);

  const drop = (event: DragEvent): void => {
    setIsOver(false);
    const expression = event.dataTransfer.getData(EXPRESSION_TYPE);
    if (expression === "" || readOnly || entered) return;
    event.preventDefault();
    const at = offsetAtPoint(event.clientX, event.clientY, value.length);
    caret.current = { from: at, to: at };
    insert(expression);
    enter(caret.current.from);
  };
  const isActive = entered !== undefined;
  return (
    <div className="group/value relative flex min-w-0 flex-1 flex-col gap-1" data-path={pathKey}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the frame of the text box in it: a press anywhere enters that */}
      <div
        className={valueBoxStyle({ multiline, mono, invalid, active: isActive, isOver, readOnly, hasButton: !readOnly })}
        onDragOver={(event) => {
          if (readOnly || !event.dataTransfer.types.includes(EXPRESSION_TYPE)) return;
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        onMouseDown={(event) => {
          if (isActive || event.button !== 0 || readOnly) return;
          event.preventDefault();
          enter(offsetAtPoint(event.clientX, event.clientY, value.length));
        }}
      >
        {isActive && Editor ? (
          <Editor
            {...completions}
            value={value}
            onChange={onChange}
            mode={mode}
            multiline={multiline}
            placeholder={placeholder}
            caret={entered.caret}
            typed={() => typed.current}
            marks={marks}
            attributes={attributes}
            onReady={(ready) => {
              handle.current = ready;
              typed.current = "";
            }}
            onBlur={(last) => {
              caret.current = last;
              handle.current = undefined;
              setEntered(undefined);
            }}
          />
        ) : (
          <div
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it shows chips, which no input can
            role="textbox"
            tabIndex={0}
            aria-readonly={readOnly}
            aria-label={label}
            aria-describedby={described}
            aria-invalid={invalid}
            aria-multiline={multiline}
            id={props.id}
            className="min-h-5 cursor-text whitespace-pre-wrap outline-none wrap-anywhere"
            onFocus={(event) => event.currentTarget === event.target && enter(value.length)}
            onKeyDown={(event) => {
              if (isActive && event.key.length === 1 && !event.ctrlKey && !event.metaKey) typed.current += event.key;
            }}
          >
            <StaticValue segments={segments} placeholder={placeholder} />
          </div>
        )}
      </div>
      {readOnly ? null : (
        // What is picked from the inputs meanwhile goes into this field still.
        <span onFocus={() => setActiveField({ node: node.id, path, label, insert })}>
          <WriteButton path={path} mode={mode} label={label} onAccept={onChange} />
        </span>
      )}
      <FieldNotes id={noteId} text={value} mode={mode} problems={problems} literalProblem={literalProblem} onFix={onChange} />
    </div>
  );
}

/** A value once it has stayed for so long; at once where there is nothing in it. */
function useSettled<Item>(now: readonly Item[], pause: number): readonly Item[] {
  const [settled, setSettled] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(now), pause);
    return () => clearTimeout(timer);
  }, [now, pause]);
  return pause === 0 || now.length === 0 ? now : settled;
}

function clamp({ from, to }: { readonly from: number; readonly to: number }, length: number): { from: number; to: number } {
  return { from: Math.min(from, length), to: Math.min(to, length) };
}
