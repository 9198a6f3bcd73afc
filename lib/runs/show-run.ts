import type { RunDetails } from "../api/schemas.ts";
import type { Access } from "../keys/access.ts";
import { reaches } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { runNotFound } from "./find-run.ts";
import type { UrlOf } from "./present.ts";
import { presentRunDetails } from "./present.ts";
import { findFullRunRow, selectOpenWaits, selectSteps } from "./store.ts";

/** Everything about one run: status, steps with their inputs and outputs, open waits, result. */
export async function showRun(server: Pick<Server, "database" | "engine">, access: Access, id: string, url: UrlOf): Promise<RunDetails> {
  const run = await findFullRunRow(server.database, access.workspaceId, id);
  if (!run || !reaches(access, run.workflowId)) throw runNotFound(id);
  const [steps, waits, values] = await Promise.all([
    selectSteps(server.database, id),
    selectOpenWaits(server.database, id),
    server.engine.readSteps(id),
  ]);
  return presentRunDetails(run, steps, values, waits, access.permissions.has("run"), url);
}
