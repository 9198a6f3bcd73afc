import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findDocument } from "./find-document.ts";
import { upsertPin } from "./store.ts";

/** Lets test runs take `output` for a node's; the node need not be in the saved draft yet. */
export async function setPin(
  server: Pick<Server, "database">,
  access: Access,
  { id, node }: { readonly id: string; readonly node: string },
  output: unknown,
): Promise<{ node: string; pinned: true }> {
  await findDocument(server, access, id);
  await upsertPin(server.database, { workspaceId: access.workspaceId, workflowId: id, node, output });
  return { node, pinned: true };
}
