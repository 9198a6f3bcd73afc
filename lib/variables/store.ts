import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "../db/index.ts";
import { variables } from "../db/schema/index.ts";
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
