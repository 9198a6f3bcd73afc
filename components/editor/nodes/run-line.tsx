import { canvasText } from "../../text/canvas.ts";
import { cn } from "../../ui/cn.ts";
import type { Status } from "../../ui/run-status.tsx";
import { STATUS_LOOKS } from "../../ui/run-status.tsx";
import type { NodeRun } from "../screen.ts";

const TONES: Readonly<Record<Status, string>> = {
  pending: "text-faint",
  running: "text-busy",
  retrying: "text-warn",
  waiting: "text-busy",
  completed: "text-good",
  failed: "text-bad",
  cancelled: "text-faint",
  skipped: "text-faint",
};

/** What a node did in the run that is looked at: state, how long, and the start of what came out. One line below the card. */
export function RunLine({ run, className }: { readonly run: NodeRun; readonly className?: string }) {
  const { Icon } = STATUS_LOOKS[run.status];
  return (
    <div className={cn("flex min-w-0 items-center gap-1 text-2xs", className)}>
      <Icon aria-hidden className={cn("size-3.5 shrink-0", TONES[run.status], run.status === "running" ? "animate-spin" : "")} />
      <span className={cn("shrink-0 font-medium tabular-nums", TONES[run.status])}>{factsOf(run).join(" · ")}</span>
      {run.error === null && run.preview === null ? null : (
        <span className={cn("min-w-0 truncate", run.error === null ? "font-mono text-faint" : "text-bad")}>{run.error ?? run.preview}</span>
      )}
    </div>
  );
}

/** The words of the line, for a node's name. */
export function describeRun(run: NodeRun): string {
  return [...factsOf(run), run.error ?? run.preview ?? ""].filter((part) => part !== "").join(", ");
}

function factsOf(run: NodeRun): string[] {
  const { node: text } = canvasText;
  const { label } = STATUS_LOOKS[run.status];
  const facts: string[] = [];
  // How long it took says already that it is done; every other state is named.
  if (run.status !== "completed") facts.push(label);
  if (run.status === "retrying" || (run.attempt > 1 && run.status !== "skipped")) facts.push(text.attempt(run.attempt));
  if (run.calls.total > 1) facts.push(text.rounds(run.calls.done, run.calls.total));
  if (run.calls.total > 1 && run.calls.failed > 0) facts.push(text.failedRounds(run.calls.failed));
  if (run.until !== null && (run.status === "waiting" || run.status === "retrying")) facts.push(text.until(clock(run.until)));
  if (run.durationMs !== null && (run.status === "completed" || run.status === "failed")) facts.push(describeDuration(run.durationMs));
  if (run.reused) facts.push(text.reused);
  return facts.length === 0 ? [label] : facts;
}

/** `40 ms`, `1.2 s`, `3 min`, `2.5 h`. */
export function describeDuration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(ms < 10_000 ? 1 : 0)} s`;
  if (ms < 3_600_000) return `${Math.round(ms / 60_000)} min`;
  return `${(ms / 3_600_000).toFixed(1)} h`;
}

function clock(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const isToday = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(
    undefined,
    isToday ? { hour: "2-digit", minute: "2-digit" } : { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" },
  );
}
