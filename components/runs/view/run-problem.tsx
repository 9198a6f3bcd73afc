"use client";
import { CircleAlert } from "lucide-react";
import type { RunTimeline } from "../../../lib/api/run-schemas.ts";
import { runsText } from "../../text/runs.ts";
import type { StepRef } from "../waterfall/step-ref.ts";

/** Why a run failed, and the way to the step that made it fail. */
export function RunProblem({ timeline, onSelect }: { readonly timeline: RunTimeline; readonly onSelect: (step: StepRef) => void }) {
  const { run, steps } = timeline;
  if (!run.error) return null;
  const { node, message, status } = run.error;
  const step = steps.findLast((candidate) => candidate.node === node && candidate.status === "failed");
  return (
    <div role="alert" className="flex items-start gap-2 rounded-lg bg-bad-soft px-3 py-2 text-sm">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
      <p className="min-w-0 flex-1 break-words whitespace-pre-wrap">
        {step ? (
          <button
            type="button"
            className="mr-1.5 font-medium text-bad underline underline-offset-2"
            onClick={() => onSelect({ run: run.id, step: step.id })}
          >
            {step.label || step.node}
          </button>
        ) : node === undefined ? null : (
          <span className="mr-1.5 font-medium text-bad">{node}</span>
        )}
        {status === undefined ? null : <span className="mr-1.5 text-muted">{runsText.step.httpStatus(status)}</span>}
        {message}
      </p>
    </div>
  );
}
