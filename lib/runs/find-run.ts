import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import { reaches } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import type { RunRow } from "./store.ts";
import { findRunRow } from "./store.ts";

/** A run the caller reaches. One of another workspace or workflow does not exist for them: `not_found`, never `forbidden`. */
export async function findRun(server: Pick<Server, "database">, access: Access, id: string): Promise<RunRow> {
  const run = await findRunRow(server.database, access.workspaceId, id);
  if (run && reaches(access, run.workflowId)) return run;
  throw runNotFound(id);
}

export function runNotFound(id: string): AppError {
  return new AppError("not_found", `No run ${id}.`, {
    hint: "List runs with GET /api/runs; a key sees the runs of its own workflows only.",
  });
}

/** True when nothing more will happen to a run of this status. */
export function hasEnded(status: RunRow["status"]): boolean {
  return status === "completed" || status === "failed" || status === "cancelled";
}
