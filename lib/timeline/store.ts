import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import { runStatus } from "../api/schemas.ts";
import type { Database } from "../db/index.ts";
import { runs, runSteps, versions, workflowEvents, workflowHooks, workflows, workflowWaits } from "../db/schema/index.ts";
import type { RunError, RunStatus } from "../engine/contract.ts";
import { MOST_VALUE_BYTES } from "./cut-value.ts";
import { type NodeLabels, parseSummary, type RunRow, storedError, storedNodes, summaryColumns } from "../runs/store.ts";

const stepFacts = z.object({
  preview: z.string().optional(),
  reused: z.string().optional(),
  /** The run that was called; null for a pinned call. */
  child: z.string().nullish(),
  usage: z.object({ inputTokens: z.int(), outputTokens: z.int(), model: z.string().nullable() }).optional(),
});

export interface TimelineStepRow {
  readonly stepId: string;
  readonly node: string;
  readonly status: string;
  readonly attempt: number;
  readonly error: RunError | null;
  readonly retryAfter: Date | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly completedAt: Date | null;
  /** Of what it came to; empty while it has not. */
  readonly facts: z.infer<typeof stepFacts>;
}

export interface TimelineHookRow {
  readonly hookId: string;
  readonly node: string;
  readonly kind: string;
  readonly message: string | null;
  readonly token: string;
  readonly status: string;
  readonly childRunId: string | null;
  readonly reusedFrom: string | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly preview: string | null;
}

export interface TimelineWaitRow {
  readonly waitId: string;
  readonly node: string;
  readonly kind: string | null;
  readonly status: string;
  readonly resumeAt: Date | null;
  readonly reused: boolean;
  readonly createdAt: Date;
  readonly completedAt: Date | null;
}

export interface ChildRow {
  readonly status: RunStatus;
  readonly error: RunError | null;
}

export interface TimelineRows {
  readonly steps: readonly TimelineStepRow[];
  readonly hooks: readonly TimelineHookRow[];
  readonly waits: readonly TimelineWaitRow[];
  readonly children: ReadonlyMap<string, ChildRow>;
}

/** A run with small values as they are, and of large ones the size. */
export interface TimelineRunRow extends RunRow {
  readonly title: string;
  readonly rerunOf: string | null;
  readonly input: unknown;
  readonly inputBytes: number;
  readonly result: unknown;
  readonly resultBytes: number;
  readonly graph: unknown;
  readonly nodes: NodeLabels;
}

export async function findTimelineRun(database: Database, workspaceId: string, id: string): Promise<TimelineRunRow | undefined> {
  const sizeOf = (column: typeof runs.input | typeof runs.result) => sql<number>`coalesce(octet_length(${column}::text), 4)`;
  const cut = (column: typeof runs.input | typeof runs.result) =>
    sql`case when ${sizeOf(column)} <= ${MOST_VALUE_BYTES} then ${column} end`;
  const [row] = await database
    .select({
      ...summaryColumns,
      title: workflows.title,
      rerunOf: runs.rerunOf,
      input: cut(runs.input),
      inputBytes: sizeOf(runs.input),
      result: cut(runs.result),
      resultBytes: sizeOf(runs.result),
      graph: versions.graph,
      nodes: versions.nodes,
    })
    .from(runs)
    .innerJoin(workflows, eq(workflows.id, runs.workflowId))
    .innerJoin(versions, eq(versions.id, runs.versionId))
    .where(and(eq(runs.workspaceId, workspaceId), eq(runs.id, id)))
    .limit(1);
  return row && { ...parseSummary(row), nodes: storedNodes.parse(row.nodes) };
}

/** A part of a timeline: what has not ended, what the ids name, and all there is of the nodes. */
export interface TimelinePart {
  readonly ids: readonly string[];
  readonly nodes: readonly string[];
}

/** What a run did and is doing; without values. */
export async function selectTimeline(database: Database, runId: string, part?: TimelinePart): Promise<TimelineRows> {
  const [steps, hooks, waits] = await Promise.all([
    selectSteps(database, runId, part),
    selectHooks(database, runId, part),
    selectWaits(database, runId, part),
  ]);
  const called = hooks.flatMap(({ childRunId }) => childRunId ?? []);
  return { steps, hooks, waits, children: await selectChildren(database, called) };
}

async function selectSteps(database: Database, runId: string, part: TimelinePart | undefined): Promise<TimelineStepRow[]> {
  const chosen = part && or(isNull(runSteps.endSeq), anyOf(runSteps.stepId, part.ids), anyOf(runSteps.node, part.nodes));
  const rows = await database
    .select({
      stepId: runSteps.stepId,
      node: runSteps.node,
      status: runSteps.status,
      attempt: runSteps.attempt,
      error: runSteps.error,
      retryAfter: runSteps.retryAfter,
      createdAt: runSteps.createdAt,
      startedAt: runSteps.startedAt,
      completedAt: runSteps.completedAt,
      facts: workflowEvents.data,
    })
    .from(runSteps)
    .leftJoin(workflowEvents, and(eq(workflowEvents.runId, runSteps.runId), eq(workflowEvents.seq, runSteps.endSeq)))
    .where(and(eq(runSteps.runId, runId), chosen))
    .orderBy(asc(runSteps.createdAt), asc(runSteps.stepId));
  return rows.map((row) => ({ ...row, error: storedError.nullable().parse(row.error), facts: stepFacts.parse(row.facts ?? {}) }));
}

async function selectHooks(database: Database, runId: string, part: TimelinePart | undefined): Promise<TimelineHookRow[]> {
  // Timeouts are told apart by their order, so approvals and events come all or none.
  const chosen = part && or(eq(workflowHooks.status, "waiting"), isNull(workflowHooks.childRunId), anyOf(workflowHooks.hookId, part.ids));
  const rows = await database
    .select({
      hookId: workflowHooks.hookId,
      node: workflowHooks.node,
      kind: workflowHooks.kind,
      message: workflowHooks.message,
      token: workflowHooks.token,
      status: workflowHooks.status,
      childRunId: workflowHooks.childRunId,
      reusedFrom: workflowHooks.reusedFrom,
      createdAt: workflowHooks.createdAt,
      endedAt: workflowHooks.endedAt,
      preview: workflowHooks.preview,
    })
    .from(workflowHooks)
    .where(and(eq(workflowHooks.runId, runId), isNotNull(workflowHooks.node), chosen))
    .orderBy(asc(workflowHooks.hookId));
  return rows.flatMap(({ node, ...row }) => (node === null ? [] : [{ ...row, node }]));
}

async function selectWaits(database: Database, runId: string, part: TimelinePart | undefined): Promise<TimelineWaitRow[]> {
  const chosen = part && or(eq(workflowWaits.status, "waiting"), eq(workflowWaits.kind, "timeout"), anyOf(workflowWaits.waitId, part.ids));
  const rows = await database
    .select()
    .from(workflowWaits)
    .where(and(eq(workflowWaits.runId, runId), isNotNull(workflowWaits.node), chosen))
    .orderBy(asc(workflowWaits.waitId));
  return rows.flatMap(({ node, ...row }) => (node === null ? [] : [{ ...row, node }]));
}

async function selectChildren(database: Database, ids: readonly string[]): Promise<Map<string, ChildRow>> {
  if (ids.length === 0) return new Map();
  const rows = await database
    .select({ id: runs.id, status: runs.status, error: runs.error })
    .from(runs)
    .where(inArray(runs.id, [...ids]));
  return new Map(
    rows.map(({ id, status, error }) => [id, { status: runStatus.parse(status), error: storedError.nullable().parse(error) }]),
  );
}

/** Whether a run has slept without saying where: its version was published before sleeps named their node. */
export async function hasNamelessWaits(database: Database, runId: string): Promise<boolean> {
  const found = await database
    .select({ id: workflowWaits.waitId })
    .from(workflowWaits)
    .where(and(eq(workflowWaits.runId, runId), isNull(workflowWaits.node)))
    .limit(1);
  return found.length > 0;
}

function anyOf(
  column: typeof runSteps.stepId | typeof runSteps.node | typeof workflowHooks.hookId | typeof workflowWaits.waitId,
  values: readonly string[],
) {
  return values.length > 0 ? inArray(column, [...values]) : undefined;
}
