"use client";
import { CircleAlert, TriangleAlert } from "lucide-react";
import { inspectorText as text } from "../../../text/inspector.ts";
import { cn } from "../../../ui/cn.ts";
import { useNodeForm } from "../node-form.tsx";
import type { FieldProblem } from "./field-problems.ts";
import { applyFix } from "./field-problems.ts";
import { useFieldData } from "./field-data.tsx";
import { previewText, printShort } from "./preview.ts";
import type { TextMode } from "./segments.ts";

/** Below a field: what is wrong with it and how to mend it, else what it gives with the last run's data. */
export function FieldNotes({
  id,
  text: value,
  mode,
  problems,
  literalProblem,
  onFix,
}: {
  readonly id: string;
  readonly text: string;
  readonly mode: TextMode;
  readonly problems: readonly FieldProblem[];
  readonly literalProblem: string | undefined;
  readonly onFix: (text: string) => void;
}) {
  const { readOnly } = useNodeForm();
  const isWrong = literalProblem !== undefined || problems.some(({ severity }) => severity === "error");
  return (
    <div id={id} className="flex flex-col gap-1 empty:hidden" aria-live="polite">
      {literalProblem === undefined ? null : <Note severity="error">{literalProblem}</Note>}
      {literalProblem === undefined
        ? problems.map(({ severity, message, hint, fix }) => (
            <Note key={message} severity={severity}>
              <Words>{message}</Words>
              {fix && !readOnly ? (
                <button
                  type="button"
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onFix(applyFix(value, fix))}
                  className="ml-1 rounded-sm font-medium text-accent underline-offset-2 hover:underline"
                >
                  {fix.insert === "?." ? text.problems.mayBeMissing : text.problems.didYouMean(fix.insert)}
                </button>
              ) : hint === undefined ? null : (
                <span className="text-muted">
                  {" "}
                  <Words>{hint}</Words>
                </span>
              )}
            </Note>
          ))
        : null}
      {isWrong ? null : <Preview text={value} mode={mode} />}
    </div>
  );
}

/** A problem's line: its icon tells how bad it is, too. */
export function Note({ severity, children }: { readonly severity: "error" | "warning"; readonly children: React.ReactNode }) {
  const Icon = severity === "error" ? CircleAlert : TriangleAlert;
  return (
    <p className="flex items-start gap-1.5 text-xs text-ink">
      <Icon
        aria-label={severity === "error" ? text.workflow.error : text.workflow.warning}
        className={cn("mt-0.5 size-3.5 shrink-0", severity === "error" ? "text-bad" : "text-warn")}
      />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  );
}

/** A message of the compiler: what it puts in backticks is code. */
export function Words({ children }: { readonly children: string }) {
  return children.split(/`([^`]+)`/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // The parts of one sentence never move.
      <code key={index} className="rounded-sm bg-sunken px-0.5 font-mono text-2xs">
        {part}
      </code>
    ),
  );
}

function Preview({ text: value, mode }: { readonly text: string; readonly mode: TextMode }) {
  const { values } = useFieldData();
  const given = previewText(value, mode, values);
  if (!given) return null;
  switch (given.kind) {
    case "value":
      return (
        <p className="flex min-w-0 gap-1.5 font-mono text-2xs text-muted" title={text.preview.value}>
          <span aria-hidden>→</span>
          <span className="sr-only">{text.preview.value}</span>
          <span className="truncate">{typeof given.value === "string" && given.value === "" ? '""' : printShort(given.value, 160)}</span>
        </p>
      );
    case "no-data":
      return <p className="text-xs text-faint">{text.preview.noData(given.name)}</p>;
    case "failed":
      return <p className="text-xs text-warn">{text.preview.failed(given.message)}</p>;
  }
}
