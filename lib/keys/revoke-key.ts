import { AppError } from "../errors.ts";
import type { Server } from "../running-server.ts";
import { recordAudit } from "../workspaces/record-audit.ts";
import type { Access } from "./access.ts";
import { markRevoked } from "./store.ts";

/** Stops a key at once and for good; throws `not_found` when there is none that still works. */
export async function revokeKey(server: Pick<Server, "database">, access: Access, id: string): Promise<{ id: string; revoked: true }> {
  const name = await markRevoked(server.database, access.workspaceId, id);
  if (name !== undefined) {
    await recordAudit(server, access, { action: "key.revoked", target: name, details: { id } });
    return { id, revoked: true };
  }
  throw new AppError("not_found", `No key ${id} that still works.`, { hint: "GET /api/keys lists them." });
}
