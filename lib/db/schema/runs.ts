import { sql } from "drizzle-orm";
import { customType, index, integer, json, pgTable, primaryKey, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";

import { versions, workflows } from "./workflows.ts";
import { workspaces } from "./workspaces.ts";

const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({ dataType: () => "bytea" });

/** One execution of a version; `json`, not `jsonb`, because text from outside may hold a NUL, which jsonb refuses. These rows are also the Workflow SDK's run entities. */
export const runs = pgTable(
  "runs",
  {
    /** `run_…`, sorts by time. */
    id: text().primaryKey(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    workflowId: text("workflow_id")
      .notNull()
      .references(() => workflows.id, { onDelete: "cascade" }),
    versionId: text("version_id")
      .notNull()
      .references(() => versions.id),
    /** `weft/<workflow>/<sha256>`: how the SDK names what this run replays. */
    sdkName: text("sdk_name").notNull(),
    /** http, manual, schedule, event, child, test */
    trigger: text().notNull(),
    /** pending, running, waiting, completed, failed, cancelled */
    status: text().notNull().default("pending"),
    parentRunId: text("parent_run_id"),
    /** The run that this one repeats, and from where: `start` or `failed`. */
    rerunOf: text("rerun_of"),
    rerunFrom: text("rerun_from"),
    /** Node → output that a test run takes instead of running the node. */
    pins: json(),
    idempotencyKey: text("idempotency_key"),
    /** Why this run is not on time: set when a schedule's window was missed and fired late. */
    note: text(),
    input: json(),
    /** `RunVariables`: what `env` holds in this run, fixed at its start; null when its version reads none. */
    variables: json(),
    /** The workflow's result once completed. */
    result: json(),
    /** `{ status, headers }` when the workflow answered with `respond(…)`. */
    response: json(),
    /** `RunError` once failed. */
    error: json(),
    /** Bumped by every event: the number of the run's last event. */
    lastSeq: integer("last_seq").notNull().default(0),
    /** The worker whose process holds the run now; see `workers`. */
    owner: integer(),
    /** How often the process that held the run died before the run got anywhere. */
    crashes: integer().notNull().default(0),
    /** When an unowned run has something to do: at once, at the end of a sleep, or never (null). */
    wakeAt: timestamp("wake_at", { withTimezone: true, precision: 3 }),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    startedAt: timestamp("started_at", { withTimezone: true, precision: 3 }),
    completedAt: timestamp("completed_at", { withTimezone: true, precision: 3 }),
    updatedAt: timestamp("updated_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("runs_idempotency_key").on(table.workspaceId, table.workflowId, table.idempotencyKey),
    index("runs_newest").on(table.workspaceId, table.createdAt.desc(), table.id.desc()),
    index("runs_by_workflow").on(table.workflowId, table.createdAt.desc(), table.id.desc()),
    index("runs_by_status").on(table.workspaceId, table.status, table.createdAt.desc(), table.id.desc()),
    index("runs_by_trigger").on(table.workspaceId, table.trigger, table.createdAt.desc(), table.id.desc()),
    index("runs_by_version").on(table.versionId, table.createdAt.desc(), table.id.desc()),
    index("runs_due")
      .on(table.wakeAt)
      .where(sql`owner is null and wake_at is not null`),
    index("runs_owned")
      .on(table.owner)
      .where(sql`owner is not null`),
    index("runs_by_parent")
      .on(table.parentRunId)
      .where(sql`parent_run_id is not null`),
  ],
);

/** One step of a run as people see it: derived from the run's events, which also hold its input and output. */
export const runSteps = pgTable(
  "run_steps",
  {
    runId: text("run_id")
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    /** `step_<node>_<n>`, n counting the node's calls from 0. */
    stepId: text("step_id").notNull(),
    workspaceId: text("workspace_id").notNull(),
    node: text().notNull(),
    /** pending, running, retrying, completed, failed, cancelled */
    status: text().notNull(),
    attempt: integer().notNull().default(0),
    /** The number of the event that ended the step; null while it is not ended. */
    endSeq: integer("end_seq"),
    /** The serialized arguments, only while the step has not ended. */
    input: bytea(),
    /** `{ message, name?, status? }` of the last failed attempt. */
    error: json(),
    retryAfter: timestamp("retry_after", { withTimezone: true, precision: 3 }),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull(),
    startedAt: timestamp("started_at", { withTimezone: true, precision: 3 }),
    completedAt: timestamp("completed_at", { withTimezone: true, precision: 3 }),
  },
  (table) => [primaryKey({ columns: [table.runId, table.stepId] })],
);

const tsvector = customType<{ data: string; driverData: string }>({ dataType: () => "tsvector" });

/** The words by which a run is found: of its id, its error and the start of its input. Written a moment after the run, by whichever worker saw it. */
export const runWords = pgTable(
  "run_words",
  {
    runId: text("run_id")
      .primaryKey()
      .references(() => runs.id, { onDelete: "cascade" }),
    workspaceId: text("workspace_id").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull(),
    words: tsvector().notNull(),
  },
  (table) => [
    // What is not sorted in yet is read by every search: little of it, though Postgres would keep 4 MB.
    index("run_words_words").using("gin", table.words).with({ gin_pending_list_limit: 256 }),
    index("run_words_newest").on(table.workspaceId, table.createdAt.desc(), table.runId.desc()),
  ],
);
