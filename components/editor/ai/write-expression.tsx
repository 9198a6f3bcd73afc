"use client";
import { useId } from "react";
import { assistText } from "../../text/assist.ts";
import { useEditor } from "../editor-context.tsx";
import type { ConfigPath } from "../inspector/node-form.tsx";
import { useNodeForm } from "../inspector/node-form.tsx";
import { FieldNotes } from "../inspector/value/field-notes.tsx";
import type { TextMode } from "../inspector/value/segments.ts";
import { segmentsOf } from "../inspector/value/segments.ts";
import { StaticValue, valueBoxStyle } from "../inspector/value/static-value.tsx";
import { AssistPanel } from "./assist-panel.tsx";
import { readProblems } from "./read-problems.ts";
import { useAssist } from "./use-assist.ts";
import { Verdict } from "./verdict.tsx";

const { expression: text } = assistText;

/** Asks the model for a field's text, and shows it as the field would, with what it gives, before it goes there. */
export function WriteExpression({
  path,
  mode,
  onAccept,
  onClose,
}: {
  readonly path: ConfigPath;
  readonly mode: TextMode;
  readonly onAccept: (value: string) => void;
  readonly onClose: () => void;
}) {
  const { node } = useNodeForm();
  const editor = useEditor();
  const assist = useAssist("expression");
  const notes = useId();
  const { state } = assist;
  const accept = (value: string): void => {
    // Not one with what was typed a moment before.
    editor.endGroup();
    onAccept(value);
    editor.endGroup();
    onClose();
  };
  return (
    <AssistPanel
      words={text}
      assist={assist}
      onAsk={(prompt) => assist.ask({ task: "expression", graph: { ...editor.state.graph }, node: node.id, path: [...path], prompt })}
      onClose={onClose}
      actions={
        state.phase === "done" ? (
          <Verdict accept={text.accept} onAccept={() => accept(state.result.value)} onDiscard={assist.reset} />
        ) : null
      }
    >
      {state.phase === "done" ? (
        <section aria-label={text.result} className="flex flex-col gap-1">
          <p className={valueBoxStyle({ multiline: false, mono: mode === "expression", invalid: false, active: false })}>
            <StaticValue segments={segmentsOf(state.result.value, mode)} placeholder="" />
          </p>
          <FieldNotes
            id={notes}
            text={state.result.value}
            mode={mode}
            problems={readProblems(state.result.diagnostics)}
            literalProblem={undefined}
            onFix={onAccept}
          />
        </section>
      ) : null}
    </AssistPanel>
  );
}
