import type { RunTimeline, TimelineStep } from "../../../lib/api/run-schemas.ts";
import type { NodeRun } from "../../editor/screen.ts";
import { applyMessages, hasEnded } from "./apply-messages.ts";
import { combineStatuses, stepStatus } from "../waterfall/step-status.ts";
import type { RunMessage } from "./run-message.ts";

interface Calls {
  last: TimelineStep;
  /** What shows of all calls: one that goes on before one that failed before one that is done. */
  shown: TimelineStep;
  total: number;
  done: number;
  failed: number;
}

/** What each node did in a run, after what was told since its timeline was read. A node that the run did not reach is skipped once it has ended. */
export function foldRun(timeline: RunTimeline, messages: readonly RunMessage[] = []): ReadonlyMap<string, NodeRun> {
  const { run, steps, skipped } = applyMessages(timeline, messages);
  const nodes = new Map<string, Calls>();
  for (const step of steps) count(nodes, step);
  const ended = hasEnded(run.status);
  const folded = new Map<string, NodeRun>();
  for (const [node, calls] of nodes) folded.set(node, describe(calls, ended));
  if (ended) {
    for (const node of skipped) if (!folded.has(node)) folded.set(node, SKIPPED);
  }
  return folded;
}

const SKIPPED: NodeRun = {
  status: "skipped",
  attempt: 0,
  durationMs: null,
  calls: { total: 0, done: 0, failed: 0 },
  preview: null,
  error: null,
  until: null,
  reused: false,
};

function count(nodes: Map<string, Calls>, step: TimelineStep): void {
  const calls = nodes.get(step.node) ?? { last: step, shown: step, total: 0, done: 0, failed: 0 };
  calls.total++;
  if (step.status === "completed") calls.done++;
  if (step.status === "failed") calls.failed++;
  calls.last = step;
  if (combineStatuses([step.status, calls.shown.status]) === step.status) calls.shown = step;
  nodes.set(step.node, calls);
}

function describe({ last, shown, total, done, failed }: Calls, ended: boolean): NodeRun {
  return {
    status: stepStatus(shown, ended),
    attempt: shown.attempt,
    durationMs: last.durationMs,
    calls: { total, done, failed },
    preview: last.preview,
    error: shown.error?.message ?? null,
    until: ended ? null : shown.status === "retrying" ? shown.retryAt : shown.until,
    reused: last.reused,
  };
}
