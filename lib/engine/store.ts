// Over 400 lines: every statement of the engine, best read side by side.
import { setTimeout as sleep } from "node:timers/promises";

import type { Pool } from "pg";

import type { RunError, StartOptions } from "./contract.ts";
import type { RunVariables } from "./run-variables.ts";
import { SPEC_VERSION } from "./sdk.ts";

/**
 * Each transition of a run is one statement: the event, the entity it changes and the run's counter are written together or not at all. A transition names
 * the worker that holds the run; when another has taken it over, nothing is written and the answer is undefined.
 */

/** One row of a run's log to append. */
export interface NewEvent {
  readonly type: string;
  readonly correlationId?: string | undefined;
  readonly data?: unknown;
  readonly input?: Uint8Array | undefined;
  readonly payload?: Uint8Array | undefined;
  /** What a step printed, as JSON. */
  readonly logs?: readonly unknown[] | undefined;
  readonly createdAt: Date;
}

export interface EventRow extends NewEvent {
  readonly seq: number;
}

/** A step's row after a change; `event` is the one that ended it, or recorded its failed attempt. */
export interface StepChange {
  readonly stepId: string;
  readonly node: string;
  readonly status: "running" | "retrying" | "completed" | "failed";
  readonly attempt: number;
  readonly input: Uint8Array | undefined;
  readonly error: RunError | undefined;
  readonly retryAfter: Date | undefined;
  readonly createdAt: Date;
  readonly startedAt: Date;
  readonly completedAt: Date | undefined;
  readonly event: NewEvent | undefined;
}

export interface RunRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly workflowId: string;
  readonly versionId: string;
  readonly sdkName: string;
  readonly status: string;
  readonly parentRunId: string | null;
  readonly rerunOf: string | null;
  readonly rerunFrom: string | null;
  readonly pins: unknown;
  readonly input: unknown;
  readonly variables: unknown;
  readonly result: unknown;
  readonly response: unknown;
  readonly error: unknown;
  readonly lastSeq: number;
  readonly owner: number | null;
  readonly crashes: number;
  readonly createdAt: Date;
  readonly completedAt: Date | null;
}

export interface VersionRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly workflowId: string;
  readonly workflow: string;
  readonly sha256: string;
  readonly bundle: string;
  readonly steps: unknown;
  readonly nodes: unknown;
  readonly variables: unknown;
}

export interface NewRun extends StartOptions {
  readonly id: string;
  readonly workflowId: string;
  readonly sdkName: string;
  readonly note?: string | undefined;
  readonly variables?: RunVariables | undefined;
  /** Null leaves the run to whichever worker has room. */
  readonly owner: number | null;
  readonly createdAt: Date;
}

export interface NewHook {
  readonly hookId: string;
  readonly sdkToken: string;
  readonly token: string;
  readonly node: string | undefined;
  readonly kind: "approval" | "event" | "child";
  readonly message: string | undefined;
  readonly notifyUrl: string | undefined;
  readonly childRunId: string | undefined;
  readonly metadata: Uint8Array | undefined;
  readonly createdAt: Date;
  /** Known already: nobody is asked. */
  readonly answer?: HookReply & { readonly from: string };
}

export interface HookReply {
  readonly payload: Uint8Array;
  /** The start of it, for people. */
  readonly preview: string;
}

export interface NewWait {
  readonly waitId: string;
  /** Undefined for one of a version whose waits do not name their node. */
  readonly node: string | undefined;
  readonly kind: "sleep" | "timeout" | undefined;
  readonly resumeAt: Date;
  readonly createdAt: Date;
  /** It is over already, and why. */
  readonly from?: string | undefined;
}

/** What an approval or an event of a run came to. */
export interface HookAnswer {
  readonly hookId: string;
  readonly node: string;
  readonly message: string | null;
  /** Null when nobody answered. */
  readonly payload: Uint8Array | null;
  readonly reusedFrom: string | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

export interface RunEnd {
  readonly status: "completed" | "failed" | "cancelled";
  readonly result?: unknown;
  readonly response?: unknown;
  readonly error?: RunError | undefined;
  readonly payload?: Uint8Array | undefined;
  readonly at: Date;
}

/** The class of the advisory locks that say which workers are alive; their second half is the worker's id. */
export const WORKER_LOCK = 0x77656674;

/** A run whose processes died this often before it got anywhere may be what kills them: it is taken up alone, after all others. */
const SUSPECT_CRASHES = 2;

const ACTIVE = "('pending', 'running', 'waiting')";
const RUN_COLUMNS = `id, workspace_id "workspaceId", workflow_id "workflowId", version_id "versionId", sdk_name "sdkName", status,
  parent_run_id "parentRunId", rerun_of "rerunOf", rerun_from "rerunFrom", pins, input, variables, result, response, error, last_seq "lastSeq", owner, crashes, created_at "createdAt", completed_at "completedAt"`;
const EVENT_COLUMNS = `seq, type, correlation_id "correlationId", data, input, payload, created_at "createdAt"`;

/** Bumps the run's counter if this worker still holds it. */
const TOUCH = `update runs set last_seq = last_seq + $3, updated_at = $4 where id = $1 and owner is not distinct from $2 and status in ${ACTIVE} returning last_seq, workspace_id`;

/** Writes only behind what the writer has read: a worker that lost a run and took it up again may still have a statement of before under way. */
const COMMIT_STEPS = `
  with r as (update runs set last_seq = last_seq + $3, updated_at = $4, status = 'running'
    where id = $1 and owner = $2 and last_seq = $23 and status in ${ACTIVE} returning last_seq, workspace_id),
  e as (insert into workflow_events (run_id, seq, type, correlation_id, data, input, payload, logs, spec_version, created_at)
    select $1, r.last_seq - $3 + x.ord, x.type, x.correlation, x.data::json, x.input, x.payload, x.logs::json, ${SPEC_VERSION}, x.at
    from r, unnest($5::text[], $6::text[], $7::text[], $8::bytea[], $9::bytea[], $10::timestamptz[], $22::text[]) with ordinality
      as x(type, correlation, data, input, payload, at, logs, ord)),
  s as (insert into run_steps (run_id, step_id, workspace_id, node, status, attempt, end_seq, input, error, retry_after, created_at, started_at, completed_at)
    select $1, x.id, r.workspace_id, x.node, x.status, x.attempt, case when x.ending > 0 then r.last_seq - $3 + x.ending end,
      x.input, x.error::json, x.retry_after, x.created_at, x.started_at, x.completed_at
    from r, unnest($11::text[], $12::text[], $13::text[], $14::int[], $15::int[], $16::bytea[], $17::text[], $18::timestamptz[], $19::timestamptz[],
      $20::timestamptz[], $21::timestamptz[]) as x(id, node, status, attempt, ending, input, error, retry_after, created_at, started_at, completed_at)
    on conflict (run_id, step_id) do update set status = excluded.status, attempt = excluded.attempt, end_seq = excluded.end_seq, input = excluded.input,
      error = excluded.error, retry_after = excluded.retry_after, started_at = coalesce(run_steps.started_at, excluded.started_at),
      completed_at = excluded.completed_at)
  select last_seq as seq from r`;

const CREATE_RUN = `
  with r as (insert into runs (id, workspace_id, workflow_id, version_id, sdk_name, trigger, status, parent_run_id, idempotency_key, note, input,
      variables, last_seq, owner, wake_at, created_at, started_at, updated_at, pins, rerun_of, rerun_from)
    values ($1, $2, $3, $4, $5, $6, case when $7::int is null then 'pending' else 'running' end, $8, $9, $10, $11::json,
      $13::json, 2, $7, case when $7::int is null then $12::timestamptz end, $12, case when $7::int is null then null else $12::timestamptz end, $12,
      $14::json, $15, $16)
    on conflict (workspace_id, workflow_id, idempotency_key) do nothing returning id)
  insert into workflow_events (run_id, seq, type, spec_version, created_at)
  select r.id, x.seq, x.type, ${SPEC_VERSION}, $12 from r, (values (1, 'run_created'), (2, 'run_started')) x(seq, type) returning run_id`;

const CREATE_ENDED_RUN = `
  with r as (insert into runs (id, workspace_id, workflow_id, version_id, sdk_name, trigger, status, parent_run_id, note, input,
      variables, result, response, error, last_seq, created_at, started_at, completed_at, updated_at, pins, rerun_of, rerun_from)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::json, $17::json, $11::json, $12::json, $13::json, 3, $14, $14, $15, $15, $18::json, $19, $20)
    returning id)
  insert into workflow_events (run_id, seq, type, data, payload, spec_version, created_at)
  select r.id, x.seq, x.type, case when x.seq = 3 and $13::text is not null then json_build_object('error', $13::json) end,
    case when x.seq = 3 then $16::bytea end, ${SPEC_VERSION}, case when x.seq = 3 then $15::timestamptz else $14::timestamptz end
  from r, (values (1, 'run_created'), (2, 'run_started'), (3, 'run_' || $7)) x(seq, type)`;

const END_RUN = `
  with r as (update runs set status = $3, last_seq = last_seq + 1, result = $5::json, response = $6::json, error = $7::json, completed_at = $4, updated_at = $4,
      owner = null, wake_at = null
    where id = $1 and ($2::int is null or owner = $2) and status in ${ACTIVE} returning last_seq),
  e as (insert into workflow_events (run_id, seq, type, data, payload, spec_version, created_at)
    select $1, last_seq, 'run_' || $3, case when $7::text is null then null else json_build_object('error', $7::json) end, $8, ${SPEC_VERSION}, $4 from r),
  h as (update workflow_hooks set status = 'closed', ended_at = $4 where run_id = $1 and status = 'waiting' and exists (select from r)),
  s as (update run_steps set status = 'cancelled', completed_at = $4 where run_id = $1 and status in ('pending', 'running', 'retrying') and exists (select from r))
  select last_seq as seq from r`;

const CREATE_HOOK = `
  with r as (${TOUCH}),
  e as (insert into workflow_events (run_id, seq, type, correlation_id, data, payload, spec_version, created_at)
    select $1, last_seq, 'hook_created', $5, json_build_object('token', $6::text), $12, ${SPEC_VERSION}, $4 from r),
  h as (insert into workflow_hooks (run_id, hook_id, workspace_id, sdk_token, token, node, kind, message, notify_url, metadata, child_run_id, spec_version, created_at)
    select $1, $5, workspace_id, $6, $7, $8, $9, $10, $11, $12, $13, ${SPEC_VERSION}, $4 from r)
  select last_seq as seq from r`;

/** A hook whose answer is known: it is closed in the statement that makes it, so that nobody is ever asked. */
const CREATE_ANSWERED_HOOK = `
  with r as (${TOUCH}),
  e as (insert into workflow_events (run_id, seq, type, correlation_id, data, payload, spec_version, created_at)
    select $1, last_seq - 1, 'hook_created', $5, json_build_object('token', $6::text), $12::bytea, ${SPEC_VERSION}, $4::timestamptz from r
    union all select $1, last_seq, 'hook_received', $5, json_build_object('token', $6::text, 'reused', $15::text), $16::bytea,
      ${SPEC_VERSION}, $4::timestamptz from r),
  h as (insert into workflow_hooks (run_id, hook_id, workspace_id, sdk_token, token, node, kind, message, notify_url, metadata, child_run_id, spec_version,
      created_at, status, ended_at, preview, reused_from)
    select $1, $5, workspace_id, $6, $7, $8, $9, $10, $11, $12::bytea, $13, ${SPEC_VERSION}, $4, 'answered', $4, $14, $15 from r)
  select last_seq as seq from r`;

const DISPOSE_HOOK = `
  with r as (update runs set last_seq = last_seq + $3, updated_at = $4 where id = $1 and owner is not distinct from $2
    and exists (select from workflow_hooks where run_id = $1 and hook_id = $5 and status = 'waiting') returning last_seq),
  h as (update workflow_hooks set status = 'closed', ended_at = $4 where run_id = $1 and hook_id = $5 and exists (select from r) returning sdk_token),
  e as (insert into workflow_events (run_id, seq, type, correlation_id, data, spec_version, created_at)
    select $1, last_seq, 'hook_disposed', $5, json_build_object('token', h.sdk_token), ${SPEC_VERSION}, $4 from r, h)
  select last_seq as seq from r`;

const CREATE_WAIT = `
  with r as (${TOUCH}),
  e as (insert into workflow_events (run_id, seq, type, correlation_id, data, spec_version, created_at)
    select $1, last_seq, 'wait_created', $5, json_build_object('resumeAt', $6::text), ${SPEC_VERSION}, $4 from r),
  w as (insert into workflow_waits (run_id, wait_id, status, resume_at, created_at, node, kind) select $1, $5, 'waiting', $6::timestamptz, $4, $7, $8 from r)
  select last_seq as seq from r`;

/** A sleep that is over when it begins. */
const CREATE_ENDED_WAIT = `
  with r as (${TOUCH}),
  e as (insert into workflow_events (run_id, seq, type, correlation_id, data, spec_version, created_at)
    select $1, last_seq - 1, 'wait_created', $5, json_build_object('resumeAt', $6::text), ${SPEC_VERSION}, $4::timestamptz from r
    union all select $1, last_seq, 'wait_completed', $5, json_build_object('resumeAt', $6::text, 'reused', $9::text), ${SPEC_VERSION}, $4::timestamptz from r),
  w as (insert into workflow_waits (run_id, wait_id, status, resume_at, created_at, completed_at, node, kind, reused)
    select $1, $5, 'completed', $6::timestamptz, $4, $4, $7, $8, true from r)
  select last_seq as seq from r`;

/** Ends sleeps, or the one named, before their time. The instant in each event is the one that its beginning says: the SDK compares them. */
const WAKE_SLEEPS = `
  with f as (select id from runs where id = $1 and status in ${ACTIVE} for update),
  w as (update workflow_waits set status = 'completed', completed_at = $3 where run_id = $1 and status = 'waiting' and kind = 'sleep'
    and ($2::text is null or wait_id = $2) and exists (select from f) returning wait_id, resume_at),
  r as (update runs set last_seq = last_seq + (select count(*) from w), updated_at = $3, wake_at = case when owner is null then $3 else wake_at end
    where id = $1 and exists (select from w) returning last_seq, owner),
  e as (insert into workflow_events (run_id, seq, type, correlation_id, data, spec_version, created_at)
    select $1, r.last_seq + 1 - row_number() over (order by w.wait_id desc), 'wait_completed', w.wait_id,
      json_build_object('resumeAt', to_char(w.resume_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'woken', true), ${SPEC_VERSION}, $3
    from r, w)
  select r.owner, (select count(*)::int from w) "count" from r`;

const COMPLETE_WAIT = `
  with r as (update runs set last_seq = last_seq + $3, updated_at = $4 where id = $1 and owner is not distinct from $2 and status in ${ACTIVE}
    and exists (select from workflow_waits where run_id = $1 and wait_id = $5 and status = 'waiting') returning last_seq),
  w as (update workflow_waits set status = 'completed', completed_at = $4 where run_id = $1 and wait_id = $5 and exists (select from r)),
  e as (insert into workflow_events (run_id, seq, type, correlation_id, data, spec_version, created_at)
    select $1, last_seq, 'wait_completed', $5, json_build_object('resumeAt', $6::text), ${SPEC_VERSION}, $4 from r)
  select last_seq as seq from r`;

const ANSWER_HOOK = `
  with h as (update workflow_hooks set status = 'answered', ended_at = $3, preview = $5 where run_id = $1 and hook_id = $2 and status = 'waiting'
    returning sdk_token),
  r as (update runs set last_seq = last_seq + 1, updated_at = $3, wake_at = case when owner is null then $3 else wake_at end
    where id = $1 and status in ${ACTIVE} and exists (select from h) returning last_seq, owner),
  e as (insert into workflow_events (run_id, seq, type, correlation_id, data, payload, spec_version, created_at)
    select $1, last_seq, 'hook_received', $2, json_build_object('token', h.sdk_token), $4, ${SPEC_VERSION}, $3 from r, h)
  select owner from r`;

const ALIVE = `select objid::int from pg_locks where locktype = 'advisory' and classid = ${WORKER_LOCK} and objsubid = 2 and granted
  and database = (select oid from pg_database where datname = current_database())`;

export class Store {
  readonly pool: Pool;

  constructor(pool: Pool) {
    this.pool = pool;
  }

  /** False when the idempotency key has been used. */
  async createRun(run: NewRun): Promise<boolean> {
    const values = [
      run.id,
      run.workspaceId,
      run.workflowId,
      run.versionId,
      run.sdkName,
      run.trigger,
      run.owner,
      run.parentRunId ?? null,
      run.idempotencyKey ?? null,
      run.note ?? null,
    ];
    const inserted = await this.#query("create_run", CREATE_RUN, [
      ...values,
      JSON.stringify(run.input ?? null),
      run.createdAt,
      run.variables === undefined ? null : JSON.stringify(run.variables),
      ...provenance(run),
    ]);
    return inserted.length > 0;
  }

  /** A run that began and ended before anything else was known of it. */
  async createEndedRun(run: NewRun, end: RunEnd): Promise<void> {
    const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
    await this.#query("create_ended_run", CREATE_ENDED_RUN, [
      run.id,
      run.workspaceId,
      run.workflowId,
      run.versionId,
      run.sdkName,
      run.trigger,
      end.status,
      run.parentRunId ?? null,
      run.note ?? null,
      JSON.stringify(run.input ?? null),
      json(end.result),
      json(end.response),
      json(end.error),
      run.createdAt,
      end.at,
      buffer(end.payload),
      json(run.variables),
      ...provenance(run),
    ]);
  }

  async findRunByKey(workspaceId: string, workflowId: string, key: string): Promise<string | undefined> {
    const rows = await this.#query<{ id: string }>(
      "run_by_key",
      "select id from runs where workspace_id = $1 and workflow_id = $2 and idempotency_key = $3",
      [workspaceId, workflowId, key],
    );
    return rows[0]?.id;
  }

  async findRun(runId: string): Promise<RunRow | undefined> {
    const rows = await this.#query<RunRow>("run", `select ${RUN_COLUMNS} from runs where id = $1`, [runId]);
    return rows[0];
  }

  async findVersion(versionId: string): Promise<VersionRow | undefined> {
    const rows = await this.#query<VersionRow>(
      "version",
      `select v.id, v.workspace_id "workspaceId", v.workflow_id "workflowId", w.name "workflow", v.sha256, v.bundle, v.steps, v.nodes, v.variables
       from versions v join workflows w on w.id = v.workflow_id where v.id = $1`,
      [versionId],
    );
    return rows[0];
  }

  /** The live version of a workflow by its name, or by one it had that is nobody's now: what a child call runs. */
  async findLiveVersion(workspaceId: string, workflow: string): Promise<string | undefined> {
    const rows = await this.#query<{ id: string | null }>(
      "live_version",
      `select live_version_id "id" from workflows where workspace_id = $1 and live_version_id is not null and (name = $2 or former_names @> array[$2])
       order by name = $2 desc, updated_at desc limit 1`,
      [workspaceId, workflow],
    );
    return rows[0]?.id ?? undefined;
  }

  async readEvents(runId: string, after = 0): Promise<EventRow[]> {
    const rows = await this.#query<EventRow>(
      "events",
      `select ${EVENT_COLUMNS} from workflow_events where run_id = $1 and seq > $2 order by seq`,
      [runId, after],
    );
    return rows;
  }

  /** Steps that have begun and not ended, for a run that is taken up again. */
  async readOpenSteps(runId: string): Promise<{ stepId: string; attempt: number; retryAfter: Date | null; createdAt: Date }[]> {
    return this.#query(
      "open_steps",
      `select step_id "stepId", attempt, retry_after "retryAfter", created_at "createdAt" from run_steps where run_id = $1 and status in ('running', 'retrying')`,
      [runId],
    );
  }

  /** Input of every step, ended or not, and output of the completed ones. */
  async readStepValues(
    runId: string,
  ): Promise<{ stepId: string; input: Uint8Array | null; output: Uint8Array | null; data: unknown; variables: unknown }[]> {
    return this.#query(
      "step_values",
      `select s.step_id "stepId", coalesce(e.input, s.input) "input", e.payload "output", e.data, r.variables from run_steps s join runs r on r.id = s.run_id
       left join workflow_events e on e.run_id = s.run_id and e.seq = s.end_seq where s.run_id = $1 order by s.end_seq`,
      [runId],
    );
  }

  /** All that the log holds of one step or hook. */
  async readSubject(runId: string, subject: string): Promise<(EventRow & { readonly logs: unknown })[]> {
    return this.#query(
      "subject",
      `select ${EVENT_COLUMNS}, logs from workflow_events where run_id = $1 and correlation_id = $2 order by seq`,
      [runId, subject],
    );
  }

  /** The input of a step that has not ended. */
  async readOpenInput(runId: string, stepId: string): Promise<Uint8Array | null | undefined> {
    const rows = await this.#query<{ input: Uint8Array | null }>(
      "open_input",
      "select input from run_steps where run_id = $1 and step_id = $2",
      [runId, stepId],
    );
    return rows[0]?.input;
  }

  /** Appends what several steps of a run have come to behind event `after`, the last; answers with the run's new last number. */
  async commitSteps(runId: string, owner: number, after: number, changes: readonly StepChange[], at: Date): Promise<number | undefined> {
    const events = changes.flatMap((change) => (change.event ? [change.event] : []));
    let ending = 0;
    const rows = await this.#query<{ seq: number }>("commit_steps", COMMIT_STEPS, [
      runId,
      owner,
      events.length,
      at,
      events.map((event) => event.type),
      events.map((event) => event.correlationId ?? null),
      events.map((event) => (event.data === undefined ? null : JSON.stringify(event.data))),
      events.map((event) => buffer(event.input)),
      events.map((event) => buffer(event.payload)),
      events.map((event) => event.createdAt),
      changes.map((change) => change.stepId),
      changes.map((change) => change.node),
      changes.map((change) => change.status),
      changes.map((change) => change.attempt),
      changes.map((change) => (change.event ? ++ending : 0) * (change.completedAt ? 1 : 0)),
      changes.map((change) => buffer(change.input)),
      changes.map((change) => (change.error ? JSON.stringify(change.error) : null)),
      changes.map((change) => change.retryAfter ?? null),
      changes.map((change) => change.createdAt),
      changes.map((change) => change.startedAt),
      changes.map((change) => change.completedAt ?? null),
      events.map((event) => (event.logs === undefined || event.logs.length === 0 ? null : JSON.stringify(event.logs))),
      after,
    ]);
    return rows[0]?.seq;
  }

  /** Ends a run; without `owner`, whoever holds it. */
  async endRun(runId: string, owner: number | null, end: RunEnd): Promise<number | undefined> {
    const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
    const values = [runId, owner, end.status, end.at, json(end.result), json(end.response), json(end.error), buffer(end.payload)];
    const rows = await this.#query<{ seq: number }>("end_run", END_RUN, values);
    return rows[0]?.seq;
  }

  async createHook(runId: string, owner: number | null, hook: NewHook): Promise<number | undefined> {
    const { answer } = hook;
    const values = [
      runId,
      owner,
      answer ? 2 : 1,
      hook.createdAt,
      hook.hookId,
      hook.sdkToken,
      hook.token,
      hook.node ?? null,
      hook.kind,
      // A text column cannot hold a NUL.
      hook.message?.replaceAll("\0", "\uFFFD") ?? null,
      hook.notifyUrl?.replaceAll("\0", "") ?? null,
      buffer(hook.metadata),
      hook.childRunId ?? null,
    ];
    const rows = await (answer
      ? this.#query<{ seq: number }>("create_answered_hook", CREATE_ANSWERED_HOOK, [
          ...values,
          answer.preview,
          answer.from,
          buffer(answer.payload),
        ])
      : this.#query<{ seq: number }>("create_hook", CREATE_HOOK, values));
    return rows[0]?.seq;
  }

  async disposeHook(runId: string, owner: number | null, hookId: string, at: Date): Promise<number | undefined> {
    const rows = await this.#query<{ seq: number }>("dispose_hook", DISPOSE_HOOK, [runId, owner, 1, at, hookId]);
    return rows[0]?.seq;
  }

  /** The run went on without an answer: nobody may give one any more. */
  async closeHook(runId: string, sdkToken: string): Promise<void> {
    await this.#query(
      "close_hook",
      "update workflow_hooks set status = 'closed', ended_at = now() where run_id = $1 and sdk_token = $2 and status = 'waiting'",
      [runId, sdkToken],
    );
  }

  async createWait(runId: string, owner: number | null, wait: NewWait): Promise<number | undefined> {
    const { from, createdAt, waitId, resumeAt, node, kind } = wait;
    const values = [runId, owner, from === undefined ? 1 : 2, createdAt, waitId, resumeAt.toISOString(), node ?? null, kind ?? null];
    const rows = await (from === undefined
      ? this.#query<{ seq: number }>("create_wait", CREATE_WAIT, values)
      : this.#query<{ seq: number }>("create_ended_wait", CREATE_ENDED_WAIT, [...values, from]));
    return rows[0]?.seq;
  }

  /** Ends what a run sleeps through, or the one sleep; undefined when there is none, else how many and the worker that holds the run, if any. */
  async wakeSleeps(runId: string, waitId: string | null, at: Date): Promise<{ owner: number | null; count: number } | undefined> {
    const rows = await this.#query<{ owner: number | null; count: number }>("wake_sleeps", WAKE_SLEEPS, [runId, waitId, at]);
    return rows[0];
  }

  async completeWait(runId: string, owner: number | null, waitId: string, resumeAt: Date, at: Date): Promise<number | undefined> {
    const rows = await this.#query<{ seq: number }>("complete_wait", COMPLETE_WAIT, [runId, owner, 1, at, waitId, resumeAt.toISOString()]);
    return rows[0]?.seq;
  }

  async findOpenHook(token: string): Promise<{ runId: string; hookId: string } | undefined> {
    const rows = await this.#query<{ runId: string; hookId: string }>(
      "open_hook",
      `select run_id "runId", hook_id "hookId" from workflow_hooks where token = $1 and status = 'waiting' and kind <> 'child'`,
      [token],
    );
    return rows[0];
  }

  /** Hooks whose child run has ended, of one child or of all. */
  async findEndedChildren(childRunId: string | null): Promise<{ runId: string; hookId: string; childRunId: string }[]> {
    return this.#query(
      "ended_children",
      `select h.run_id "runId", h.hook_id "hookId", h.child_run_id "childRunId" from workflow_hooks h join runs c on c.id = h.child_run_id
       where h.status = 'waiting' and h.child_run_id is not null and ($1::text is null or h.child_run_id = $1) and c.status not in ${ACTIVE}`,
      [childRunId],
    );
  }

  /** Gives a hook its answer, once; undefined when it is no longer waited for, else the worker that holds the run, if any. */
  async answerHook(
    runId: string,
    hookId: string,
    { payload, preview }: HookReply,
    at: Date,
  ): Promise<{ owner: number | null } | undefined> {
    const rows = await this.#query<{ owner: number | null }>("answer_hook", ANSWER_HOOK, [runId, hookId, at, buffer(payload), preview]);
    return rows[0];
  }

  /** Approvals and events of a run in the order of its code, answered or not. */
  async readAnswers(runId: string): Promise<HookAnswer[]> {
    return this.#query(
      "answers",
      `select h.hook_id "hookId", h.node, h.message, h.reused_from "reusedFrom", h.created_at "createdAt", h.ended_at "endedAt", e.payload from workflow_hooks h
       left join workflow_events e on e.run_id = h.run_id and e.correlation_id = h.hook_id and e.type = 'hook_received'
       where h.run_id = $1 and h.node is not null and h.kind <> 'child' order by h.hook_id`,
      [runId],
    );
  }

  /** Sleeps and timeouts of a run that name their node, in the order of its code. */
  async readWaits(runId: string): Promise<{ waitId: string; node: string; kind: string | null; completed: boolean }[]> {
    return this.#query(
      "waits",
      `select wait_id "waitId", node, kind, status = 'completed' "completed" from workflow_waits where run_id = $1 and node is not null order by wait_id`,
      [runId],
    );
  }

  /** Steps that were running when their run ended, as far as they are known. */
  async readInterrupted(runId: string): Promise<{ stepId: string; input: Uint8Array }[]> {
    return this.#query(
      "interrupted",
      `select step_id "stepId", input from run_steps where run_id = $1 and status = 'cancelled' and input is not null`,
      [runId],
    );
  }

  async readStatuses(runIds: readonly string[]): Promise<Map<string, string>> {
    if (runIds.length === 0) return new Map();
    const rows = await this.#query<{ id: string; status: string }>("statuses", "select id, status from runs where id = any($1)", [runIds]);
    return new Map(rows.map(({ id, status }) => [id, status]));
  }

  /** How many runs called one another down to this one, itself included; counted up to `most`. */
  async countCallers(runId: string, most: number): Promise<number> {
    const rows = await this.#query<{ depth: number }>(
      "callers",
      `with recursive up as (select parent_run_id, 1 as depth from runs where id = $1
         union all select r.parent_run_id, up.depth + 1 from up join runs r on r.id = up.parent_run_id where up.depth < $2)
       select max(depth) "depth" from up`,
      [runId, most],
    );
    return rows[0]?.depth ?? 0;
  }

  /** Active runs that this one called. */
  async findActiveChildren(runId: string): Promise<string[]> {
    const rows = await this.#query<{ id: string }>(
      "active_children",
      `select id from runs where parent_run_id = $1 and status in ${ACTIVE}`,
      [runId],
    );
    return rows.map((row) => row.id);
  }

  /** Lets go of a run that only waits; false when something has happened to it since `seq`. */
  async releaseRun(runId: string, owner: number, seq: number | null, wakeAt: Date | null, status: "waiting" | "pending"): Promise<boolean> {
    const rows = await this.#query(
      "release_run",
      `update runs set owner = null, wake_at = $4, status = $5, updated_at = now() where id = $1 and owner = $2 and ($3::int is null or last_seq = $3) and status in ${ACTIVE} returning id`,
      [runId, owner, seq, wakeAt, status],
    );
    return rows.length > 0;
  }

  /** Takes up to `limit` runs that have something to do, or the one named if it is free. */
  async claimRuns(owner: number, limit: number, runId: string | null = null): Promise<string[]> {
    const rows = await this.#query<{ id: string }>(
      "claim_runs",
      `update runs set owner = $1, wake_at = null, status = 'running', started_at = coalesce(started_at, now()) where id in
         (select id from runs where owner is null and wake_at <= now() and status in ${ACTIVE} and crashes < ${SUSPECT_CRASHES} and ($3::text is null or id = $3)
          order by wake_at limit $2 for update skip locked) returning id`,
      [owner, limit, runId],
    );
    return rows.map((row) => row.id);
  }

  /** Takes the one run that has waited longest of those that may have killed their process. */
  async claimSuspect(owner: number): Promise<string | undefined> {
    const rows = await this.#query<{ id: string }>(
      "claim_suspect",
      `update runs set owner = $1, wake_at = null, status = 'running', started_at = coalesce(started_at, now()) where id =
         (select id from runs where owner is null and wake_at <= now() and status in ${ACTIVE} and crashes >= ${SUSPECT_CRASHES}
          order by wake_at limit 1 for update skip locked) returning id`,
      [owner],
    );
    return rows[0]?.id;
  }

  /** The run went on: it did not kill its process. */
  async forgetCrashes(runId: string): Promise<void> {
    await this.#query("forget_crashes", "update runs set crashes = 0 where id = $1", [runId]);
  }

  /** Frees the runs of workers that are gone; answers with how many. */
  async freeOrphans(): Promise<number> {
    const rows = await this.#query(
      "free_orphans",
      `update runs set owner = null, wake_at = now(), crashes = crashes + 1 where owner is not null and owner not in (${ALIVE}) returning id`,
      [],
    );
    return rows.length;
  }

  /** Active runs that this worker holds, as far as the database knows. */
  async findHeld(owner: number): Promise<string[]> {
    const rows = await this.#query<{ id: string }>("held", "select id from runs where owner = $1", [owner]);
    return rows.map((row) => row.id);
  }

  /** When the next unowned run is due; null when none is. */
  async nextWake(): Promise<Date | null> {
    const rows = await this.#query<{ at: Date | null }>(
      "next_wake",
      `select min(wake_at) "at" from runs where owner is null and wake_at is not null`,
      [],
    );
    return rows[0]?.at ?? null;
  }

  /** When the next unowned run or schedule is due; null when none is. */
  async nextDue(): Promise<Date | null> {
    const rows = await this.#query<{ at: Date | null }>(
      "next_due",
      `select least((select min(wake_at) from runs where owner is null and wake_at is not null),
        (select min(next_fire_at) from triggers where enabled)) "at"`,
      [],
    );
    return rows[0]?.at ?? null;
  }

  async countAlive(): Promise<number> {
    const rows = await this.#query<{ count: number }>("count_alive", `select count(*)::int "count" from (${ALIVE}) alive`, []);
    return rows[0]?.count ?? 0;
  }

  async countDue(): Promise<number> {
    const rows = await this.#query<{ count: number }>(
      "count_due",
      `select count(*)::int "count" from runs where owner is null and wake_at <= now()`,
      [],
    );
    return rows[0]?.count ?? 0;
  }

  async notify(channel: string, payload: string): Promise<void> {
    await this.#query("notify", "select pg_notify($1, $2)", [channel, payload]);
  }

  /** Retries what failed for a moment's reason only where repeating is safe: before the statement reached the server, or when it was rolled back. */
  async #query<Row extends object>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        const result = await this.pool.query<Row>({ name: `weft_${name}`, text, values: [...values] });
        return result.rows;
      } catch (error) {
        if (attempt >= 8 || !wasRolledBack(error)) throw error;
        await sleep(attempt * 25);
      }
    }
  }
}

/** Deadlock, serialization failure, too many connections, or no connection at all. */
function wasRolledBack(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "40P01" || code === "40001" || code === "53300" || code === "57P03" || code === "ECONNREFUSED" || code === "ENOENT";
}

/** What a run repeats and what is pinned in it. */
function provenance({ pins, rerun }: NewRun): (string | null)[] {
  return [pins === undefined ? null : JSON.stringify(pins), rerun?.of ?? null, rerun?.from ?? null];
}

function buffer(bytes: Uint8Array | undefined): Buffer | null {
  return bytes === undefined ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
