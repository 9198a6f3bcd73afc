/** A worker process for the crash tests: `node crash-worker.ts <database url>` runs until it is killed. */
import { setTimeout as sleep } from "node:timers/promises";

import { Pool } from "pg";

import { startEngine } from "./start-engine.ts";
import { runnerOf } from "./test-engine.ts";

const url = process.argv[2] ?? "";
const pool = new Pool({ connectionString: url, max: 4 });

/** Leaves a mark under its idempotency key before and after it takes its time, as a provider would. */
const effect = async (input: unknown, context: { idempotencyKey: string; runId: string }): Promise<unknown> => {
  await sleep(Math.random() * 25);
  await pool.query("insert into effects (key, run_id) values ($1, $2) on conflict (key) do update set times = effects.times + 1", [
    context.idempotencyKey,
    context.runId,
  ]);
  await sleep(Math.random() * 25);
  return input;
};

await startEngine({
  databaseUrl: url,
  stepRunner: runnerOf({
    effect,
    other: effect,
    // Fails for good until a test lets it through.
    gate: async (input, context) => {
      const open = await pool.query("select from effects where key = 'gate'");
      if (open.rows.length === 0) throw Object.assign(new Error("shut"), { name: "FatalError" });
      return effect(input, context);
    },
    flaky: async (input, context) => {
      if (context.attempt === 1) throw Object.assign(new Error("busy"), { name: "RetryableError", retryAfter: new Date(Date.now() + 20) });
      return effect(input, context);
    },
  }),
});
process.send?.("ready");
