import type { RunTimeline, TimelineStep } from "../../../lib/api/run-schemas.ts";

/** Tests' own runs: a timeline and steps with what a test says of them. Times are milliseconds after 12:00. */
const NOON = Date.parse("2026-06-15T12:00:00.000Z");

export function at(ms: number): string {
  return new Date(NOON + ms).toISOString();
}

export function sampleStep(id: string, step: Partial<TimelineStep> = {}): TimelineStep {
  const node = /^step_(.+)_\d+$/.exec(id)?.[1] ?? id;
  return {
    id,
    node,
    label: "",
    kind: "http.request",
    type: "step",
    status: "completed",
    attempt: 1,
    createdAt: at(0),
    startedAt: at(0),
    endedAt: step.status === undefined || step.status === "completed" || step.status === "failed" ? at(100) : null,
    durationMs: step.status === undefined || step.status === "completed" || step.status === "failed" ? 100 : null,
    error: null,
    retryAt: null,
    until: null,
    childRun: null,
    reused: false,
    preview: null,
    usage: null,
    wait: null,
    ...step,
  };
}

export function sampleTimeline(steps: TimelineStep[], run: Partial<RunTimeline["run"]> = {}, skipped: string[] = []): RunTimeline {
  return {
    run: {
      id: "run_1",
      url: "/api/runs/run_1",
      workflow: "orderAlert",
      version: 3,
      status: "running",
      trigger: "test",
      note: null,
      createdAt: at(0),
      startedAt: at(1),
      endedAt: null,
      error: null,
      document: "wfl_1",
      title: "Order alert",
      parent: null,
      rerunOf: null,
      input: { value: { orderId: "1001" }, bytes: 18 },
      result: null,
      ...run,
    },
    steps,
    skipped,
    usage: null,
  };
}
