import type { KeySummary } from "../api/schemas.ts";
import type { Server } from "../running-server.ts";
import type { Access } from "./access.ts";
import { selectKeys } from "./store.ts";

/** The workspace's keys, newest first, revoked ones included: what a person recognises them by, never a hash. */
export async function listKeys(server: Pick<Server, "database">, access: Access): Promise<{ keys: KeySummary[] }> {
  const rows = await selectKeys(server.database, access.workspaceId);
  const keys = rows.map(({ id, name, prefix, scope, createdAt, lastUsedAt, revokedAt }) => ({
    id,
    name,
    prefix,
    scope,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  }));
  return { keys };
}
