import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { noService } from "./show-service.ts";
import { deleteService, findService, selectUses } from "./store.ts";

/** Removes a stored service. Throws `conflict`, naming workflows and nodes, while a live workflow uses it. */
export async function removeService(
  server: Pick<Server, "database">,
  access: Access,
  name: string,
): Promise<{ name: string; removed: true }> {
  if (!(await findService(server.database, access.workspaceId, name))) throw noService(name);
  const uses = await selectUses(server.database, access.workspaceId, name);
  if (uses.length > 0) {
    const named = uses.slice(0, 5).map(({ workflow, nodes }) => `${workflow} (${nodes.join(", ")})`);
    throw new AppError("conflict", `${name} is used by ${named.join(", ")}${uses.length > 5 ? ` and ${uses.length - 5} more` : ""}.`, {
      hint: "Publish those workflows without it first.",
      details: { uses },
    });
  }
  await deleteService(server.database, access.workspaceId, name);
  return { name, removed: true };
}
