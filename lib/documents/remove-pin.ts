import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findDocument } from "./find-document.ts";
import { deletePin } from "./store.ts";

/** Lets test runs run the node again; of one that is not pinned, says the same. */
export async function removePin(
  server: Pick<Server, "database">,
  access: Access,
  { id, node }: { readonly id: string; readonly node: string },
): Promise<{ node: string; pinned: false }> {
  await findDocument(server, access, id);
  await deletePin(server.database, access.workspaceId, id, node);
  return { node, pinned: false };
}
