import type { RunDetails } from "../api/schemas.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findRun, hasEnded } from "./find-run.ts";
import type { UrlOf } from "./present.ts";
import { showRun } from "./show-run.ts";

/** Cancels a run; throws `conflict` when it has ended otherwise. Cancelling twice is the same as once. */
export async function cancelRun(server: Pick<Server, "database" | "engine">, access: Access, id: string, url: UrlOf): Promise<RunDetails> {
  const run = await findRun(server, access, id);
  if (run.status === "completed" || run.status === "failed") {
    throw new AppError("conflict", `The run ${id} has ended: it ${run.status}.`, { hint: "There is nothing left to cancel." });
  }
  if (!hasEnded(run.status)) await server.engine.cancel(id);
  return showRun(server, access, id, url);
}
