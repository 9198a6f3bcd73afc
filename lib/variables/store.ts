import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import type { Database } from "../db/index.ts";
import { runs, variables, versions, workflows } from "../db/schema/index.ts";
import type { Transaction } from "../secrets/store.ts";
import type { Sealed } from "../secrets/vault.ts";

/** A variable as it is stored: `sealed` is null for a plain one, `value` for a secret one. */
export interface VariableRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly value: string | null;
  readonly sealed: Sealed | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** By name; `names` narrows to those. */
export async function selectVariables(database: Database, workspaceId: string, names?: readonly string[]): Promise<VariableRow[]> {
  if (names?.length === 0) return [];
  const mine = and(eq(variables.workspaceId, workspaceId), names ? inArray(variables.name, [...names]) : undefined);
  const rows = await database.select().from(variables).where(mine).orderBy(asc(variables.name));
  return rows.map(present);
}

/** The variable of this name, locked until the transaction ends. */
export async function lockVariable(tx: Transaction, workspaceId: string, name: string): Promise<VariableRow | undefined> {
  const mine = and(eq(variables.workspaceId, workspaceId), eq(variables.name, name));
  const [row] = await tx.select().from(variables).where(mine).for("update");
  return row && present(row);
}

/** Stores a value under the name; the id stays the first one's, which the sealed value is bound to. Returns false when another process was faster with another id. */
export async function saveVariable(
  tx: Transaction,
  row: {
    readonly id: string;
    readonly workspaceId: string;
    readonly name: string;
    readonly value: string | null;
    readonly sealed: Sealed | null;
  },
): Promise<boolean> {
  const { id, workspaceId, name, value, sealed } = row;
  const content = { value, ciphertext: sealed?.ciphertext ?? null, keyId: sealed?.keyId ?? null, updatedAt: new Date() };
  const saved = await tx
    .insert(variables)
    .values({ id, workspaceId, name, ...content })
    .onConflictDoUpdate({ target: [variables.workspaceId, variables.name], set: content, setWhere: eq(variables.id, id) })
    .returning({ id: variables.id });
  return saved.length === 1;
}

/** The workflows whose live version, or a version that unfinished runs are on, reads a variable; by name. */
export async function selectVariableUses(database: Database, workspaceId: string, name: string): Promise<string[]> {
  const unfinished = database
    .selectDistinct({ id: runs.versionId })
    .from(runs)
    .where(and(eq(runs.workspaceId, workspaceId), inArray(runs.status, ["pending", "running", "waiting"])));
  const rows = await database
    .selectDistinct({ workflow: workflows.name })
    .from(versions)
    .innerJoin(workflows, eq(workflows.id, versions.workflowId))
    .where(
      and(
        eq(versions.workspaceId, workspaceId),
        or(eq(versions.id, workflows.liveVersionId), inArray(versions.id, unfinished)),
        sql`${versions.variables}::jsonb ? ${name}`,
      ),
    )
    .orderBy(asc(workflows.name));
  return rows.map(({ workflow }) => workflow);
}

/** Whether there was one. */
export async function deleteVariable(database: Database, workspaceId: string, name: string): Promise<boolean> {
  const rows = await database
    .delete(variables)
    .where(and(eq(variables.workspaceId, workspaceId), eq(variables.name, name)))
    .returning({ id: variables.id });
  return rows.length === 1;
}

function present({ ciphertext, keyId, ...row }: typeof variables.$inferSelect): VariableRow {
  return { ...row, sealed: ciphertext === null || keyId === null ? null : { ciphertext, keyId } };
}
