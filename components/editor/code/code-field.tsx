"use client";
import type { editor } from "monaco-editor/editor/editor.api";
import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { codeText as text } from "../../text/code.ts";
import { Spinner } from "../../ui/spinner.tsx";
import { declareToField } from "./code-libraries.ts";
import { MonacoMissing } from "./monaco-missing.tsx";
import { fieldUri } from "./monaco/field-declarations.ts";
import { letTabLeave } from "./monaco/let-tab-leave.ts";
import { MonacoText } from "./monaco/monaco-text.ts";
import { editorOptions } from "./monaco/options.ts";
import { useMonaco } from "./monaco/use-monaco.ts";

export interface CodeFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly language: "typescript" | "json" | "sql" | "html";
  readonly ariaLabel: string;
  /** For TypeScript, which is the body of an async function here: what it may name, for example `declare const order: Order;`. */
  readonly declarations?: string;
  /** Pixels; as high as the text, within bounds, when left out. */
  readonly height?: number;
  readonly readOnly?: boolean;
}

const LEAST = 104;
const MOST = 440;

/** A field whose text is code: a function's body, JSON, SQL, HTML. */
export function CodeField({ value, onChange, language, ariaLabel, declarations, height, readOnly = false }: CodeFieldProps) {
  const loaded = useMonaco();
  const id = useId();
  const container = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<{ code: editor.IStandaloneCodeEditor; text: MonacoText }>();
  const [fitting, setFitting] = useState(LEAST);
  const uri = language === "typescript" ? fieldUri(id.replace(/\W/g, "")) : `file:///fields/${id.replace(/\W/g, "")}.${language}`;
  // What was told and has not come back yet: whoever types on is not set back to it.
  const told = useRef<string[]>([]);
  const changed = useEffectEvent((next: string) => {
    told.current.push(next);
    onChange(next);
  });
  const first = useEffectEvent(() => ({ value, ariaLabel, readOnly }));

  useEffect(() => {
    if (!loaded || loaded instanceof Error || !container.current) return;
    const { monaco } = loaded;
    const start = first();
    told.current = [];
    monaco.editor.getModel(monaco.Uri.parse(uri))?.dispose();
    const model = monaco.editor.createModel(start.value, language, monaco.Uri.parse(uri));
    model.setEOL(monaco.editor.EndOfLineSequence.LF);
    const code = monaco.editor.create(container.current, {
      ...editorOptions,
      model,
      ariaLabel: `${start.ariaLabel}. ${text.leave}`,
      readOnly: start.readOnly,
      lineNumbers: "off",
      glyphMargin: false,
      folding: false,
      lineDecorationsWidth: 8,
      lineNumbersMinChars: 0,
      wordWrap: language === "typescript" ? "off" : "on",
      padding: { top: 8, bottom: 8 },
      scrollbar: { ...editorOptions.scrollbar, alwaysConsumeMouseWheel: false },
    });
    const monacoText = new MonacoText(code, model);
    const fit = (): void => setFitting(Math.min(MOST, Math.max(LEAST, code.getContentHeight())));
    fit();
    const disposables = [
      model.onDidChangeContent(() => {
        if (!monacoText.isApplying) changed(model.getValue());
      }),
      code.onDidContentSizeChange(fit),
      letTabLeave(code, monaco),
    ];
    setShown({ code, text: monacoText });
    return () => {
      for (const disposable of disposables) disposable.dispose();
      monacoText.dispose();
      code.dispose();
      model.dispose();
      if (language === "typescript") declareToField(uri, undefined, loaded);
      setShown(undefined);
    };
  }, [loaded, language, uri]);
  useEffect(() => {
    if (!shown) return;
    const echo = told.current.indexOf(value);
    if (echo >= 0) told.current.splice(0, echo + 1);
    else if (shown.text.value !== value) shown.text.apply(value, { mark: false });
  }, [shown, value]);
  useEffect(() => {
    shown?.code.updateOptions({ readOnly, ariaLabel: `${ariaLabel}. ${text.leave}` });
  }, [shown, readOnly, ariaLabel]);
  useEffect(() => {
    if (shown && loaded && !(loaded instanceof Error) && language === "typescript") declareToField(uri, declarations ?? "", loaded);
  }, [shown, loaded, language, uri, declarations]);

  if (loaded instanceof Error) return <MonacoMissing error={loaded} />;
  return (
    <div
      className="relative overflow-hidden rounded-md border border-control bg-surface focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-focus"
      style={{ height: (height ?? fitting) + 2 }}
    >
      {/* React Flow hears of Space on the whole page, and Monaco types into no element that it knows. */}
      <div ref={container} className="nokey h-full" />
      {loaded ? null : (
        <div className="absolute inset-0 grid place-items-center">
          <Spinner label={text.loading} />
        </div>
      )}
    </div>
  );
}
