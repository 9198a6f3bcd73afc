import { eq, sql } from "drizzle-orm";
import type { Database } from "../db/index.ts";
import { workspaces } from "../db/schema/index.ts";
import type { WorkspaceSettings } from "./workspace-settings.ts";
import { workspaceSettingsSchema } from "./workspace-settings.ts";

/** True when the database answers and holds the workspace: it is up, and migrated. */
export async function canQuery(database: Database, workspaceId: string): Promise<boolean> {
  const rows = await database.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId));
  return rows.length === 1;
}

/** What a workspace has chosen; throws when it does not exist. */
export async function findSettings(database: Database, workspaceId: string): Promise<WorkspaceSettings> {
  const [row] = await database.select({ settings: workspaces.settings }).from(workspaces).where(eq(workspaces.id, workspaceId));
  return workspaceSettingsSchema.parse(row?.settings);
}

/** Changes those settings that are given, in one step, and gives all. */
export async function saveSettings(
  database: Database,
  workspaceId: string,
  changes: Partial<WorkspaceSettings>,
): Promise<WorkspaceSettings> {
  const [row] = await database
    .update(workspaces)
    .set({ settings: sql`(${workspaces.settings}::jsonb || ${JSON.stringify(changes)}::jsonb)::json` })
    .where(eq(workspaces.id, workspaceId))
    .returning({ settings: workspaces.settings });
  return workspaceSettingsSchema.parse(row?.settings);
}
