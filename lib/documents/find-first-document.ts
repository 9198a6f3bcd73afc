import type { Server } from "../running-server.ts";
import { selectFirstDocument } from "./store.ts";

/** The id of the workflow that a guest is shown first: what was edited last, or else the first example; undefined in an empty workspace. */
export async function findFirstDocument(server: Pick<Server, "databaseFor">, workspaceId: string): Promise<string | undefined> {
  return selectFirstDocument(server.databaseFor(workspaceId), workspaceId);
}
