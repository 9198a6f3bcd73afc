import type { TimelineStep, Usage } from "../api/run-schemas.ts";
import { timelineStep } from "../api/run-schemas.ts";
import type { RunError } from "../engine/contract.ts";
import { costOf } from "./model-prices.ts";
import type { UrlOf } from "../runs/present.ts";
import type { NodeLabels } from "../runs/store.ts";
import type { ChildRow, TimelineHookRow, TimelineRows, TimelineStepRow, TimelineWaitRow } from "./store.ts";

export interface TimelineView {
  readonly nodes: NodeLabels;
  /** Nothing goes on any more. */
  readonly hasEnded: boolean;
  /** Who may answer a wait is shown its address. */
  readonly mayAnswer: boolean;
  readonly url: UrlOf;
}

/** The kind of a node that calls another workflow. */
export const CALL_KIND = "control.call";

/** Steps and waits as people follow them, in the order they began. */
export function presentTimeline(rows: TimelineRows, view: TimelineView): TimelineStep[] {
  const calls = new Map(rows.hooks.flatMap((hook) => (hook.childRunId === null ? [] : [[hook.childRunId, hook] as const])));
  const timeouts = Map.groupBy(
    rows.waits.filter(({ kind }) => kind === "timeout"),
    ({ node }) => node,
  );
  const asked = Map.groupBy(
    rows.hooks.filter(({ childRunId }) => childRunId === null),
    ({ node }) => node,
  );
  const steps = [
    ...rows.steps.map((step) => presentStep(step, calls, rows.children, view)),
    // A node's waits and their timeouts are both in the order of its code.
    ...[...asked.values()].flatMap((hooks) => hooks.map((hook, n) => presentHook(hook, timeouts.get(hook.node)?.[n], view))),
    ...rows.waits.filter(({ kind }) => kind === "sleep").map((wait) => presentSleep(wait, view)),
  ];
  return steps.sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0));
}

/** All tokens together; null when no step used any. The cost is known when that of every step is; the model when it was one. */
export function sumUsage(steps: readonly TimelineStep[]): Usage | null {
  const used = steps.flatMap(({ usage, reused }) => (usage && !reused ? [usage] : []));
  const first = used[0];
  if (!first) return null;
  return {
    inputTokens: used.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
    outputTokens: used.reduce((sum, { outputTokens }) => sum + outputTokens, 0),
    model: used.every(({ model }) => model === first.model) ? first.model : null,
    cost: used.reduce<number | null>((sum, { cost }) => (sum === null || cost === null ? null : sum + cost), 0),
  };
}

function presentStep(
  step: TimelineStepRow,
  calls: ReadonlyMap<string, TimelineHookRow>,
  children: ReadonlyMap<string, ChildRow>,
  view: TimelineView,
): TimelineStep {
  const { facts } = step;
  const common = {
    ...describe(step.stepId, step.node, view),
    attempt: step.attempt,
    error: withoutNode(step.error),
    retryAt: step.status === "retrying" ? (step.retryAfter?.toISOString() ?? null) : null,
    until: null,
    childRun: facts.child ?? null,
    reused: facts.reused !== undefined,
    preview: facts.preview ?? null,
    usage: facts.usage ? { ...facts.usage, cost: costOf(facts.usage) } : null,
    wait: null,
  };
  const isCall = view.nodes[step.node]?.kind === CALL_KIND;
  if (typeof facts.child !== "string")
    return {
      ...common,
      ...lasting(step.createdAt, step.startedAt, step.completedAt),
      type: isCall ? "child" : "step",
      status: timelineStep.shape.status.parse(step.status),
    };
  // The step only started the other workflow; what it came to is known from the wait for its end.
  const call = calls.get(facts.child);
  const child = children.get(facts.child);
  const status = callStatus(call, child, view);
  return {
    ...common,
    ...lasting(step.createdAt, step.startedAt, call?.endedAt ?? (view.hasEnded ? step.completedAt : null)),
    type: "child",
    status,
    error: status === "failed" ? withoutNode(child?.error ?? null) : null,
    preview: status === "completed" ? (call?.preview ?? null) : null,
  };
}

function callStatus(call: TimelineHookRow | undefined, child: ChildRow | undefined, view: TimelineView): TimelineStep["status"] {
  if (call?.status === "answered") return child?.status === "completed" ? "completed" : "failed";
  return view.hasEnded || call?.status === "closed" ? "cancelled" : "waiting";
}

function presentHook(hook: TimelineHookRow, timeout: TimelineWaitRow | undefined, view: TimelineView): TimelineStep {
  const isOpen = hook.status === "waiting" && !view.hasEnded;
  const isOver = hook.status === "answered" || timeout?.status === "completed";
  return {
    ...describe(hook.hookId, hook.node, view),
    ...lasting(hook.createdAt, hook.createdAt, hook.endedAt),
    type: hook.kind === "approval" ? "approval" : "event",
    status: isOpen ? "waiting" : isOver ? "completed" : "cancelled",
    attempt: 1,
    error: null,
    retryAt: null,
    until: timeout?.resumeAt?.toISOString() ?? null,
    childRun: null,
    reused: hook.reusedFrom !== null,
    preview: hook.preview,
    usage: null,
    wait: isOpen ? { message: hook.message, ...(view.mayAnswer ? { url: view.url(`/api/hooks/${hook.token}`) } : {}) } : null,
  };
}

function presentSleep(wait: TimelineWaitRow, view: TimelineView): TimelineStep {
  const isOver = wait.status === "completed";
  return {
    ...describe(wait.waitId, wait.node, view),
    ...lasting(wait.createdAt, wait.createdAt, wait.completedAt),
    type: "sleep",
    status: isOver ? "completed" : view.hasEnded ? "cancelled" : "waiting",
    attempt: 1,
    error: null,
    retryAt: null,
    until: wait.resumeAt?.toISOString() ?? null,
    childRun: null,
    reused: wait.reused,
    preview: null,
    usage: null,
    wait: null,
  };
}

function describe(id: string, node: string, { nodes }: TimelineView) {
  return { id, node, label: nodes[node]?.label ?? "", kind: nodes[node]?.kind ?? "" };
}

function lasting(createdAt: Date, startedAt: Date | null, endedAt: Date | null) {
  return {
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    durationMs: startedAt && endedAt ? endedAt.getTime() - startedAt.getTime() : null,
  };
}

/** Which node it was, the step says already. */
export function withoutNode(error: RunError | null): TimelineStep["error"] {
  if (!error) return null;
  const { message, name, status } = error;
  return { message, ...(name === undefined ? {} : { name }), ...(status === undefined ? {} : { status }) };
}
