"use client";
import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { DURATION } from "../../../codegen/schema/patterns.ts";
import type { Policy } from "../../../codegen/schema/graph.ts";
import { inspectorText } from "../../text/inspector.ts";
import { cn } from "../../ui/cn.ts";
import { Select } from "../../ui/select.tsx";
import { useEditorState } from "../editor-context.tsx";
import { FieldFrame } from "./form/field-frame.tsx";
import { PlainField } from "./kinds/plain-field.tsx";
import { useNodeForm } from "./node-form.tsx";

const text = inspectorText.policy;

/** How often a step is tried, for how long, and what then. */
export function PolicySection() {
  const { node, patch, readOnly } = useNodeForm();
  const id = useId();
  const [isOpen, setOpen] = useState(node.policy !== undefined);
  const catches = useEditorState(({ graph }) => graph.edges.some((edge) => edge.source === node.id && edge.port === "error"));
  const { retries, timeout, onError } = node.policy ?? {};
  const set = (changes: Policy): void => patch({ policy: { ...node.policy, ...changes } }, inspectorText.edits.policy);
  const summary = text.summary(retries, timeout, onError === "continue" && !catches);
  return (
    <section className="border-t border-line px-4 py-3">
      <h3>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="flex w-full items-center gap-1 rounded-sm text-xs font-medium text-muted hover:text-ink"
        >
          <ChevronRight aria-hidden className={cn("size-3.5 transition-transform", isOpen ? "rotate-90" : "")} />
          {text.title}
          <span className="ml-auto font-normal text-faint">{catches ? text.port : summary === "" ? text.defaults : summary}</span>
        </button>
      </h3>
      {isOpen ? (
        <div className="mt-3 flex flex-col gap-4">
          <div className="grid grid-cols-2 gap-3">
            <PlainField
              label={text.retries}
              name="policy.retries"
              value={retries === undefined ? "" : String(retries)}
              placeholder="3"
              help={text.retriesHelp}
              problemOf={(next) =>
                next === "" || (/^\d{1,3}$/.test(next) && Number(next) <= 100) ? undefined : inspectorText.problems.wanted.whole
              }
              onChange={(next) => set({ retries: next === "" ? undefined : Number(next) })}
            />
            <PlainField
              label={text.timeout}
              name="policy.timeout"
              value={timeout ?? ""}
              placeholder="30s"
              help={text.timeoutHelp}
              problemOf={(next) => (next === "" || DURATION.test(next) ? undefined : text.duration)}
              onChange={(next) => set({ timeout: next === "" ? undefined : next })}
            />
          </div>
          {catches ? (
            <p className="text-xs text-muted">{text.portHelp}</p>
          ) : (
            <FieldFrame id={id} label={text.onError} name="policy.onError">
              <Select
                id={id}
                aria-label={text.onError}
                value={onError ?? "fail"}
                disabled={readOnly}
                onChange={(next) => set({ onError: next === "continue" ? "continue" : undefined })}
                options={[
                  { value: "fail", label: text.fail },
                  { value: "continue", label: text.goOn },
                ]}
              />
            </FieldFrame>
          )}
        </div>
      ) : null}
    </section>
  );
}
