import { selectAliases } from "../connections/store.ts";
import type { CompileContext, Server } from "../running-server.ts";
import { workspaceCatalog } from "../services/workspace-services.ts";
import { variableKinds } from "../variables/variable-kinds.ts";
import { findSettings } from "../workspaces/store.ts";
import { selectCallableNames } from "./store.ts";

/** Everything of a workspace that its graphs may name, and how strictly they are looked at. */
export async function findCompileContext(
  server: Pick<Server, "database" | "plugins">,
  workspaceId: string,
): Promise<Required<CompileContext>> {
  const { database } = server;
  const [workflows, connections, variables, { looseData }, catalog] = await Promise.all([
    selectCallableNames(database, workspaceId),
    selectAliases(database, workspaceId),
    variableKinds(server, workspaceId),
    findSettings(database, workspaceId),
    workspaceCatalog(database, workspaceId, server.plugins),
  ]);
  return { workflows, connections, variables, looseData, catalog };
}
