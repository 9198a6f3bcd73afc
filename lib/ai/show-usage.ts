import type { AiUsagePage } from "../api/ai-schemas.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { startOfDay } from "./budget.ts";
import { selectUseByDay, selectUseByTask } from "./store.ts";

const DAY_MS = 86_400_000;

/** What was used on the last so many days, today included, by day and by task. */
export async function showAiUsage(server: Pick<Server, "database">, access: Access, { days }: { days: number }): Promise<AiUsagePage> {
  const since = new Date(startOfDay(new Date()).getTime() - (days - 1) * DAY_MS);
  const [byDay, byTask] = await Promise.all([
    selectUseByDay(server.database, access.workspaceId, since),
    selectUseByTask(server.database, access.workspaceId, since),
  ]);
  return { days: byDay, tasks: byTask };
}
