import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { recordAudit } from "./record-audit.ts";
import { updateWorkspaceName } from "./store.ts";

export async function renameWorkspace(
  server: Pick<Server, "database">,
  access: Access,
  { name }: { readonly name: string },
): Promise<{ id: string; name: string }> {
  await updateWorkspaceName(server.database, access.workspaceId, name);
  await recordAudit(server, access, { action: "workspace.renamed", target: name });
  return { id: access.workspaceId, name };
}
