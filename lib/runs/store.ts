import { and, asc, eq, gt, gte, inArray, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { runStatus } from "../api/schemas.ts";
import type { Database } from "../db/index.ts";
import { runs, runSteps, versions, workflowEvents, workflowHooks, workflows } from "../db/schema/index.ts";
import type { RunError, RunStatus } from "../engine/contract.ts";

/** A `RunError` as the database holds it. */
export const storedError = z.looseObject({
  message: z.string(),
  node: z.string().exactOptional(),
  name: z.string().exactOptional(),
  status: z.number().exactOptional(),
});
/** `NodeLabels` as a version holds them. */
export const storedNodes = z.record(z.string(), z.object({ kind: z.string(), label: z.string() }));
const storedResponse = z.object({ status: z.number(), headers: z.record(z.string(), z.string()) });

/** Label and kind of every node of a version. */
export type NodeLabels = z.infer<typeof storedNodes>;

/** A run as lists show it: no payloads. */
export interface RunRow {
  readonly id: string;
  readonly workflowId: string;
  readonly workflow: string;
  readonly version: number;
  readonly status: RunStatus;
  readonly trigger: string;
  readonly parentRunId: string | null;
  readonly note: string | null;
  readonly error: RunError | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly completedAt: Date | null;
}

/** A run with what went in and came out. */
export interface FullRunRow extends RunRow {
  readonly input: unknown;
  readonly result: unknown;
  readonly response: z.infer<typeof storedResponse> | null;
  readonly nodes: NodeLabels;
}

export interface StepRow {
  readonly stepId: string;
  readonly node: string;
  readonly status: string;
  readonly attempt: number;
  readonly error: RunError | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly completedAt: Date | null;
}

export interface WaitRow {
  readonly runId: string;
  readonly hookId: string;
  readonly node: string;
  readonly kind: "approval" | "event";
  readonly message: string | null;
  readonly token: string;
  readonly status: string;
  readonly createdAt: Date;
}

/** One row of a run's event log, without its values. */
export interface EventRow {
  readonly seq: number;
  readonly type: string;
  /** Id of the step, hook or wait it is about. */
  readonly subject: string | null;
}

/** What `RunRow` is made of; with workflows and versions joined. */
export const summaryColumns = {
  id: runs.id,
  workflowId: runs.workflowId,
  workflow: workflows.name,
  version: versions.number,
  status: runs.status,
  trigger: runs.trigger,
  parentRunId: runs.parentRunId,
  note: runs.note,
  error: runs.error,
  createdAt: runs.createdAt,
  startedAt: runs.startedAt,
  completedAt: runs.completedAt,
};

export interface RunFilter {
  readonly workspaceId: string;
  /** Ids; all when absent. */
  readonly workflowIds?: readonly string[] | undefined;
  readonly status?: RunStatus | undefined;
  readonly trigger?: string | undefined;
  readonly versionIds?: readonly string[] | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  /** Only these runs. */
  readonly ids?: readonly string[] | undefined;
  /** Only runs older than this one. */
  readonly before?: { readonly createdAt: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** Newest first. */
export async function selectRuns(database: Database, filter: RunFilter): Promise<RunRow[]> {
  const { before } = filter;
  const rows = await database
    .select(summaryColumns)
    .from(runs)
    .innerJoin(workflows, eq(workflows.id, runs.workflowId))
    .innerJoin(versions, eq(versions.id, runs.versionId))
    .where(
      and(
        eq(runs.workspaceId, filter.workspaceId),
        filter.workflowIds ? inArray(runs.workflowId, [...filter.workflowIds]) : undefined,
        filter.status ? eq(runs.status, filter.status) : undefined,
        filter.trigger ? eq(runs.trigger, filter.trigger) : undefined,
        filter.versionIds ? inArray(runs.versionId, [...filter.versionIds]) : undefined,
        filter.from ? gte(runs.createdAt, filter.from) : undefined,
        filter.to ? lt(runs.createdAt, filter.to) : undefined,
        filter.ids ? inArray(runs.id, [...filter.ids]) : undefined,
        before ? sql`(${runs.createdAt}, ${runs.id}) < (${before.createdAt.toISOString()}::timestamptz, ${before.id})` : undefined,
      ),
    )
    // As the indexes are sorted; without "nulls last" Postgres would sort every run.
    .orderBy(sql`${runs.createdAt} desc nulls last`, sql`${runs.id} desc nulls last`)
    .limit(filter.limit);
  return rows.map(parseSummary);
}

/** The versions of a number, of all workflows or the given ones. */
export async function findVersionIds(
  database: Database,
  workspaceId: string,
  number: number,
  workflowIds: readonly string[] | undefined,
): Promise<string[]> {
  const rows = await database
    .select({ id: versions.id })
    .from(versions)
    .where(
      and(
        eq(versions.workspaceId, workspaceId),
        eq(versions.number, number),
        workflowIds ? inArray(versions.workflowId, [...workflowIds]) : undefined,
      ),
    );
  return rows.map(({ id }) => id);
}

export async function findRunRow(database: Database, workspaceId: string, id: string): Promise<RunRow | undefined> {
  const [row] = await database
    .select(summaryColumns)
    .from(runs)
    .innerJoin(workflows, eq(workflows.id, runs.workflowId))
    .innerJoin(versions, eq(versions.id, runs.versionId))
    .where(and(eq(runs.workspaceId, workspaceId), eq(runs.id, id)))
    .limit(1);
  return row && parseSummary(row);
}

export async function findFullRunRow(database: Database, workspaceId: string, id: string): Promise<FullRunRow | undefined> {
  const [row] = await database
    .select({ ...summaryColumns, input: runs.input, result: runs.result, response: runs.response, nodes: versions.nodes })
    .from(runs)
    .innerJoin(workflows, eq(workflows.id, runs.workflowId))
    .innerJoin(versions, eq(versions.id, runs.versionId))
    .where(and(eq(runs.workspaceId, workspaceId), eq(runs.id, id)))
    .limit(1);
  if (!row) return undefined;
  return {
    ...parseSummary(row),
    input: row.input,
    result: row.result,
    response: storedResponse.nullable().parse(row.response),
    nodes: storedNodes.parse(row.nodes),
  };
}

/** How runs are now, of those among the ids that are of the workspace. */
export async function selectStatuses(
  database: Database,
  workspaceId: string,
  ids: readonly string[],
): Promise<{ id: string; workflowId: string; status: RunStatus }[]> {
  const rows = await database
    .select({ id: runs.id, workflowId: runs.workflowId, status: runs.status })
    .from(runs)
    .where(and(eq(runs.workspaceId, workspaceId), inArray(runs.id, [...ids])));
  return rows.map((row) => ({ ...row, status: runStatus.parse(row.status) }));
}

/** What repeating a run takes. */
export interface RepeatableRow {
  readonly name: string;
  readonly archived: boolean;
  readonly versionId: string;
  readonly liveVersionId: string | null;
  readonly input: unknown;
  readonly pins: Readonly<Record<string, unknown>> | null;
}

export async function findRepeatable(database: Database, workspaceId: string, id: string): Promise<RepeatableRow | undefined> {
  const [row] = await database
    .select({
      name: workflows.name,
      archivedAt: workflows.archivedAt,
      versionId: runs.versionId,
      liveVersionId: workflows.liveVersionId,
      input: runs.input,
      pins: runs.pins,
    })
    .from(runs)
    .innerJoin(workflows, eq(workflows.id, runs.workflowId))
    .where(and(eq(runs.workspaceId, workspaceId), eq(runs.id, id)))
    .limit(1);
  if (!row) return undefined;
  const { archivedAt, pins, ...rest } = row;
  return { ...rest, archived: archivedAt !== null, pins: z.record(z.string(), z.unknown()).nullable().parse(pins) };
}

/** What a run was started with: to compare a second call of the same idempotency key. */
export async function findRunInput(database: Database, id: string): Promise<unknown> {
  const [row] = await database.select({ input: runs.input }).from(runs).where(eq(runs.id, id)).limit(1);
  return row?.input;
}

/** In the order the run made them. */
export async function selectSteps(database: Database, runId: string): Promise<StepRow[]> {
  const rows = await database
    .select()
    .from(runSteps)
    .where(eq(runSteps.runId, runId))
    .orderBy(asc(runSteps.createdAt), asc(runSteps.stepId));
  return rows.map((row) => ({ ...row, error: storedError.nullable().parse(row.error) }));
}

/** Label and kind of the nodes of a run's version. */
export async function findNodes(database: Database, workspaceId: string, runId: string): Promise<NodeLabels | undefined> {
  const [row] = await database
    .select({ nodes: versions.nodes })
    .from(runs)
    .innerJoin(versions, eq(versions.id, runs.versionId))
    .where(and(eq(runs.workspaceId, workspaceId), eq(runs.id, runId)))
    .limit(1);
  return row && storedNodes.parse(row.nodes);
}

const waitColumns = {
  runId: workflowHooks.runId,
  hookId: workflowHooks.hookId,
  node: workflowHooks.node,
  kind: workflowHooks.kind,
  message: workflowHooks.message,
  token: workflowHooks.token,
  status: workflowHooks.status,
  createdAt: workflowHooks.createdAt,
};

/** What a run waits for now, oldest first. */
export async function selectOpenWaits(database: Database, runId: string): Promise<WaitRow[]> {
  const rows = await database
    .select(waitColumns)
    .from(workflowHooks)
    .where(and(eq(workflowHooks.runId, runId), eq(workflowHooks.status, "waiting")))
    .orderBy(asc(workflowHooks.createdAt));
  return rows.map(parseWait).filter((wait) => wait !== undefined);
}

/** A wait by its one-time token, with the run it belongs to; answered and closed ones too. */
export async function findWaitByToken(
  database: Database,
  token: string,
): Promise<{ wait: WaitRow; workflow: string; nodes: NodeLabels } | undefined> {
  const [row] = await database
    .select({ ...waitColumns, workflow: workflows.name, nodes: versions.nodes })
    .from(workflowHooks)
    .innerJoin(runs, eq(runs.id, workflowHooks.runId))
    .innerJoin(workflows, eq(workflows.id, runs.workflowId))
    .innerJoin(versions, eq(versions.id, runs.versionId))
    .where(eq(workflowHooks.token, token))
    .limit(1);
  const wait = row && parseWait(row);
  return wait && { wait, workflow: row.workflow, nodes: storedNodes.parse(row.nodes) };
}

/** The most events read at once. */
export const EVENTS_PAGE = 1000;

/** The events of a run after number `after`, in order, at most a page of them. */
export async function selectEventsAfter(database: Database, runId: string, after: number): Promise<EventRow[]> {
  return database
    .select({ seq: workflowEvents.seq, type: workflowEvents.type, subject: workflowEvents.correlationId })
    .from(workflowEvents)
    .where(and(eq(workflowEvents.runId, runId), gt(workflowEvents.seq, after)))
    .orderBy(asc(workflowEvents.seq))
    .limit(EVENTS_PAGE);
}

/** A row of `summaryColumns` with its status and error as they are known. */
export function parseSummary<Row extends { status: string; error: unknown }>(
  row: Row,
): Omit<Row, "status" | "error"> & { status: RunStatus; error: RunError | null } {
  return { ...row, status: runStatus.parse(row.status), error: storedError.nullable().parse(row.error) };
}

/** Undefined for the engine's own hooks, which belong to no node a person answers. */
function parseWait<Row extends { node: string | null; kind: string }>(
  row: Row,
): (Omit<Row, "node" | "kind"> & { node: string; kind: "approval" | "event" }) | undefined {
  const { node, kind } = row;
  if (node === null || (kind !== "approval" && kind !== "event")) return undefined;
  return { ...row, node, kind };
}
