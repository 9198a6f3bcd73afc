import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findRun, hasEnded } from "./find-run.ts";

/** Ends a run's sleeps before their time, or the one named. Throws `conflict` when it does not sleep. */
export async function wakeRun(
  server: Pick<Server, "database" | "engine">,
  access: Access,
  id: string,
  wait?: string,
): Promise<{ id: string; woken: number }> {
  const run = await findRun(server, access, id);
  const woken = hasEnded(run.status) ? 0 : await server.engine.wake(id, wait);
  if (woken > 0) return { id, woken };
  throw new AppError("conflict", wait === undefined ? `The run ${id} does not sleep.` : `The run ${id} is not in the sleep ${wait}.`, {
    hint: hasEnded(run.status) ? "It has ended." : "An approval's or an event's timeout is no sleep: answer it instead.",
  });
}
