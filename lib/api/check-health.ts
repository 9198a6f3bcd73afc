import { hasRunningServer, runningServer } from "../running-server.ts";
import { canQuery } from "../workspaces/store.ts";
import type { Health } from "./schemas.ts";

/** A probe that waits longer than this for the database finds it unavailable. */
const PATIENCE_MS = 3_000;

/** Whether this process can take work; never throws. */
export async function checkHealth(): Promise<Health> {
  if (!hasRunningServer()) return { status: "unavailable", database: "unavailable", world: "unavailable", queueDepth: null };
  const server = runningServer();
  const [database, engine] = await Promise.all([settle(canQuery(server.database, server.workspaceId)), settle(server.engine.health())]);
  const world = engine?.world ?? "unavailable";
  return {
    status: database && world === "ok" ? "ok" : "unavailable",
    database: database ? "ok" : "unavailable",
    world,
    queueDepth: engine?.queueDepth ?? null,
  };
}

/** The value, or undefined when it fails or takes too long. */
async function settle<T>(promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, undefined);
  });
  return Promise.race([promise.catch(() => undefined), late]).finally(() => clearTimeout(timer));
}
