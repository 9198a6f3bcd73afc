import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../db/index.ts";
import { apiKeys } from "../db/schema/index.ts";
import { prepareOnce } from "../db/prepare-once.ts";
import type { KeyScope } from "./scope.ts";
import { keyScopeSchema } from "./scope.ts";

/** A key as it is stored: never the key itself. */
export interface KeyRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly prefix: string;
  readonly hash: string;
  readonly scope: KeyScope;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

export async function insertKey(database: Database, key: Omit<KeyRow, "createdAt" | "lastUsedAt" | "revokedAt">): Promise<void> {
  await database.insert(apiKeys).values(key);
}

/** Every call asks this: prepared once a database. */
const findByHash = prepareOnce((database) =>
  database
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.hash, sql.placeholder("hash")))
    .limit(1)
    .prepare("find_api_key"),
);

export async function findKeyByHash(database: Database, hash: string): Promise<KeyRow | undefined> {
  const [row] = await findByHash(database).execute({ hash });
  return row && present(row);
}

/** Newest first, revoked ones included. */
export async function selectKeys(database: Database, workspaceId: string): Promise<KeyRow[]> {
  const rows = await database.select().from(apiKeys).where(eq(apiKeys.workspaceId, workspaceId)).orderBy(desc(apiKeys.createdAt));
  return rows.map(present);
}

/** Returns whether a key that was not yet revoked was found. */
export async function markRevoked(database: Database, workspaceId: string, id: string): Promise<boolean> {
  const mine = and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, id), isNull(apiKeys.revokedAt));
  const rows = await database.update(apiKeys).set({ revokedAt: new Date() }).where(mine).returning({ id: apiKeys.id });
  return rows.length > 0;
}

export async function markUsed(database: Database, id: string, at: Date): Promise<void> {
  await database.update(apiKeys).set({ lastUsedAt: at }).where(eq(apiKeys.id, id));
}

function present(row: typeof apiKeys.$inferSelect): KeyRow {
  return { ...row, scope: keyScopeSchema.parse(row.scope) };
}
