import { withServer } from "../open-server.ts";
import { print } from "../print.ts";

/** `weft rebuild-projection`: makes `runs` and `run_steps` anew from the event log. */
export async function rebuildProjectionCommand(runId?: string): Promise<void> {
  const rebuilt = await withServer({ deliver: false }, ({ server }) => server.engine.rebuildProjection(runId));
  await print(`${rebuilt} run${rebuilt === 1 ? "" : "s"} rebuilt.`);
}
