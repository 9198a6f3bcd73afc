import { unreachable } from "../../../codegen/invariant.ts";
import type { RunTimeline, TimelineStep } from "../../../lib/api/run-schemas.ts";
import type { RunMessage, StepNews, WaitNews } from "./run-message.ts";

/** Whether nothing more happens in a run of this status. */
export function hasEnded(status: RunTimeline["run"]["status"]): boolean {
  return status === "completed" || status === "failed" || status === "cancelled";
}

/** The timeline after what was told since. Steps keep their places; new ones come last. The same object when nothing is new. */
export function applyMessages(timeline: RunTimeline, messages: readonly RunMessage[]): RunTimeline {
  if (messages.length === 0) return timeline;
  const steps = [...timeline.steps];
  const places = new Map(steps.map((step, at) => [step.id, at]));
  const put = (step: TimelineStep): void => {
    const at = places.get(step.id) ?? steps.length;
    places.set(step.id, at);
    steps[at] = step;
  };
  let { run } = timeline;
  for (const message of messages) {
    switch (message.event) {
      case "run":
        run = { ...run, ...message.data };
        break;
      case "step": {
        const known = steps[places.get(message.data.id) ?? -1];
        // An attempt that was told late does not take back a later one.
        if (known && isOlder(message.data, known)) break;
        put({ ...(known ?? newStep(message.data)), ...message.data });
        break;
      }
      case "wait":
        for (const wait of message.data.waits) {
          const known = steps.find((step) => step.node === wait.node && step.type === wait.kind && step.endedAt === null);
          if (!known) put(newWait(wait));
        }
        settleWaits(steps, message.data.waits, put);
        break;
      default:
        return unreachable(message);
    }
  }
  return { ...timeline, run, steps };
}

function isOlder(news: StepNews, known: TimelineStep): boolean {
  if (news.attempt !== undefined && news.attempt < known.attempt) return true;
  return known.endedAt !== null && (news.status === "running" || news.status === "pending" || news.status === "retrying");
}

function newStep({ id, node, status, kind = "" }: StepNews): TimelineStep {
  return {
    id,
    node,
    label: "",
    kind,
    type: kind === "control.call" ? "child" : "step",
    status,
    attempt: 1,
    createdAt: new Date().toISOString(),
    startedAt: null,
    endedAt: null,
    durationMs: null,
    error: null,
    retryAt: null,
    until: null,
    childRun: null,
    reused: false,
    preview: null,
    usage: null,
    wait: null,
  };
}

/** Named provisionally: the timeline knows its real id when it is read again. */
function newWait({ node, label, kind, message, since, url }: WaitNews): TimelineStep {
  return {
    ...newStep({
      id: `wait:${node}:${since}`,
      node,
      status: "waiting",
      kind: kind === "approval" ? "control.approval" : "control.waitForEvent",
    }),
    label,
    type: kind,
    createdAt: since,
    startedAt: since,
    wait: { message, ...(url === undefined ? {} : { url }) },
  };
}

/** What is waited for no more was answered, or ran out of time; what became of it is read with the timeline. */
function settleWaits(steps: readonly TimelineStep[], open: readonly WaitNews[], put: (step: TimelineStep) => void): void {
  const nodes = new Set(open.map((wait) => wait.node));
  for (const step of steps) {
    const isOpenWait = (step.type === "approval" || step.type === "event") && step.status === "waiting";
    if (isOpenWait && !nodes.has(step.node)) put({ ...step, status: "completed", endedAt: new Date().toISOString() });
  }
}
