import { sql } from "drizzle-orm";
import {
  boolean,
  customType,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  serial,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";

import { runs } from "./runs.ts";

const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({ dataType: () => "bytea" });

/** The event log of every run: the one source of truth, append-only, numbered per run. */
export const workflowEvents = pgTable(
  "workflow_events",
  {
    runId: text("run_id")
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    seq: integer().notNull(),
    /** The SDK's event types, and `weft_step` (created, started and ended in one row) and `weft_attempt` (a failed try). */
    type: text().notNull(),
    correlationId: text("correlation_id"),
    /** The event's small fields. */
    data: json(),
    /** A step's serialized arguments. */
    input: bytea(),
    /** The event's serialized value: a result, an output, a hook's payload. */
    payload: bytea(),
    /** What a code step printed: `{ level, text }[]`. */
    logs: json(),
    specVersion: smallint("spec_version").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.seq] })],
);

/** What a run waits for from outside: an approval or an event. */
export const workflowHooks = pgTable(
  "workflow_hooks",
  {
    runId: text("run_id")
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    hookId: text("hook_id").notNull(),
    workspaceId: text("workspace_id").notNull(),
    /** The SDK's name for it: derivable, so never accepted from outside. */
    sdkToken: text("sdk_token").notNull(),
    /** 192 random bits: whoever knows it may answer, once. */
    token: text().notNull(),
    node: text(),
    /** approval, event, or child: a workflow that this one called */
    kind: text().notNull(),
    /** The run whose end answers it, for child. */
    childRunId: text("child_run_id"),
    /** Where the answer was taken from: `pin`, or a hook of the run that this one repeats. */
    reusedFrom: text("reused_from"),
    /** The start of the answer, on one line. */
    preview: text(),
    message: text(),
    /** The URL told about the wait, if any, and whether it has been. */
    notifyUrl: text("notify_url"),
    notifiedAt: timestamp("notified_at", { withTimezone: true, precision: 3 }),
    metadata: bytea(),
    specVersion: smallint("spec_version").notNull(),
    /** waiting, answered, or closed: the run went on without it */
    status: text().notNull().default("waiting"),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull(),
    endedAt: timestamp("ended_at", { withTimezone: true, precision: 3 }),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.hookId] }),
    uniqueIndex("workflow_hooks_token").on(table.token),
    index("workflow_hooks_sdk_token").on(table.sdkToken),
    index("workflow_hooks_child")
      .on(table.childRunId)
      .where(sql`child_run_id is not null and status = 'waiting'`),
    index("workflow_hooks_notify")
      .on(table.createdAt)
      .where(sql`notify_url is not null and notified_at is null`),
  ],
);

/** Sleeps and timeouts of a run. */
export const workflowWaits = pgTable(
  "workflow_waits",
  {
    runId: text("run_id")
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    waitId: text("wait_id").notNull(),
    /** Whose it is; null for one of a version that was published before waits named their node. */
    node: text(),
    /** sleep, or timeout: of an approval or an event */
    kind: text(),
    /** It ended at once, because its node is pinned or the run that this one repeats had slept. */
    reused: boolean().notNull().default(false),
    /** waiting or completed */
    status: text().notNull(),
    resumeAt: timestamp("resume_at", { withTimezone: true, precision: 3 }),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull(),
    completedAt: timestamp("completed_at", { withTimezone: true, precision: 3 }),
  },
  (table) => [primaryKey({ columns: [table.runId, table.waitId] })],
);

/** Chunks of the SDK's streams. */
export const workflowStreams = pgTable(
  "workflow_streams",
  {
    runId: text("run_id").notNull(),
    name: text().notNull(),
    index: integer().notNull(),
    /** Null ends the stream. */
    chunk: bytea(),
  },
  (table) => [primaryKey({ columns: [table.name, table.index] })],
);

/** Server processes. One is alive exactly while its session holds the advisory lock of its id. */
export const workers = pgTable("workers", {
  id: serial().primaryKey(),
  startedAt: timestamp("started_at", { withTimezone: true }).notNull().defaultNow(),
});
