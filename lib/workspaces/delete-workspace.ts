import { DEFAULT_WORKSPACE_ID } from "./default-workspace.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { countActiveRuns, deleteWorkspaceRow, findWorkspaceName } from "./store.ts";

/** Deletes a workspace with its workflows, runs, connections and keys. Throws `conflict` when `name` is not its name, or something still runs. */
export async function deleteWorkspace(
  server: Pick<Server, "database">,
  access: Access,
  { name }: { readonly name: string },
): Promise<{ id: string; deleted: true }> {
  const { workspaceId } = access;
  if (workspaceId === DEFAULT_WORKSPACE_ID) {
    throw new AppError("conflict", "The default workspace stays: the command line works in it.", { hint: "Delete what is in it instead." });
  }
  const found = await findWorkspaceName(server.database, workspaceId);
  if (name !== found) {
    throw new AppError("conflict", `The workspace is not called ${JSON.stringify(name)}.`, {
      hint: `Its name is ${JSON.stringify(found)}.`,
    });
  }
  const active = await countActiveRuns(server.database, workspaceId);
  if (active > 0) {
    throw new AppError("conflict", `${active === 1 ? "A run is" : `${active} runs are`} still going in ${name}.`, {
      hint: "Cancel them, or wait until they have ended.",
    });
  }
  await deleteWorkspaceRow(server.database, workspaceId);
  return { id: workspaceId, deleted: true };
}
