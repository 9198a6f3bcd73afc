import type { ClientBase, Pool } from "pg";
import { z } from "zod";

import { stepError } from "../../plugins/kit/step-error.ts";
import { unpackResult } from "./sdk.ts";
import { splitResponse } from "./split-response.ts";
import { type EventRow, Store } from "./store.ts";

const stepFacts = z.object({
  node: z.string(),
  attempt: z.number(),
  createdAt: z.coerce.date(),
  startedAt: z.coerce.date(),
  error: z.string().optional(),
});
const runFailure = z.object({ error: z.unknown() });

interface StepRow {
  readonly stepId: string;
  node: string;
  status: "retrying" | "completed" | "failed";
  attempt: number;
  endSeq: number | null;
  error: unknown;
  createdAt: Date;
  startedAt: Date;
  completedAt: Date | null;
}

/** Makes what lists and run views read (ended runs and their steps) anew from the event log. Answers with the number of runs. May be run at any time. */
export async function rebuildProjection(pool: Pool): Promise<number> {
  const store = new Store(pool);
  let count = 0;
  for (let after = ""; ;) {
    const page = await pool.query<{ id: string }>("select id from runs where id > $1 order by id limit 500", [after]);
    for (const { id } of page.rows) {
      await rebuildRun(pool, id, await store.readEvents(id));
      count++;
      after = id;
    }
    if (page.rows.length < 500) return count;
  }
}

async function rebuildRun(pool: Pool, runId: string, events: readonly EventRow[]): Promise<void> {
  const end = events.find(({ type }) => type === "run_completed" || type === "run_failed" || type === "run_cancelled");
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("select 1 from runs where id = $1 for update", [runId]);
    for (const step of stepsOf(events)) await writeStep(client, runId, step);
    for (const { correlationId, createdAt } of events.filter(({ type }) => type === "hook_received")) {
      await client.query("update workflow_hooks set status = 'answered', ended_at = $3 where run_id = $1 and hook_id = $2", [
        runId,
        correlationId,
        createdAt,
      ]);
    }
    if (end) await writeEnd(client, runId, end);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

function stepsOf(events: readonly EventRow[]): StepRow[] {
  const steps = new Map<string, StepRow>();
  for (const event of events) {
    if (event.type !== "weft_step" && event.type !== "weft_attempt") continue;
    const stepId = event.correlationId ?? "";
    const { node, attempt, createdAt, startedAt, error } = stepFacts.parse(event.data);
    const ended = event.type === "weft_step";
    steps.set(stepId, {
      stepId,
      node,
      status: ended ? (error === undefined ? "completed" : "failed") : "retrying",
      attempt,
      endSeq: ended ? event.seq : null,
      error: error === undefined ? null : { node, ...stepError(new Error(error)) },
      createdAt,
      startedAt: steps.get(stepId)?.startedAt ?? startedAt,
      completedAt: ended ? event.createdAt : null,
    });
  }
  return [...steps.values()];
}

async function writeStep(client: ClientBase, runId: string, step: StepRow): Promise<void> {
  const error = step.error === null ? null : JSON.stringify(step.error);
  await client.query(
    `insert into run_steps (run_id, step_id, workspace_id, node, status, attempt, end_seq, error, created_at, started_at, completed_at)
     select $1, $2, workspace_id, $3, $4, $5, $6, $7, $8, $9, $10 from runs where id = $1
     on conflict (run_id, step_id) do update set node = excluded.node, status = excluded.status, attempt = excluded.attempt, end_seq = excluded.end_seq,
       error = excluded.error, created_at = excluded.created_at, started_at = excluded.started_at, completed_at = excluded.completed_at
     where excluded.end_seq is not null`,
    [runId, step.stepId, step.node, step.status, step.attempt, step.endSeq, error, step.createdAt, step.startedAt, step.completedAt],
  );
}

async function writeEnd(client: ClientBase, runId: string, end: EventRow): Promise<void> {
  const status = end.type.slice("run_".length);
  const returned = end.payload ? await unpackResult(new Uint8Array(end.payload), runId) : undefined;
  const { result, response } = end.type === "run_completed" ? splitResponse(returned) : { result: undefined, response: undefined };
  const failure = end.type === "run_failed" ? runFailure.parse(end.data).error : undefined;
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  await client.query(
    `update runs set status = $2, result = $3, response = $4, error = $5, completed_at = $6, last_seq = greatest(last_seq, $7), owner = null, wake_at = null where id = $1`,
    [runId, status, json(result), json(response), json(failure), end.createdAt, end.seq],
  );
  await client.query("update workflow_hooks set status = 'closed', ended_at = $2 where run_id = $1 and status = 'waiting'", [
    runId,
    end.createdAt,
  ]);
  await client.query(
    "update run_steps set status = 'cancelled', completed_at = $2 where run_id = $1 and status in ('pending', 'running', 'retrying')",
    [runId, end.createdAt],
  );
}
