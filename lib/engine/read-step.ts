import { z } from "zod";

import { stepError } from "../../plugins/kit/step-error.ts";
import type { LogLine, StepRecord } from "./contract.ts";
import { hideMarkers, readVariables } from "./run-variables.ts";
import { unpackArguments, unpackValue } from "./sdk.ts";
import type { Store } from "./store.ts";

const stepFacts = z.object({
  node: z.string(),
  attempt: z.number(),
  startedAt: z.coerce.date(),
  error: z.string().optional(),
  child: z.string().nullish(),
});
const storedLogs = z.array(z.object({ level: z.enum(["log", "warn", "error"]), text: z.string() }));
const hookMetadata = z.looseObject({ node: z.string().optional(), message: z.unknown() });

/** One step of a run by its id, or an approval, an event or a sleep by its own, from the run's log. */
export async function readStep(store: Store, runId: string, stepId: string): Promise<StepRecord | undefined> {
  const [run, events] = await Promise.all([store.findRun(runId), store.readSubject(runId, stepId)]);
  if (!run) return undefined;
  if (!stepId.startsWith("step_")) return events.length === 0 ? undefined : readWait(runId, events);
  const ended = events.findLast(({ type }) => type === "weft_step");
  const packed = ended ? ended.input : await store.readOpenInput(runId, stepId);
  if (packed === undefined && events.length === 0) return undefined;
  const [input] = packed ? await unpackArguments(new Uint8Array(packed), runId) : [];
  const output = ended?.payload ? await unpackValue(new Uint8Array(ended.payload), runId) : undefined;
  const variables = readVariables(run.variables);
  return {
    input: hideMarkers(input, variables),
    output: await resultOf(store, output, ended?.data),
    attempts: events.flatMap((event) => {
      if (event.type !== "weft_step" && event.type !== "weft_attempt") return [];
      const { node, attempt, startedAt, error } = stepFacts.parse(event.data);
      const logs: LogLine[] = event.logs === null ? [] : storedLogs.parse(hideMarkers(event.logs, variables));
      return [
        {
          number: attempt,
          startedAt,
          endedAt: event.createdAt,
          logs,
          ...(error === undefined ? {} : { error: { node, ...stepError(new Error(error)) } }),
        },
      ];
    }),
  };
}

/** Of the step that starts a called workflow, people want to know what that gave. */
async function resultOf(store: Store, output: unknown, data: unknown): Promise<unknown> {
  const child = stepFacts.safeParse(data).data?.child;
  if (child === undefined || child === null) return unpinned(output, data);
  return (await store.findRun(child))?.result ?? undefined;
}

/** The output behind that of a pinned child's step. */
export function unpinned(output: unknown, data: unknown): unknown {
  const isPinned = typeof data === "object" && data !== null && "child" in data && data.child === null;
  return isPinned && typeof output === "object" && output !== null && "pinned" in output ? output.pinned : output;
}

async function readWait(runId: string, events: Awaited<ReturnType<Store["readSubject"]>>): Promise<StepRecord> {
  const asked = events.find(({ type }) => type === "hook_created");
  const answered = events.find(({ type }) => type === "hook_received");
  const metadata = asked?.payload ? hookMetadata.safeParse(await unpackValue(new Uint8Array(asked.payload), runId)).data : undefined;
  const begun = events[0];
  const ended = events.find(({ type }) => type === "hook_received" || type === "wait_completed");
  return {
    input: metadata?.message === undefined ? null : { message: metadata.message },
    output: answered?.payload ? await unpackValue(new Uint8Array(answered.payload), runId) : undefined,
    attempts: begun && ended ? [{ number: 1, startedAt: begun.createdAt, endedAt: ended.createdAt, logs: [] }] : [],
  };
}
