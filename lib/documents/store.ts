import { and, desc, eq, inArray, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { runStatus } from "../api/schemas.ts";
import type { Database } from "../db/index.ts";
import { pins, runs, runSteps, triggers, versions, workflowHooks, workflows, workflowStreams } from "../db/schema/index.ts";
import type { RunStatus } from "../engine/contract.ts";
import type { Outline } from "../workflows/outline.ts";
import { parseOutline } from "../workflows/outline.ts";
import { isNameTaken } from "../workflows/store.ts";

/** A workflow as people edit it, without its graph. */
export interface DocumentRow {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly tags: readonly string[];
  readonly archivedAt: Date | null;
  readonly revision: number;
  readonly updatedAt: Date;
  readonly updatedBy: string | null;
  /** Undefined for a row that an older Weft wrote. */
  readonly outline: Outline | undefined;
  /** Whether there is a draft of its own, or another version than the newest one is live. */
  readonly edited: boolean;
  readonly live: {
    readonly versionId: string;
    readonly number: number;
    readonly publishedAt: Date;
    readonly graphHash: string | null;
  } | null;
  readonly trigger: { readonly on: string; readonly enabled: boolean; readonly nextFireAt: Date | null } | null;
  readonly lastRun: {
    readonly id: string;
    readonly status: RunStatus;
    readonly createdAt: Date;
    readonly completedAt: Date | null;
  } | null;
}

const graphColumn = z.record(z.string(), z.unknown());
const lastRun = sql`lateral (select ${runs.id}, ${runs.status}, ${runs.createdAt}, ${runs.completedAt} from ${runs}
  where ${runs.workflowId} = ${workflows.id} order by ${runs.createdAt} desc nulls last, ${runs.id} desc nulls last limit 1) last_run`;

/** Those that `which` names, last changed first: one query however many there are. */
async function selectRows(database: Database, which: SQL | undefined): Promise<DocumentRow[]> {
  const rows = await database
    .select({
      id: workflows.id,
      name: workflows.name,
      folder: workflows.folder,
      tags: workflows.tags,
      archivedAt: workflows.archivedAt,
      revision: workflows.revision,
      updatedAt: workflows.updatedAt,
      updatedBy: workflows.updatedBy,
      outline: workflows.outline,
      edited: sql<boolean>`${workflows.draft} is not null or ${workflows.liveVersionId} is distinct from ${workflows.latestVersionId}`,
      live: { versionId: versions.id, number: versions.number, publishedAt: versions.createdAt, graphHash: versions.graphHash },
      trigger: { on: triggers.on, enabled: triggers.enabled, nextFireAt: triggers.nextFireAt },
      lastRun: {
        id: sql<string | null>`last_run.id`,
        status: sql<string>`last_run.status`,
        createdAt: sql<Date>`last_run.created_at`.mapWith(runs.createdAt),
        completedAt: sql<Date | null>`last_run.completed_at`.mapWith(runs.completedAt),
      },
    })
    .from(workflows)
    .leftJoin(versions, eq(versions.id, workflows.liveVersionId))
    .leftJoin(triggers, eq(triggers.workflowId, workflows.id))
    .leftJoin(lastRun, sql`true`)
    .where(which)
    .orderBy(desc(workflows.updatedAt), desc(workflows.id));
  return rows.map((row) => ({
    ...row,
    outline: parseOutline(row.outline),
    lastRun: row.lastRun?.id == null ? null : { ...row.lastRun, id: row.lastRun.id, status: runStatus.parse(row.lastRun.status) },
  }));
}

/** Last changed first; `ids` narrows to those. */
export async function selectDocuments(
  database: Database,
  workspaceId: string,
  filter: { readonly archived: boolean; readonly ids?: readonly string[] | undefined },
): Promise<DocumentRow[]> {
  const { archived, ids } = filter;
  return selectRows(
    database,
    and(
      eq(workflows.workspaceId, workspaceId),
      archived ? isNotNull(workflows.archivedAt) : isNull(workflows.archivedAt),
      ids ? inArray(workflows.id, [...ids]) : undefined,
    ),
  );
}

export async function findDocumentRow(database: Database, workspaceId: string, id: string): Promise<DocumentRow | undefined> {
  const [row] = await selectRows(database, and(eq(workflows.workspaceId, workspaceId), eq(workflows.id, id)));
  return row;
}

/** What a person edited last, or else the oldest of those that came by themselves. */
export async function selectFirstDocument(database: Database, workspaceId: string): Promise<string | undefined> {
  const edited = sql`${workflows.updatedBy} is not null`;
  const [row] = await database
    .select({ id: workflows.id })
    .from(workflows)
    .where(and(eq(workflows.workspaceId, workspaceId), isNull(workflows.archivedAt)))
    .orderBy(sql`${edited} desc, case when ${edited} then ${workflows.updatedAt} end desc`, workflows.createdAt, workflows.id)
    .limit(1);
  return row?.id;
}

/** The drafts' graphs by id, each its newest published one's where nobody has changed it since. */
export async function selectGraphs(
  database: Database,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, Record<string, unknown>>> {
  if (ids.length === 0) return new Map();
  // A workflow that an older Weft made for a test run has neither a draft nor a listed version.
  const newest = sql<unknown>`coalesce(workflows.draft, (select v.graph from ${versions} v where v.workflow_id = workflows.id
    order by (v.id = workflows.latest_version_id) desc nulls last, v.number desc limit 1))`;
  const rows = await database
    .select({ id: workflows.id, graph: newest })
    .from(workflows)
    .where(and(eq(workflows.workspaceId, workspaceId), inArray(workflows.id, [...ids])));
  return new Map(rows.map((row) => [row.id, graphColumn.parse(row.graph)]));
}

export interface NewDocument {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly draft: unknown;
  readonly outline: Outline;
  readonly folder: string;
  readonly updatedBy: string | null;
}

/** Stores a draft of its own, with the pins of another one; false when its name is taken. */
export async function insertDocument(database: Database, document: NewDocument, pinsFrom?: string): Promise<boolean> {
  const { id, workspaceId } = document;
  return database.transaction(async (tx) => {
    const made = await tx
      .insert(workflows)
      .values(document)
      .onConflictDoNothing({ target: [workflows.workspaceId, workflows.name] })
      .returning({ id: workflows.id });
    if (made.length === 0) return false;
    if (pinsFrom !== undefined) {
      const theirs = and(eq(pins.workspaceId, workspaceId), eq(pins.workflowId, pinsFrom));
      const copied = await tx.select({ node: pins.node, output: pins.output }).from(pins).where(theirs);
      if (copied.length > 0) await tx.insert(pins).values(copied.map((pin) => ({ ...pin, workspaceId, workflowId: id })));
    }
    return true;
  });
}

/** Every name of the workspace that a workflow answers to, or did. */
export async function selectNames(database: Database, workspaceId: string): Promise<Set<string>> {
  const rows = await database
    .select({ name: workflows.name, formerNames: workflows.formerNames })
    .from(workflows)
    .where(eq(workflows.workspaceId, workspaceId));
  return new Set(rows.flatMap((row) => [row.name, ...row.formerNames]));
}

export interface Save {
  readonly workspaceId: string;
  readonly id: string;
  /** The one that was changed. */
  readonly revision: number;
  readonly graph: { readonly name: string; readonly title: string; readonly description: string; readonly document: unknown };
  /** Whether the document's name can be a workflow's. */
  readonly nameable: boolean;
  readonly outline: Outline;
  readonly userId: string | null;
  /** Nodes called otherwise since: their pins go with them. */
  readonly renames: ReadonlyMap<string, string>;
}

/**
 * Stores a draft if its revision is still the one that was changed: one statement, so of several at once one wins. What is published keeps
 * its name until the next publish. Answers with what kept it out: another revision (or no such workflow), or a workflow that has the name.
 */
export async function saveDraft(database: Database, save: Save): Promise<"saved" | "changed" | "name"> {
  const { workspaceId, id, graph, outline } = save;
  const unpublished = sql`${workflows.liveVersionId} is null`;
  const latest = sql`(select v.graph_hash from ${versions} v where v.id = workflows.latest_version_id)`;
  const ifUnpublished = (value: string, kept: typeof workflows.name | typeof workflows.title | typeof workflows.description) =>
    sql`case when ${unpublished} then ${value} else ${kept} end`;
  try {
    return await database.transaction(async (tx) => {
      const rows = await tx
        .update(workflows)
        .set({
          draft: sql`case when ${latest} = ${outline.hash} then null else ${JSON.stringify(graph.document)}::json end`,
          outline,
          revision: sql`${workflows.revision} + 1`,
          ...(save.nameable ? { name: ifUnpublished(graph.name, workflows.name) } : {}),
          title: ifUnpublished(graph.title, workflows.title),
          description: ifUnpublished(graph.description, workflows.description),
          updatedBy: save.userId,
          updatedAt: new Date(),
        })
        .where(and(eq(workflows.workspaceId, workspaceId), eq(workflows.id, id), eq(workflows.revision, save.revision)))
        .returning({ name: workflows.name });
      const row = rows[0];
      if (!row) return "changed";
      if (row.name !== graph.name && (await hasOther(tx, workspaceId, id, graph.name))) {
        throw new NameTaken();
      }
      for (const [from, to] of save.renames) await renamePin(tx, id, from, to);
      return "saved";
    });
  } catch (error) {
    if (error instanceof NameTaken || isNameTaken(error)) return "name";
    throw error;
  }
}

/** Rolls a save back. */
class NameTaken extends Error {}

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

async function hasOther(tx: Transaction, workspaceId: string, id: string, name: string): Promise<boolean> {
  const other = and(eq(workflows.workspaceId, workspaceId), eq(workflows.name, name), ne(workflows.id, id));
  const rows = await tx.select({ id: workflows.id }).from(workflows).where(other).limit(1);
  return rows.length > 0;
}

async function renamePin(tx: Transaction, workflowId: string, from: string, to: string): Promise<void> {
  const taken = sql`exists (select from ${pins} other where other.workflow_id = ${workflowId} and other.node = ${to})`;
  await tx
    .update(pins)
    .set({ node: to })
    .where(and(eq(pins.workflowId, workflowId), eq(pins.node, from), sql`not ${taken}`));
}

/** Node → the output that test runs take for its own. */
export async function selectPins(database: Database, workspaceId: string, workflowId: string): Promise<Record<string, unknown>> {
  const mine = and(eq(pins.workspaceId, workspaceId), eq(pins.workflowId, workflowId));
  const rows = await database.select({ node: pins.node, output: pins.output }).from(pins).where(mine);
  return Object.fromEntries(rows.map((row) => [row.node, row.output]));
}

export async function upsertPin(
  database: Database,
  pin: { readonly workspaceId: string; readonly workflowId: string; readonly node: string; readonly output: unknown },
): Promise<void> {
  // A JSON null is a value; a null of the database is none.
  const output = sql`${JSON.stringify(pin.output)}::json`;
  await database
    .insert(pins)
    .values({ ...pin, output })
    .onConflictDoUpdate({ target: [pins.workflowId, pins.node], set: { output, createdAt: new Date() } });
}

export async function deletePin(database: Database, workspaceId: string, workflowId: string, node: string): Promise<void> {
  await database.delete(pins).where(and(eq(pins.workspaceId, workspaceId), eq(pins.workflowId, workflowId), eq(pins.node, node)));
}

export interface DocumentChange {
  readonly folder?: string;
  readonly tags?: readonly string[];
  readonly archived?: boolean;
  /** Whether the trigger fires. */
  readonly enabled?: boolean;
}

/**
 * Changes what is no part of the document. Of an archived workflow or a trigger that is off no schedule is due; `nextTime` says when one
 * that comes back is, since the times that passed meanwhile are not made up for.
 */
export async function changeDocumentRow(
  database: Database,
  workspaceId: string,
  id: string,
  change: DocumentChange,
  nextTime: (config: unknown) => Date | null,
): Promise<"changed" | "gone" | "unpublished"> {
  return database.transaction(async (tx) => {
    const mine = and(eq(workflows.workspaceId, workspaceId), eq(workflows.id, id));
    const [row] = await tx.select({ archivedAt: workflows.archivedAt }).from(workflows).where(mine).for("update");
    if (!row) return "gone";
    const { folder, tags, archived, enabled } = change;
    const archivedAt = archived === undefined ? row.archivedAt : archived ? (row.archivedAt ?? new Date()) : null;
    await tx
      .update(workflows)
      .set({ archivedAt, ...(folder === undefined ? {} : { folder }), ...(tags === undefined ? {} : { tags: [...tags] }) })
      .where(mine);
    const [trigger] = await tx.select().from(triggers).where(eq(triggers.workflowId, id)).for("update");
    if (!trigger) return enabled === undefined ? "changed" : "unpublished";
    const fires = (enabled ?? trigger.enabled) && archivedAt === null;
    const fired = trigger.enabled && row.archivedAt === null;
    const nextFireAt = fires === fired ? trigger.nextFireAt : fires ? nextTime(trigger.config) : null;
    await tx
      .update(triggers)
      .set({ enabled: enabled ?? trigger.enabled, nextFireAt })
      .where(eq(triggers.workflowId, id));
    return "changed";
  });
}

/** Deletes a workflow with its versions and runs, all or nothing; answers with a run that is still going, if one is. */
export async function deleteDocumentRow(database: Database, workspaceId: string, id: string): Promise<{ active: string } | undefined> {
  return database.transaction(async (tx) => {
    const mine = and(eq(workflows.workspaceId, workspaceId), eq(workflows.id, id));
    // A run that starts meanwhile refers to this row, so it waits, and then finds nothing to run.
    await tx.select({ id: workflows.id }).from(workflows).where(mine).for("update");
    const ofIt = and(eq(runs.workspaceId, workspaceId), eq(runs.workflowId, id));
    const [active] = await tx
      .select({ id: runs.id })
      .from(runs)
      .where(and(ofIt, inArray(runs.status, ["pending", "running", "waiting"])))
      .limit(1);
    if (active) return { active: active.id };
    const theirs = tx.select({ id: runs.id }).from(runs).where(ofIt);
    await tx.delete(workflowStreams).where(inArray(workflowStreams.runId, theirs));
    await tx.delete(runs).where(ofIt);
    await tx.delete(workflows).where(mine);
    return undefined;
  });
}

/** What each node came to last, in the newest runs of a workflow, whatever version they ran; newest run first. */
export async function selectNewestSteps(
  database: Database,
  workspaceId: string,
  workflowId: string,
  mostRuns: number,
): Promise<TracedRun[]> {
  const newest = await database
    .select({ runId: runs.id, input: runs.input, nodes: versions.nodes })
    .from(runs)
    .innerJoin(versions, eq(versions.id, runs.versionId))
    .where(and(eq(runs.workspaceId, workspaceId), eq(runs.workflowId, workflowId)))
    .orderBy(sql`${runs.createdAt} desc nulls last`, sql`${runs.id} desc nulls last`)
    .limit(mostRuns);
  if (newest.length === 0) return [];
  const ids = newest.map((run) => run.runId);
  const [steps, waits] = await Promise.all([
    database
      .selectDistinctOn([runSteps.node], { node: runSteps.node, runId: runSteps.runId, id: runSteps.stepId })
      .from(runSteps)
      .where(and(inArray(runSteps.runId, ids), eq(runSteps.status, "completed")))
      .orderBy(runSteps.node, desc(runSteps.runId), desc(runSteps.completedAt)),
    database
      .selectDistinctOn([workflowHooks.node], { node: workflowHooks.node, runId: workflowHooks.runId, id: workflowHooks.hookId })
      .from(workflowHooks)
      .where(
        and(inArray(workflowHooks.runId, ids), inArray(workflowHooks.kind, ["approval", "event"]), eq(workflowHooks.status, "answered")),
      )
      .orderBy(workflowHooks.node, desc(workflowHooks.runId), desc(workflowHooks.endedAt)),
  ]);
  const traced = [...steps, ...waits].flatMap(({ node, ...rest }) => (node === null ? [] : [{ node, ...rest }]));
  return newest.map(({ nodes, ...run }) => ({
    ...run,
    trigger: triggerAmong(nodes),
    steps: traced.filter((step) => step.runId === run.runId),
  }));
}

export interface TracedRun {
  readonly runId: string;
  readonly input: unknown;
  /** The id of its version's trigger. */
  readonly trigger: string | null;
  /** Ids of steps, or of answered waits. */
  readonly steps: readonly { readonly node: string; readonly id: string }[];
}

const storedNodes = z.record(z.string(), z.object({ kind: z.string() }));

function triggerAmong(nodes: unknown): string | null {
  return Object.entries(storedNodes.parse(nodes)).find(([, { kind }]) => kind === "trigger")?.[0] ?? null;
}
