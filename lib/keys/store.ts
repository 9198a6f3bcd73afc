import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
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

/** Gives the key's name; undefined when there was none that was not yet revoked. */
export async function markRevoked(database: Database, workspaceId: string, id: string): Promise<string | undefined> {
  const mine = and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, id), isNull(apiKeys.revokedAt));
  const [row] = await database.update(apiKeys).set({ revokedAt: new Date() }).where(mine).returning({ name: apiKeys.name });
  return row?.name;
}

export async function markUsed(database: Database, id: string, at: Date): Promise<void> {
  await database.update(apiKeys).set({ lastUsedAt: at }).where(eq(apiKeys.id, id));
}

function present(row: typeof apiKeys.$inferSelect): KeyRow {
  return { ...row, scope: keyScopeSchema.parse(row.scope) };
}

/** Names by id: of the workspace that the database is bound to. */
export async function findKeyNames(database: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database
    .select({ id: apiKeys.id, name: apiKeys.name })
    .from(apiKeys)
    .where(inArray(apiKeys.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row.name]));
}
