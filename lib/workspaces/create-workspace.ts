import type { WorkspaceSummary } from "../api/workspace-schemas.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import { personOf } from "../keys/access.ts";
import { newId } from "../new-id.ts";
import type { Server } from "../running-server.ts";
import { recordAudit } from "./record-audit.ts";
import { insertWorkspace, selectWorkspacesOf } from "./store.ts";

/** So that nobody fills the server with empty ones. */
const MOST_OWNED = 50;

/** Makes an empty workspace that the person owns. */
export async function createWorkspace(
  server: Pick<Server, "system" | "databaseFor">,
  access: Access,
  { name }: { readonly name: string },
): Promise<WorkspaceSummary> {
  const userId = personOf(access);
  const owned = (await selectWorkspacesOf(server.system, userId)).filter(({ role }) => role === "owner");
  if (owned.length >= MOST_OWNED) {
    throw new AppError("conflict", `You own ${owned.length} workspaces, which is as many as one person may.`, {
      hint: "Delete one first.",
    });
  }
  const id = newId("wsp");
  await insertWorkspace(server.system, { id, name }, userId);
  await recordAudit({ database: server.databaseFor(id) }, { ...access, workspaceId: id }, { action: "workspace.created", target: name });
  return { id, name, role: "owner" };
}
