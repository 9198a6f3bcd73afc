import type { RunDetails, RunStepView, RunSummary, RunWait, Wait } from "../api/schemas.ts";
import type { FullRunRow, NodeLabels, RunRow, StepRow, WaitRow } from "./store.ts";

/** Makes a path of ours absolute, as the caller reaches us. */
export type UrlOf = (path: string) => string;

export function presentRun(run: RunRow, url: UrlOf): RunSummary {
  return {
    id: run.id,
    url: url(`/api/runs/${run.id}`),
    workflow: run.workflow,
    version: run.version,
    status: run.status,
    trigger: run.trigger,
    note: run.note,
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    endedAt: run.completedAt?.toISOString() ?? null,
    error: run.error,
  };
}

function presentStep(step: StepRow, nodes: NodeLabels): Omit<RunStepView, "input" | "output"> {
  const node = nodes[step.node];
  return {
    id: step.stepId,
    node: step.node,
    label: node?.label ?? "",
    kind: node?.kind ?? "",
    status: step.status,
    attempt: step.attempt,
    createdAt: step.createdAt.toISOString(),
    startedAt: step.startedAt?.toISOString() ?? null,
    endedAt: step.completedAt?.toISOString() ?? null,
    durationMs: step.startedAt && step.completedAt ? step.completedAt.getTime() - step.startedAt.getTime() : null,
    error: step.error,
  };
}

/** With `url`, which makes paths absolute, the one-time address: only for a caller who may answer. */
export function presentRunWait(wait: WaitRow, nodes: NodeLabels, url: UrlOf | undefined): RunWait {
  return {
    node: wait.node,
    label: nodes[wait.node]?.label ?? "",
    kind: wait.kind,
    message: wait.message,
    since: wait.createdAt.toISOString(),
    ...(url ? { url: url(`/api/hooks/${wait.token}`) } : {}),
  };
}

export function presentWait(wait: WaitRow, workflow: string, nodes: NodeLabels): Wait {
  return {
    run: wait.runId,
    workflow,
    node: wait.node,
    label: nodes[wait.node]?.label ?? "",
    kind: wait.kind,
    message: wait.message,
    since: wait.createdAt.toISOString(),
  };
}

export function presentRunDetails(
  run: FullRunRow,
  steps: readonly StepRow[],
  values: ReadonlyMap<string, { readonly input: unknown; readonly output: unknown }>,
  waits: readonly WaitRow[],
  mayAnswer: boolean,
  url: UrlOf,
): RunDetails {
  return {
    ...presentRun(run, url),
    parent: run.parentRunId,
    input: run.input,
    result: run.result,
    response: run.response,
    steps: steps.map((step) => {
      const value = values.get(step.stepId);
      return { ...presentStep(step, run.nodes), input: value?.input ?? null, output: value?.output ?? null };
    }),
    waits: waits.map((wait) => presentRunWait(wait, run.nodes, mayAnswer ? url : undefined)),
  };
}
