import { LRUCache } from "lru-cache";
import { AppError } from "../errors.ts";
import type { Server } from "../running-server.ts";
import type { Access, Permission } from "./access.ts";
import { ALL_PERMISSIONS } from "./access.ts";
import { bearerKey, hashKey, sameHash } from "./key-text.ts";
import { findKeyByHash, markUsed } from "./store.ts";

/** How exact a key's "last used" is: it is written at most this often. */
const USED_EVERY_MS = 60_000;
/** Of a key that is not for managing. */
const CALLER_PERMISSIONS: ReadonlySet<Permission> = new Set(["read", "run"]);
const lastWritten = new LRUCache<string, number>({ max: 10_000 });

/** Finds what the request's key may touch; throws `unauthorized` without a valid one. A revoked key stops working at once. */
export async function authenticate(server: Pick<Server, "database">, request: Request): Promise<Access> {
  const key = bearerKey(request.headers.get("authorization"));
  if (key === undefined) throw refused("No API key was sent.");
  const hash = hashKey(key);
  const row = await findKeyByHash(server.database, hash);
  if (!row || !sameHash(row.hash, hash)) throw refused("This API key is not known.");
  if (row.revokedAt) throw refused("This API key was revoked.");
  noteUse(server, row.id);
  return {
    workspaceId: row.workspaceId,
    keyId: row.id,
    userId: null,
    permissions: row.scope.kind === "admin" ? ALL_PERMISSIONS : CALLER_PERMISSIONS,
    workflows: row.scope.kind === "workflows" ? new Set(row.scope.workflows) : "all",
  };
}

/** Not waited for: a caller's answer does not depend on our bookkeeping. */
function noteUse(server: Pick<Server, "database">, id: string): void {
  const now = Date.now();
  if (now - (lastWritten.get(id) ?? 0) < USED_EVERY_MS) return;
  lastWritten.set(id, now);
  markUsed(server.database, id, new Date(now)).catch((error: unknown) => console.error(`The last use of key ${id} was not noted:`, error));
}

function refused(message: string): AppError {
  return new AppError("unauthorized", message, { hint: "Send Authorization: Bearer weft_… with a key made by `weft key create`." });
}
