import { and, asc, desc, eq, inArray, isNotNull, isNull, max, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../db/index.ts";
import { triggers, versions, workflows } from "../db/schema/index.ts";
import { prepareOnce } from "../db/prepare-once.ts";
import { newId } from "../new-id.ts";
import type { TriggerConfig } from "../triggers/trigger-config.ts";
import { parseTriggerConfig } from "../triggers/trigger-config.ts";
import type { Outline } from "./outline.ts";
import { parseOutline } from "./outline.ts";

/** A workflow with its live version and trigger, as lists and triggers need it. */
export interface LiveWorkflow {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly sha256: string;
  readonly publishedAt: Date;
  readonly trigger: TriggerConfig;
  /** Whether a person left the trigger on. */
  readonly enabled: boolean;
  readonly archived: boolean;
}

export interface VersionRow {
  readonly id: string;
  readonly number: number;
  readonly sha256: string;
  readonly note: string;
  readonly listed: boolean;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

export interface NewVersion {
  readonly id: string;
  readonly listed: boolean;
  readonly graph: unknown;
  readonly graphHash: string;
  readonly source: string;
  readonly runtime: string;
  readonly bundle: string;
  readonly sha256: string;
  readonly exportName: string;
  readonly steps: unknown;
  readonly nodes: unknown;
  readonly variables?: readonly string[];
  readonly sdkVersion: string;
  readonly catalogHash: string;
  readonly note: string;
  readonly createdBy: string | null;
}

/** The workflow that a version is stored for. */
export interface VersionOwner {
  /** By id, at a revision of its draft if the version is listed; without it, the one of that name, made when there is none. */
  readonly existing?: { readonly id: string; readonly revision?: number };
  readonly workspaceId: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Of the version's graph. */
  readonly outline: Outline;
  readonly userId: string | null;
}

/** Why a version was not stored: no such workflow, another revision, archived, or another workflow has its name. */
export type SaveRefusal = "gone" | "changed" | "archived" | "name";

const liveColumns = {
  id: workflows.id,
  workspaceId: workflows.workspaceId,
  name: workflows.name,
  title: workflows.title,
  description: workflows.description,
  versionId: versions.id,
  versionNumber: versions.number,
  sha256: versions.sha256,
  publishedAt: versions.createdAt,
  trigger: triggers.config,
  enabled: triggers.enabled,
  archivedAt: workflows.archivedAt,
};

function liveQuery(database: Database) {
  return database
    .select(liveColumns)
    .from(workflows)
    .innerJoin(versions, eq(versions.id, workflows.liveVersionId))
    .innerJoin(triggers, eq(triggers.workflowId, workflows.id));
}

/** Every trigger call asks this: prepared once a database, so that neither side plans it again. */
const findLive = prepareOnce((database) =>
  liveQuery(database)
    .where(and(eq(workflows.workspaceId, sql.placeholder("workspaceId")), eq(workflows.name, sql.placeholder("name"))))
    .limit(1)
    .prepare("find_live_workflow"),
);

/** By its name, or by one it was published under before, while no other workflow has that name. */
export async function findLiveWorkflow(database: Database, workspaceId: string, name: string): Promise<LiveWorkflow | undefined> {
  const [named] = await findLive(database).execute({ workspaceId, name });
  if (named) return presentLive(named);
  const [renamed] = await liveQuery(database)
    .where(and(eq(workflows.workspaceId, workspaceId), sql`${workflows.formerNames} @> array[${name}]`))
    .orderBy(desc(workflows.updatedAt))
    .limit(1);
  return renamed && presentLive(renamed);
}

/** By name, those in use; `ids` narrows to those workflows. */
export async function selectLiveWorkflows(database: Database, workspaceId: string, ids?: readonly string[]): Promise<LiveWorkflow[]> {
  const inUse = and(eq(workflows.workspaceId, workspaceId), isNull(workflows.archivedAt));
  const rows = await liveQuery(database)
    .where(and(inUse, ids ? inArray(workflows.id, [...ids]) : undefined))
    .orderBy(asc(workflows.name));
  return rows.map(presentLive);
}

function presentLive<Row extends { trigger: unknown; archivedAt: Date | null }>(row: Row) {
  const { archivedAt, trigger, ...rest } = row;
  return { ...rest, trigger: parseTriggerConfig(trigger), archived: archivedAt !== null };
}

/** Name → id of the workflows among `names` that exist. */
export async function findWorkflowIds(database: Database, workspaceId: string, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const mine = and(eq(workflows.workspaceId, workspaceId), inArray(workflows.name, [...names]));
  const rows = await database.select({ id: workflows.id, name: workflows.name }).from(workflows).where(mine);
  return new Map(rows.map((row) => [row.name, row.id]));
}

/** Names of every workflow in use that has a live version: what `control.call` may call. */
export async function selectCallableNames(database: Database, workspaceId: string): Promise<Set<string>> {
  const mine = and(eq(workflows.workspaceId, workspaceId), isNotNull(workflows.liveVersionId), isNull(workflows.archivedAt));
  const rows = await database.select({ name: workflows.name, formerNames: workflows.formerNames }).from(workflows).where(mine);
  return new Set(rows.flatMap((row) => [row.name, ...row.formerNames]));
}

const versionColumns = {
  id: versions.id,
  number: versions.number,
  sha256: versions.sha256,
  note: versions.note,
  listed: versions.listed,
  createdAt: versions.createdAt,
  createdBy: versions.createdBy,
};

/** Listed versions, newest first. */
export async function selectVersions(database: Database, workspaceId: string, workflowId: string): Promise<VersionRow[]> {
  return database
    .select(versionColumns)
    .from(versions)
    .where(and(eq(versions.workspaceId, workspaceId), eq(versions.workflowId, workflowId), eq(versions.listed, true)))
    .orderBy(desc(versions.number));
}

/** Any version by its number, that of a test run too. */
export async function findVersion(
  database: Database,
  workspaceId: string,
  workflowId: string,
  number: number,
): Promise<(VersionRow & { graph: Record<string, unknown>; source: string }) | undefined> {
  const [row] = await database
    .select({ ...versionColumns, graph: versions.graph, source: versions.source })
    .from(versions)
    .where(and(eq(versions.workspaceId, workspaceId), eq(versions.workflowId, workflowId), eq(versions.number, number)))
    .limit(1);
  return row && { ...row, graph: graphDocument.parse(row.graph) };
}

const graphDocument = z.record(z.string(), z.unknown());

export async function findVersionText(
  database: Database,
  versionId: string,
): Promise<{ graph: Record<string, unknown>; source: string } | undefined> {
  const [row] = await database
    .select({ graph: versions.graph, source: versions.source })
    .from(versions)
    .where(eq(versions.id, versionId))
    .limit(1);
  return row && { graph: graphDocument.parse(row.graph), source: row.source };
}

/**
 * Stores a version once: a second time the same bytes give the first row back. A listed one becomes the workflow's live version and its
 * trigger the registered one, in the same transaction; the workflow then goes by the version's name, and keeps the former one as well.
 */
export async function saveVersion(
  database: Database,
  owner: VersionOwner,
  version: NewVersion,
  trigger: TriggerState,
): Promise<{ workflowId: string; versionId: string; versionNumber: number; created: boolean } | SaveRefusal> {
  const { workspaceId, existing } = owner;
  try {
    return await database.transaction(async (tx) => {
      if (!existing) await insertOwner(tx, owner, version);
      const which = existing ? eq(workflows.id, existing.id) : eq(workflows.name, owner.name);
      const [locked] = await tx
        .select()
        .from(workflows)
        .where(and(eq(workflows.workspaceId, workspaceId), which))
        .for("update");
      if (!locked) return "gone";
      if (version.listed && locked.archivedAt) return "archived";
      if (version.listed && existing && existing.revision !== locked.revision) return "changed";
      const stored = await storeVersion(tx, { ...version, workflowId: locked.id, workspaceId });
      if (version.listed) {
        await publishTo(tx, locked, owner, stored.versionId);
        await registerTrigger(tx, locked.id, workspaceId, trigger);
      }
      return { workflowId: locked.id, ...stored };
    });
  } catch (error) {
    if (isNameTaken(error)) return "name";
    throw error;
  }
}

/** A test run of a file that belongs to no workflow makes one, with the file's graph as its draft. */
async function insertOwner(tx: Transaction, owner: VersionOwner, version: NewVersion): Promise<void> {
  const { workspaceId, name, title, description, outline, userId } = owner;
  await tx
    .insert(workflows)
    .values({
      id: newId("wfl"),
      workspaceId,
      name,
      title,
      description,
      outline,
      draft: version.listed ? null : version.graph,
      updatedBy: userId,
    })
    .onConflictDoNothing({ target: [workflows.workspaceId, workflows.name] });
}

async function publishTo(tx: Transaction, row: typeof workflows.$inferSelect, owner: VersionOwner, versionId: string): Promise<void> {
  const { name, title, description, outline, existing } = owner;
  const before = parseOutline(row.outline)?.hash;
  // What somebody draws meanwhile is not lost because a file is published; the workflow then says that it differs from what is live.
  const keepsDraft = !existing && row.draft !== null && before !== outline.hash;
  const drawn = keepsDraft ? {} : { draft: null, outline, revision: existing || before === outline.hash ? row.revision : row.revision + 1 };
  await tx
    .update(workflows)
    .set({
      ...drawn,
      ...(await nameAfter(tx, row, { name, title, description })),
      liveVersionId: versionId,
      latestVersionId: versionId,
      updatedBy: owner.userId,
    })
    .where(eq(workflows.id, row.id));
}

/** The columns that say what is live. A workflow goes on answering to the name it had, so that whoever calls it finds it. */
async function nameAfter(tx: Transaction, row: typeof workflows.$inferSelect, live: LiveText): Promise<object> {
  const { name } = live;
  if (row.name !== name || row.liveVersionId === null) await forgetFormerName(tx, row.workspaceId, name);
  const kept = row.formerNames.filter((former) => former !== name);
  return { ...live, formerNames: row.liveVersionId === null || row.name === name ? kept : [...kept, row.name], updatedAt: new Date() };
}

/** A name reaches the workflow that is called so now. */
async function forgetFormerName(tx: Transaction, workspaceId: string, name: string): Promise<void> {
  await tx
    .update(workflows)
    .set({ formerNames: sql`array_remove(${workflows.formerNames}, ${name})` })
    .where(and(eq(workflows.workspaceId, workspaceId), sql`${workflows.formerNames} @> array[${name}]`));
}

/** Whether a statement failed because another workflow of the workspace has the name. */
export function isNameTaken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("constraint" in error && error.constraint === "workflows_name") return true;
  return error.cause !== undefined && isNameTaken(error.cause);
}

/** Points a workflow at a version of its own and registers that version's trigger; `live` is what the version calls itself. */
export async function makeLive(
  database: Database,
  workflow: { id: string; workspaceId: string },
  version: { readonly id: string; readonly live: LiveText },
  trigger: TriggerState,
): Promise<SaveRefusal | undefined> {
  try {
    return await database.transaction(async (tx) => {
      const mine = and(eq(workflows.workspaceId, workflow.workspaceId), eq(workflows.id, workflow.id));
      const [row] = await tx.select().from(workflows).where(mine).for("update");
      if (!row) return "gone";
      if (row.archivedAt) return "archived";
      const named = await nameAfter(tx, row, version.live);
      await tx
        .update(workflows)
        .set({ ...named, liveVersionId: version.id })
        .where(mine);
      await registerTrigger(tx, workflow.id, workflow.workspaceId, trigger);
      return undefined;
    });
  } catch (error) {
    if (isNameTaken(error)) return "name";
    throw error;
  }
}

/** What a version says of itself. */
interface LiveText {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

/** What a trigger becomes: its config, and when a schedule fires next. */
interface TriggerState {
  readonly config: TriggerConfig;
  readonly nextFireAt: Date | null;
}

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

async function storeVersion(
  tx: Transaction,
  version: NewVersion & { workflowId: string; workspaceId: string },
): Promise<{ versionId: string; versionNumber: number; created: boolean }> {
  const same = and(eq(versions.workflowId, version.workflowId), eq(versions.sha256, version.sha256), eq(versions.listed, version.listed));
  const [existing] = await tx.select({ id: versions.id, number: versions.number }).from(versions).where(same).limit(1);
  if (existing) return { versionId: existing.id, versionNumber: existing.number, created: false };
  const [last] = await tx
    .select({ number: max(versions.number) })
    .from(versions)
    .where(eq(versions.workflowId, version.workflowId));
  const number = (last?.number ?? 0) + 1;
  await tx.insert(versions).values({ ...version, number });
  return { versionId: version.id, versionNumber: number, created: true };
}

async function registerTrigger(tx: Transaction, workflowId: string, workspaceId: string, trigger: TriggerState): Promise<void> {
  const values = { on: trigger.config.on, config: trigger.config, nextFireAt: trigger.nextFireAt, updatedAt: new Date() };
  await tx
    .insert(triggers)
    .values({ workflowId, workspaceId, ...values })
    .onConflictDoUpdate({
      target: triggers.workflowId,
      // A schedule that did not change keeps its next time: publishing anything else must not skip or repeat a window. One that was switched off stays so.
      set: {
        ...values,
        nextFireAt: sql`case when ${triggers.config}::text = excluded.config::text then ${triggers.nextFireAt} else excluded.next_fire_at end`,
      },
    });
}
