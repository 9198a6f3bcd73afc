import type { Event, WorkflowRun } from "@workflow/world";

import { PACKED_NOTHING, packInput, SPEC_VERSION } from "./sdk.ts";
import type { EventRow, RunRow } from "./store.ts";

/** The SDK's name for a node's step. */
export function stepNameOf(node: string): string {
  return `step//weft//${node}`;
}

interface StepData {
  readonly node: string;
  /** Set when the step failed for good: the message that the code's error carries. */
  readonly error?: string;
}

/** What the SDK sees of one row: nothing, one event, or three for a step that ran from start to end. */
export function toSdkEvents(runId: string, row: EventRow): Event[] {
  const base = (part: string) => ({
    runId,
    eventId: `evnt_${String(row.seq).padStart(9, "0")}${part}`,
    createdAt: row.createdAt,
    specVersion: SPEC_VERSION,
  });
  if (row.type === "weft_attempt") return [];
  if (row.type !== "weft_step") {
    const eventData = { ...(row.data as object | null), ...payloadField(row) };
    const event = {
      ...base(""),
      eventType: row.type,
      ...(row.correlationId ? { correlationId: row.correlationId } : {}),
      ...(Object.keys(eventData).length > 0 ? { eventData } : {}),
    };
    // The rows are written from the SDK's own events, by type; its union cannot be rebuilt from a string.
    return [withDates(event) as unknown as Event];
  }
  const { node, error } = row.data as StepData;
  const stepName = stepNameOf(node);
  const correlationId = row.correlationId ?? "";
  const end =
    error === undefined
      ? { ...base("c"), eventType: "step_completed", correlationId, eventData: { stepName, result: plain(row.payload) } }
      : { ...base("c"), eventType: "step_failed", correlationId, eventData: { stepName, error } };
  return [
    { ...base("a"), eventType: "step_created", correlationId, eventData: { stepName, input: plain(row.input) } },
    { ...base("b"), eventType: "step_started", correlationId, eventData: { stepName } },
    end,
  ] as unknown as Event[];
}

/** The step that does nothing and that goes before a sleep's end in the log; see the prelude. It is in no row of its own. */
export function toTurnEvents(runId: string, { seq, createdAt }: EventRow, correlationId: string): Event[] {
  return toSdkEvents(runId, {
    seq,
    createdAt,
    type: "weft_step",
    correlationId,
    data: { node: "" },
    input: PACKED_NOTHING,
    payload: PACKED_NOTHING,
  });
}

const PAYLOAD_FIELDS: Readonly<Record<string, string>> = {
  run_completed: "output",
  step_created: "input",
  step_completed: "result",
  hook_created: "metadata",
  hook_received: "payload",
};

function payloadField(row: EventRow): object {
  const field = PAYLOAD_FIELDS[row.type];
  const value = row.type === "step_created" ? row.input : row.payload;
  return field === undefined || value === undefined || value === null ? {} : { [field]: plain(value) };
}

function withDates<T extends { eventData?: object }>(event: T): T {
  const data = event.eventData;
  if (data && "resumeAt" in data && typeof data.resumeAt === "string")
    return { ...event, eventData: { ...data, resumeAt: new Date(data.resumeAt) } };
  return event;
}

/** The SDK tells bytes from legacy values by the class itself: pg's Buffer is one, but a view into a shared pool is better not kept. */
function plain(bytes: Uint8Array | undefined | null): Uint8Array {
  return bytes ? new Uint8Array(bytes) : new Uint8Array();
}

/** The run as the SDK's replay wants it. Its clock starts when the run was created: known before anything is written, so a replay never draws other ids. */
export async function toSdkRun(run: Pick<RunRow, "id" | "sdkName" | "createdAt" | "input">): Promise<WorkflowRun> {
  return {
    runId: run.id,
    status: "running",
    deploymentId: "weft",
    workflowName: run.sdkName,
    specVersion: SPEC_VERSION,
    input: await packInput(run.input, run.id),
    createdAt: run.createdAt,
    startedAt: run.createdAt,
    updatedAt: run.createdAt,
  };
}
