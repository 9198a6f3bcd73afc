import { eq } from "drizzle-orm";
import type { Database } from "../db/index.ts";
import { workspaces } from "../db/schema/index.ts";

/** True when the database answers and holds the workspace: it is up, and migrated. */
export async function canQuery(database: Database, workspaceId: string): Promise<boolean> {
  const rows = await database.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId));
  return rows.length === 1;
}
