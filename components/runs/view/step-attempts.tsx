"use client";
import { CircleAlert, CircleCheck, LoaderCircle } from "lucide-react";
import type { StepDetails, TimelineStep } from "../../../lib/api/run-schemas.ts";
import { runsText } from "../../text/runs.ts";
import { formatDuration, formatExact } from "../format.ts";

interface StepAttemptsProps {
  readonly step: TimelineStep;
  readonly attempts: StepDetails["attempts"];
}

/** Each attempt with its time and what it failed with, and the pauses between them. */
export function StepAttempts({ step, attempts }: StepAttemptsProps) {
  return (
    <ol className="h-full overflow-y-auto px-4 py-3">
      {attempts.map((attempt, at) => {
        const next = attempts[at + 1];
        const pause = next && attempt.endedAt !== null ? Date.parse(next.startedAt) - Date.parse(attempt.endedAt) : undefined;
        return (
          <li key={attempt.number}>
            <div className="flex items-start gap-2.5">
              <AttemptIcon attempt={attempt} isDone={step.status === "completed"} />
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-baseline gap-x-2">
                  <span className="font-medium">{runsText.step.attempt(attempt.number)}</span>
                  <span className="text-xs text-muted tabular-nums" title={formatExact(attempt.startedAt)}>
                    {attempt.endedAt === null
                      ? runsText.waterfall.goesOn
                      : formatDuration(Date.parse(attempt.endedAt) - Date.parse(attempt.startedAt))}
                  </span>
                </p>
                {attempt.error ? (
                  <p className="mt-1 rounded-md bg-bad-soft px-2.5 py-1.5 font-mono text-xs break-words whitespace-pre-wrap">
                    {attempt.error.status === undefined ? "" : `${runsText.step.httpStatus(attempt.error.status)} · `}
                    {attempt.error.name === undefined || attempt.error.name === "Error" ? "" : `${attempt.error.name}: `}
                    {attempt.error.message}
                  </p>
                ) : null}
                {attempt.logs && next ? <Printed logs={attempt.logs} /> : null}
              </div>
            </div>
            {pause === undefined ? null : (
              <p className="my-1 ml-2 border-l-2 border-dashed border-warn py-1.5 pl-4 text-xs text-muted tabular-nums">
                {runsText.waterfall.kinds.pause} {formatDuration(pause)}
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function AttemptIcon({ attempt, isDone }: { readonly attempt: StepDetails["attempts"][number]; readonly isDone: boolean }) {
  if (attempt.error) return <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />;
  if (attempt.endedAt === null && !isDone) return <LoaderCircle aria-hidden className="mt-0.5 size-4 shrink-0 animate-spin text-busy" />;
  return <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />;
}

/** What an attempt printed before it failed. */
function Printed({ logs }: { readonly logs: StepDetails["logs"] }) {
  return (
    <pre className="mt-1 max-h-40 overflow-auto rounded-md bg-sunken px-2.5 py-1.5 font-mono text-xs break-words whitespace-pre-wrap text-muted">
      {logs.map(({ text }) => text).join("\n")}
    </pre>
  );
}
