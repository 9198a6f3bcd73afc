import { and, asc, desc, eq, inArray, isNotNull, max, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../db/index.ts";
import { triggers, versions, workflows } from "../db/schema/index.ts";
import { prepareOnce } from "../db/prepare-once.ts";
import type { TriggerConfig } from "../triggers/trigger-config.ts";
import { parseTriggerConfig } from "../triggers/trigger-config.ts";

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
}

export interface VersionRow {
  readonly id: string;
  readonly number: number;
  readonly sha256: string;
  readonly createdAt: Date;
}

export interface NewVersion {
  readonly id: string;
  readonly listed: boolean;
  readonly graph: unknown;
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
}

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

export async function findLiveWorkflow(database: Database, workspaceId: string, name: string): Promise<LiveWorkflow | undefined> {
  const [row] = await findLive(database).execute({ workspaceId, name });
  return row && { ...row, trigger: parseTriggerConfig(row.trigger) };
}

/** By name; `ids` narrows to those workflows. */
export async function selectLiveWorkflows(database: Database, workspaceId: string, ids?: readonly string[]): Promise<LiveWorkflow[]> {
  const mine = and(eq(workflows.workspaceId, workspaceId), ids ? inArray(workflows.id, [...ids]) : undefined);
  const rows = await liveQuery(database).where(mine).orderBy(asc(workflows.name));
  return rows.map((row) => ({ ...row, trigger: parseTriggerConfig(row.trigger) }));
}

/** Name → id of the workflows among `names` that exist. */
export async function findWorkflowIds(database: Database, workspaceId: string, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const mine = and(eq(workflows.workspaceId, workspaceId), inArray(workflows.name, [...names]));
  const rows = await database.select({ id: workflows.id, name: workflows.name }).from(workflows).where(mine);
  return new Map(rows.map((row) => [row.name, row.id]));
}

/** Names of every workflow that has a live version: what `control.call` may call. */
export async function selectCallableNames(database: Database, workspaceId: string): Promise<Set<string>> {
  const mine = and(eq(workflows.workspaceId, workspaceId), isNotNull(workflows.liveVersionId));
  const rows = await database.select({ name: workflows.name }).from(workflows).where(mine);
  return new Set(rows.map((row) => row.name));
}

/** Listed versions, newest first. */
export async function selectVersions(database: Database, workflowId: string): Promise<VersionRow[]> {
  return database
    .select({ id: versions.id, number: versions.number, sha256: versions.sha256, createdAt: versions.createdAt })
    .from(versions)
    .where(and(eq(versions.workflowId, workflowId), eq(versions.listed, true)))
    .orderBy(desc(versions.number));
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
 * trigger the registered one, in the same transaction.
 */
export async function saveVersion(
  database: Database,
  workflow: { id: string; workspaceId: string; name: string; title: string; description: string },
  version: NewVersion,
  trigger: { config: TriggerConfig; nextFireAt: Date | null },
): Promise<{ workflowId: string; versionId: string; versionNumber: number; created: boolean }> {
  return database.transaction(async (tx) => {
    await tx
      .insert(workflows)
      .values(workflow)
      .onConflictDoNothing({ target: [workflows.workspaceId, workflows.name] });
    const [locked] = await tx
      .select({ id: workflows.id })
      .from(workflows)
      .where(and(eq(workflows.workspaceId, workflow.workspaceId), eq(workflows.name, workflow.name)))
      .for("update");
    if (!locked) throw new Error(`The workflow ${workflow.name} vanished while it was published.`);
    const stored = await storeVersion(tx, { ...version, workflowId: locked.id, workspaceId: workflow.workspaceId });
    if (version.listed) {
      const { title, description } = workflow;
      await tx
        .update(workflows)
        .set({ title, description, liveVersionId: stored.versionId, latestVersionId: stored.versionId, updatedAt: new Date() })
        .where(eq(workflows.id, locked.id));
      await registerTrigger(tx, locked.id, workflow.workspaceId, trigger);
    }
    return { workflowId: locked.id, ...stored };
  });
}

/** Points a workflow at a version of its own and registers that version's trigger. */
export async function makeLive(
  database: Database,
  workflow: { id: string; workspaceId: string },
  versionId: string,
  trigger: { config: TriggerConfig; nextFireAt: Date | null },
): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.update(workflows).set({ liveVersionId: versionId, updatedAt: new Date() }).where(eq(workflows.id, workflow.id));
    await registerTrigger(tx, workflow.id, workflow.workspaceId, trigger);
  });
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

async function registerTrigger(
  tx: Transaction,
  workflowId: string,
  workspaceId: string,
  trigger: { config: TriggerConfig; nextFireAt: Date | null },
): Promise<void> {
  const values = { on: trigger.config.on, config: trigger.config, enabled: true, nextFireAt: trigger.nextFireAt, updatedAt: new Date() };
  await tx
    .insert(triggers)
    .values({ workflowId, workspaceId, ...values })
    .onConflictDoUpdate({
      target: triggers.workflowId,
      // A schedule that did not change keeps its next time: publishing anything else must not skip or repeat a window.
      set: {
        ...values,
        nextFireAt: sql`case when ${triggers.config}::text = excluded.config::text then ${triggers.nextFireAt} else excluded.next_fire_at end`,
      },
    });
}
