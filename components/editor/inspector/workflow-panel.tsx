"use client";
import { useAtomValue, useSetAtom } from "jotai";
import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { isIdentifier } from "../../../codegen/schema/identifiers.ts";
import { inspectorText } from "../../text/inspector.ts";
import { Field } from "../../ui/field.tsx";
import { Input, Textarea } from "../../ui/input.tsx";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor, useEditorState } from "../editor-context.tsx";
import { setDetails } from "../model/commands/set-details.ts";
import { selectNodes } from "../model/selection.ts";
import { diagnosticsAtom, focusRequestAtom } from "../screen.ts";
import { Words } from "./value/field-notes.tsx";

const text = inspectorText.workflow;

/** The workflow itself, while nothing is selected: what it is called, what it is for, what is wrong with it. */
export function WorkflowPanel() {
  const editor = useEditor();
  const { canEdit } = useOpenDocument();
  const graph = useEditorState((state) => state.graph);
  const [name, setName] = useState<string>();
  const shown = name ?? graph.name;
  const isWrong = !isIdentifier(shown) || shown === "trigger";
  const edits = inspectorText.edits;
  return (
    <div className="flex h-full flex-col">
      <div className="flex flex-col gap-4 p-4">
        <Field label={text.title}>
          {(attributes) => (
            <Input
              {...attributes}
              value={graph.title ?? ""}
              placeholder={text.noTitle}
              maxLength={200}
              readOnly={!canEdit}
              onChange={(event) =>
                editor.edit({ label: edits.title, source: "inspector", group: "title" }, (now) =>
                  setDetails(now, { title: event.target.value }),
                )
              }
            />
          )}
        </Field>
        <Field label={text.name} help={text.nameHelp} problem={isWrong ? inspectorText.problems.name : undefined}>
          {(attributes) => (
            <Input
              {...attributes}
              value={shown}
              readOnly={!canEdit}
              autoComplete="off"
              spellCheck={false}
              className="font-mono text-xs!"
              onChange={(event) => {
                const next = event.target.value;
                const fits = isIdentifier(next) && next !== "trigger";
                setName(fits ? undefined : next);
                if (fits) editor.edit({ label: edits.name, source: "inspector", group: "name" }, (now) => setDetails(now, { name: next }));
              }}
              onBlur={() => setName(undefined)}
            />
          )}
        </Field>
        <Field label={text.description} help={text.descriptionHelp}>
          {(attributes) => (
            <Textarea
              {...attributes}
              value={graph.description ?? ""}
              rows={4}
              readOnly={!canEdit}
              onChange={(event) =>
                editor.edit({ label: edits.description, source: "inspector", group: "description" }, (now) =>
                  setDetails(now, { description: event.target.value }),
                )
              }
            />
          )}
        </Field>
      </div>
      <Problems />
      <p className="mt-auto p-4 text-xs text-faint">{text.hint}</p>
    </div>
  );
}

function Problems() {
  const editor = useEditor();
  const diagnostics = useAtomValue(diagnosticsAtom);
  const setRequest = useSetAtom(focusRequestAtom);
  const graph = useEditorState((state) => state.graph);
  const sorted = diagnostics.toSorted((a, b) => Number(b.severity === "error") - Number(a.severity === "error"));
  const errors = sorted.filter(({ severity }) => severity === "error").length;
  const labelOf = (id: string): string => {
    const label = graph.nodes.find((node) => node.id === id)?.label?.trim();
    return label === undefined || label === "" ? id : label;
  };
  return (
    <section className="border-t border-line px-2 py-3">
      <h3 className="flex items-center justify-between px-2 pb-1 text-xs font-medium">
        {text.problems}
        <span className="font-normal text-faint">{text.counts(errors, sorted.length - errors)}</span>
      </h3>
      {sorted.length === 0 ? (
        <p className="flex items-center gap-1.5 px-2 py-1 text-xs text-muted">
          <CircleCheck aria-hidden className="size-3.5 text-good" />
          {text.noProblems}
        </p>
      ) : null}
      <ul>
        {sorted.map(({ severity, message, hint, location }, index) => {
          const Icon = severity === "error" ? CircleAlert : TriangleAlert;
          const { node, path } = location;
          const inner = (
            <>
              <Icon
                aria-label={severity === "error" ? text.error : text.warning}
                className={severity === "error" ? "mt-0.5 size-3.5 shrink-0 text-bad" : "mt-0.5 size-3.5 shrink-0 text-warn"}
              />
              <span className="min-w-0">
                {node === undefined ? null : (
                  <span className="block text-2xs text-faint">{[labelOf(node), ...(path ?? [])].join(" › ")}</span>
                )}
                <span className="wrap-anywhere">
                  <Words>{message}</Words>
                </span>
                <span className="block text-muted wrap-anywhere">
                  <Words>{hint}</Words>
                </span>
              </span>
            </>
          );
          return (
            // The same sentence may be said of two places.
            <li key={`${message} ${index}`}>
              {node === undefined ? (
                <p className="flex gap-1.5 px-2 py-1.5 text-xs">{inner}</p>
              ) : (
                <button
                  type="button"
                  className="flex w-full gap-1.5 rounded-md px-2 py-1.5 text-left text-xs hover:bg-hover focus-visible:-outline-offset-2"
                  onClick={() => {
                    editor.select(selectNodes([node]));
                    setRequest(path === undefined ? { node } : { node, path });
                  }}
                >
                  {inner}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
