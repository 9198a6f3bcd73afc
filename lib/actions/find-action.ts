import { nearestName } from "../../codegen/check/nearest-name.ts";
import type { PluginAction } from "../../plugins/kit/catalog.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { WorkspaceCatalog } from "../plugins/load-catalog.ts";
import type { Server } from "../running-server.ts";
import { workspaceCatalog } from "../services/workspace-services.ts";

/** What the caller's workspace may use. */
export function catalogOf(server: Pick<Server, "database" | "plugins">, access: Access): Promise<WorkspaceCatalog> {
  return workspaceCatalog(server.database, access.workspaceId, server.plugins);
}

/** An action by kind. Throws `not_found` with the nearest name. */
export async function findAction(server: Pick<Server, "database" | "plugins">, access: Access, kind: string): Promise<PluginAction> {
  const { actions } = await catalogOf(server, access);
  const action = actions.get(kind);
  if (action) return action;
  const nearest = nearestName(kind, actions.keys());
  throw new AppError("not_found", `There is no action "${kind}".`, {
    hint: nearest === undefined ? "GET /api/actions lists what there is." : `Did you mean "${nearest}"?`,
  });
}
