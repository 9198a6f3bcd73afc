import { AppError } from "../errors.ts";
import type { Server } from "../running-server.ts";
import type { Access } from "./access.ts";
import { markRevoked } from "./store.ts";

/** Stops a key at once and for good. */
export async function revokeKey(server: Pick<Server, "database">, access: Access, id: string): Promise<void> {
  if (await markRevoked(server.database, access.workspaceId, id)) return;
  throw new AppError("not_found", `No key ${id} that still works.`, { hint: "List them: weft key list." });
}
