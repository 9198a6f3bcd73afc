"use client";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import type { TimelineStep } from "../../../lib/api/run-schemas.ts";
import { runsText } from "../../text/runs.ts";
import { Badge } from "../../ui/badge.tsx";
import { cn } from "../../ui/cn.ts";
import { Problem } from "../../ui/problem.tsx";
import { StatusIcon } from "../../ui/run-status.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { formatDuration } from "../format.ts";
import { useStepDetails } from "../timeline/use-run-timeline.ts";
import type { AlignedStep } from "./align-runs.ts";
import { differs, slowerBy } from "./step-difference.ts";
import { ValueDiff } from "./value-diff.tsx";

interface ComparedStepProps {
  readonly step: AlignedStep;
  /** The two runs' ids. */
  readonly a: string;
  readonly b: string;
}

/** A step as two runs had it; opened, where its input and output differ. */
export function ComparedStep({ step, a, b }: ComparedStepProps) {
  const [open, setOpen] = useState(false);
  const text = runsText.compare;
  const by = slowerBy(step.a, step.b);
  const canOpen = step.a !== undefined && step.b !== undefined;
  const verdict = !step.a ? text.onlySecond : !step.b ? text.onlyFirst : differs(step) ? text.differs : text.same;
  return (
    <li className="border-t border-line first:border-t-0">
      <button
        type="button"
        disabled={!canOpen}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="grid w-full grid-cols-[1rem_minmax(0,1fr)_auto_auto] items-center gap-x-2 gap-y-1 px-3 py-2 text-left enabled:hover:bg-hover md:grid-cols-[1rem_minmax(0,1fr)_7rem_7rem_7rem_8rem]"
      >
        <ChevronRight
          aria-hidden
          className={cn("size-4 text-muted transition-transform", open ? "rotate-90" : "", canOpen ? "" : "invisible")}
        />
        <span className="truncate text-sm font-medium">{step.label || step.node}</span>
        <Cell step={step.a} />
        <Cell step={step.b} />
        <span
          className={cn(
            "text-right text-xs tabular-nums max-md:hidden",
            by === undefined ? "text-faint" : by > 0 ? "text-warn" : "text-good",
          )}
        >
          {by === undefined ? "" : by > 0 ? text.slower(formatDuration(by)) : text.faster(formatDuration(-by))}
        </span>
        <span className="text-right max-md:hidden">
          <Badge tone={verdict === text.same ? "neutral" : "warn"}>{verdict}</Badge>
        </span>
      </button>
      {open && step.a && step.b ? <StepValues a={a} b={b} left={step.a} right={step.b} /> : null}
    </li>
  );
}

function Cell({ step }: { readonly step: TimelineStep | undefined }) {
  if (!step) return <span className="text-center text-xs text-faint">–</span>;
  return (
    <span className="flex items-center justify-end gap-1.5 text-xs text-muted tabular-nums">
      {step.durationMs === null ? "" : formatDuration(step.durationMs)}
      <StatusIcon status={step.status} />
    </span>
  );
}

function StepValues({
  a,
  b,
  left,
  right,
}: {
  readonly a: string;
  readonly b: string;
  readonly left: TimelineStep;
  readonly right: TimelineStep;
}) {
  const first = useStepDetails(a, left.id, `${left.status} ${left.attempt}`);
  const second = useStepDetails(b, right.id, `${right.status} ${right.attempt}`);
  const text = runsText.compare;
  const error = first.error ?? second.error;
  if (error) {
    return (
      <div className="px-3 pb-3">
        <Problem error={error} />
      </div>
    );
  }
  if (!first.data || !second.data) {
    return (
      <div className="px-9 pb-3">
        <Spinner />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3 px-3 pb-3 md:pl-9">
      <section aria-label={text.input}>
        <h3 className="mb-1 text-xs font-medium">{text.input}</h3>
        <ValueDiff before={first.data.input} after={second.data.input} />
      </section>
      <section aria-label={text.output}>
        <h3 className="mb-1 text-xs font-medium">{text.output}</h3>
        <ValueDiff before={first.data.output} after={second.data.output} root={left.node} />
      </section>
    </div>
  );
}
