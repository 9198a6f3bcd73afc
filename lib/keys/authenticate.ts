import { LRUCache } from "lru-cache";
import { AppError } from "../errors.ts";
import type { Server } from "../running-server.ts";
import type { Access, Permission } from "./access.ts";
import { ALL_PERMISSIONS } from "./access.ts";
import { bearerKey, hashKey, sameHash } from "./key-text.ts";
import type { KeyScope } from "./scope.ts";
import { findKeyByHash, markUsed } from "./store.ts";

/** How exact a key's "last used" is: it is written at most this often. */
const USED_EVERY_MS = 60_000;
const PERMISSIONS: Readonly<Record<KeyScope["kind"], ReadonlySet<Permission>>> = {
  read: new Set(["read"]),
  all: new Set(["read", "run"]),
  workflows: new Set(["read", "run"]),
  admin: ALL_PERMISSIONS,
};
/** A key never changes its workspace: where it was seen last is where it is. */
const workspaces = new LRUCache<string, string>({ max: 10_000 });
const lastWritten = new LRUCache<string, number>({ max: 10_000 });

/** Finds what the request's key may touch; throws `unauthorized` without a valid one. A revoked key stops working at once. */
export async function authenticate(server: Pick<Server, "system">, request: Request): Promise<Access> {
  const key = bearerKey(request.headers.get("authorization"));
  if (key === undefined) throw keyIsMissing();
  const hash = hashKey(key);
  const row = await findKeyByHash(server.system, hash);
  if (!row || !sameHash(row.hash, hash)) throw refused("This API key is not known.");
  if (row.revokedAt) throw refused("This API key was revoked.");
  noteUse(server, row.id);
  workspaces.set(hash, row.workspaceId);
  return {
    workspaceId: row.workspaceId,
    keyId: row.id,
    userId: null,
    permissions: PERMISSIONS[row.scope.kind],
    workflows: row.scope.kind === "workflows" ? new Set(row.scope.workflows) : "all",
  };
}

/**
 * The workspace of the request's key, as far as this process remembers, so that what will be asked of it can be asked at once. It says
 * nothing about whether the key still works: that `authenticate` alone does.
 */
export function rememberedWorkspace(request: Request): string | undefined {
  const key = bearerKey(request.headers.get("authorization"));
  return key === undefined ? undefined : workspaces.get(hashKey(key));
}

/** Not waited for: a caller's answer does not depend on our bookkeeping. */
function noteUse(server: Pick<Server, "system">, id: string): void {
  const now = Date.now();
  if (now - (lastWritten.get(id) ?? 0) < USED_EVERY_MS) return;
  lastWritten.set(id, now);
  markUsed(server.system, id, new Date(now)).catch((error: unknown) => console.error(`The last use of key ${id} was not noted:`, error));
}

export function keyIsMissing(): AppError {
  return refused("No API key was sent.");
}

function refused(message: string): AppError {
  return new AppError("unauthorized", message, { hint: "Send Authorization: Bearer weft_… with a key made by `weft key create`." });
}
