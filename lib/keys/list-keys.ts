import type { Server } from "../running-server.ts";
import type { Access } from "./access.ts";
import type { KeyRow } from "./store.ts";
import { selectKeys } from "./store.ts";

/** The workspace's keys, newest first: what a person recognises them by, never a hash. */
export async function listKeys(server: Pick<Server, "database">, access: Access): Promise<Omit<KeyRow, "hash">[]> {
  const keys = await selectKeys(server.database, access.workspaceId);
  return keys.map(({ hash: _, ...key }) => key);
}
