"use client";
import type { ReactNode } from "react";
import type { TimelineStep } from "../../../lib/api/run-schemas.ts";
import { runsText } from "../../text/runs.ts";
import { formatCost, formatDuration, formatExact, formatRelative, formatTime } from "../format.ts";
import { useNow } from "../use-now.ts";

/** When a step began, how long it took, what it waits for, what a model used. */
export function StepFacts({ step }: { readonly step: TimelineStep }) {
  const text = runsText.step;
  const goesOn = step.endedAt === null;
  const now = useNow(goesOn ? 250 : undefined);
  const begun = step.startedAt ?? step.createdAt;
  const queued = step.startedAt === null ? 0 : Date.parse(step.startedAt) - Date.parse(step.createdAt);
  const { usage } = step;
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 text-xs">
      <Fact name={text.startedAt}>
        <time dateTime={begun} title={formatExact(begun)}>
          {formatTime(begun)}
        </time>
      </Fact>
      <Fact name={text.took}>
        {goesOn && step.status !== "pending" ? formatDuration(now - Date.parse(begun)) : formatDuration(step.durationMs ?? 0)}
        {queued >= 5 ? <span className="text-muted"> · {text.queued(formatDuration(queued))}</span> : null}
      </Fact>
      {step.status === "retrying" && step.retryAt !== null ? <Fact>{text.retryAt(formatRelative(step.retryAt, now))}</Fact> : null}
      {goesOn && step.until !== null ? <Fact>{text.until(formatExact(step.until))}</Fact> : null}
      {usage ? (
        <>
          <Fact name={text.tokensLabel}>{text.tokens(usage.inputTokens, usage.outputTokens)}</Fact>
          {usage.cost === null ? null : <Fact name={text.cost}>{formatCost(usage.cost)}</Fact>}
          {usage.model === null ? null : <Fact name={text.model}>{usage.model}</Fact>}
        </>
      ) : null}
    </dl>
  );
}

function Fact({ name, children }: { readonly name?: string; readonly children: ReactNode }) {
  return (
    <div className="flex gap-1.5">
      {name === undefined ? null : <dt className="text-muted">{name}</dt>}
      <dd className="text-ink tabular-nums">{children}</dd>
    </div>
  );
}
