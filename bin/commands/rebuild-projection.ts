import { createPool } from "../../lib/db/index.ts";
import { rebuildProjection } from "../../lib/engine/rebuild-projection.ts";
import { print } from "../print.ts";
import { withDatabase } from "../with-database.ts";

/** `weft rebuild-projection`: makes `runs` and `run_steps` anew from the event log. */
export async function rebuildProjectionCommand(): Promise<void> {
  const rebuilt = await withDatabase(async (url) => {
    const pool = createPool(url);
    return rebuildProjection(pool).finally(() => pool.end());
  });
  await print(`${rebuilt} run${rebuilt === 1 ? "" : "s"} rebuilt.`);
}
