import type { StepDetails, TimelineStep } from "../../../lib/api/run-schemas.ts";

/** What a stretch of a step's time was spent on; each is drawn in a pattern of its own. */
export type SegmentKind = "queued" | "running" | "failed" | "waiting" | "pause";

export interface Segment {
  readonly kind: SegmentKind;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
}

/** Until when something that has not ended is drawn. */
export interface Clock {
  readonly now: number;
  /** When the run ended: nothing in it goes on after. */
  readonly end: number | undefined;
}

/** What a step's time was spent on, in order. With its attempts the pauses between them show. */
export function segmentsOf(step: TimelineStep, clock: Clock, attempts?: StepDetails["attempts"]): Segment[] {
  const created = Date.parse(step.createdAt);
  const started = step.startedAt === null ? undefined : Date.parse(step.startedAt);
  const ended = step.endedAt === null ? Math.max(created, clock.end ?? clock.now) : Date.parse(step.endedAt);
  if (step.type === "sleep" || step.type === "approval" || step.type === "event") return [{ kind: "waiting", from: created, to: ended }];
  if (started === undefined) return [{ kind: "queued", from: created, to: ended }];
  const segments: Segment[] = started > created ? [{ kind: "queued", from: created, to: started }] : [];
  const last: SegmentKind = step.status === "failed" ? "failed" : "running";
  if (attempts === undefined || attempts.length === 0) {
    segments.push({ kind: step.status === "retrying" ? "pause" : last, from: started, to: ended });
    return segments;
  }
  for (const [at, attempt] of attempts.entries()) {
    const from = Date.parse(attempt.startedAt);
    const next = attempts[at + 1];
    const to = attempt.endedAt === null ? ended : Date.parse(attempt.endedAt);
    segments.push({ kind: attempt.error ? "failed" : last, from, to });
    if (next) segments.push({ kind: "pause", from: to, to: Date.parse(next.startedAt) });
    else if (step.status === "retrying" && attempt.endedAt !== null) segments.push({ kind: "pause", from: to, to: ended });
  }
  return segments;
}
