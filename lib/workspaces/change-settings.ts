import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findSettings, saveSettings } from "./store.ts";
import type { WorkspaceSettings } from "./workspace-settings.ts";

/** All settings of the caller's workspace. */
export async function showSettings(server: Pick<Server, "database">, access: Access): Promise<WorkspaceSettings> {
  return findSettings(server.database, access.workspaceId);
}

/** Changes those settings that are given. */
export async function changeSettings(
  server: Pick<Server, "database">,
  access: Access,
  changes: Partial<WorkspaceSettings>,
): Promise<WorkspaceSettings> {
  return saveSettings(server.database, access.workspaceId, changes);
}
