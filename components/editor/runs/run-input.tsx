"use client";
import { useAtom, useAtomValue } from "jotai";
import { Play, Sparkles } from "lucide-react";
import dynamic from "next/dynamic";
import type { KeyboardEvent } from "react";
import { useRef, useState } from "react";
import type { Graph } from "../../../codegen/schema/graph.ts";
import { assistText } from "../../text/assist.ts";
import { runsText } from "../../text/runs.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Textarea } from "../../ui/input.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { useOpenDocument } from "../document-context.tsx";
import { useEditorState } from "../editor-context.tsx";
import { editorText } from "../../text/editor.ts";
import { parsePayload, readPayload } from "./payload.ts";
import { payloadFields } from "./payload-form-fields.ts";
import { PayloadForm } from "./payload-form.tsx";
import { Refusal } from "./refusal.tsx";
import { payloadAtom, startingAtom } from "./run-state.ts";
import { useStartRun } from "./use-start-run.ts";

const MakePayload = dynamic(async () => (await import("../ai/make-payload.tsx")).MakePayload, {
  ssr: false,
  loading: () => <Spinner label={assistText.loading} />,
});

/** The payload of the next run, as a form made from the trigger's schema or as JSON, and the button that runs it. */
export function RunInput() {
  const { details, canEdit, canRun } = useOpenDocument();
  const schema = useEditorState(({ graph }) => schemaOf(graph));
  const [kept, setText] = useAtom(payloadAtom);
  const text = kept ?? readPayload(details.id, details.sampleInput);
  const starting = useAtomValue(startingAtom);
  const start = useStartRun();
  const fields = payloadFields(schema);
  const parsed = parsePayload(text);
  const [chosen, setView] = useState<"form" | "json">();
  const [asks, setAsks] = useState(false);
  // Fields that hold JSON keep what is typed: what is filled in begins them anew.
  const [fills, setFills] = useState(0);
  const fill = (next: string): void => {
    setText(next);
    setFills((count) => count + 1);
  };
  const asker = useRef<HTMLButtonElement>(null);
  const problem = "line" in parsed ? runsText.panel.notJson(parsed.line) : undefined;
  const view = fields === undefined || problem !== undefined ? "json" : (chosen ?? "form");
  if (!canRun) return <p className="p-4 text-sm text-muted">{runsText.panel.cannotRun}</p>;
  return (
    // ⌘Enter runs from wherever one types.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={(event) => runOnEnter(event, () => void start())}>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-3">
        <Refusal />
        <div className="mb-3 flex flex-wrap items-center justify-between gap-2 empty:hidden">
          {fields === undefined || problem !== undefined ? null : (
            <Segmented
              label={runsText.panel.view}
              value={view}
              onChange={setView}
              options={[
                { value: "form", label: runsText.panel.form },
                { value: "json", label: runsText.panel.json },
              ]}
            />
          )}
          {canEdit ? (
            <Button ref={asker} look="ghost" size="sm" aria-expanded={asks} onClick={() => setAsks(!asks)}>
              <Sparkles aria-hidden />
              {assistText.payload.open}
            </Button>
          ) : null}
        </div>
        {asks ? (
          <MakePayload
            current={text}
            onFill={fill}
            onClose={() => {
              setAsks(false);
              asker.current?.focus();
            }}
          />
        ) : null}
        {view === "form" && fields && "value" in parsed ? (
          <PayloadForm
            key={fills}
            fields={fields}
            payload={parsed.value}
            onChange={(payload) => setText(JSON.stringify(payload, null, 2))}
          />
        ) : (
          <Field label={runsText.panel.payload} help={runsText.panel.payloadHelp} problem={problem}>
            {(attributes) => (
              <Textarea
                {...attributes}
                value={text}
                rows={Math.min(Math.max(text.split("\n").length, 4), 16)}
                spellCheck={false}
                className="font-mono text-xs!"
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
        )}
      </div>
      <div className="flex shrink-0 items-center gap-2 border-t border-line px-4 py-2">
        <Button look="ghost" size="sm" className="-ml-2" onClick={() => fill(JSON.stringify(details.sampleInput ?? {}, null, 2))}>
          {runsText.panel.sample}
        </Button>
        <Button look="solid" size="sm" className="ml-auto" disabled={starting || problem !== undefined} onClick={() => void start()}>
          <Play aria-hidden />
          {starting ? runsText.panel.running : editorText.run}
          <Kbd keys="Mod+Enter" inverse />
        </Button>
      </div>
    </div>
  );
}

function runOnEnter(event: KeyboardEvent, run: () => void): void {
  if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
  event.preventDefault();
  event.stopPropagation();
  run();
}

/** The schema that a payload has to fit. An http trigger's describes the body, unless it describes the whole input. */
function schemaOf(graph: Graph): unknown {
  return graph.nodes.find((node) => node.kind === "trigger")?.config?.["input"];
}
