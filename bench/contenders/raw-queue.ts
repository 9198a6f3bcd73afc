import { createRequire } from "node:module";

import { Pool } from "pg";

import { runMany, serveContender } from "../serve-contender.ts";

/** As much of Graphile Worker as is used; it comes with the Workflow SDK's Postgres world. */
interface GraphileWorker {
  run(options: {
    pgPool: Pool;
    concurrency: number;
    pollInterval: number;
    noHandleSignals: boolean;
    taskList: Readonly<Record<string, (payload: { key: number }) => Promise<void>>>;
  }): Promise<{ addJob(task: string, payload: { key: number }): Promise<unknown>; stop(): Promise<void> }>;
}

const world = createRequire(import.meta.url).resolve("@workflow/world-postgres");
const { run } = createRequire(world)("graphile-worker") as GraphileWorker;

// The floor: one durable commit a step, by a bare driver; and one job a step, by the queue that the SDK's own Postgres world uses.
const pool = new Pool({ connectionString: process.env["DATABASE_URL"], max: 10 });
pool.on("error", () => {});
pool.on("connect", (client) => client.on("error", () => {}));
await pool.query("create table steps (run int not null, step int not null, output json, primary key (run, step))");
const waiting = new Map<number, () => void>();
const runner = await run({
  pgPool: pool,
  concurrency: 10,
  pollInterval: 1_000,
  noHandleSignals: true,
  taskList: { step: async (payload) => waiting.get(payload.key)?.() },
});
let runs = 0;

async function commits(steps: number): Promise<void> {
  const id = ++runs;
  for (let step = 0; step < steps; step++) {
    await pool.query({ name: "step", text: "insert into steps (run, step, output) values ($1, $2, $3)", values: [id, step, "1"] });
  }
}

async function jobs(steps: number): Promise<void> {
  for (let step = 0; step < steps; step++) {
    const key = ++runs;
    const done = new Promise<void>((resolve) => waiting.set(key, resolve));
    await runner.addJob("step", { key });
    await done;
    waiting.delete(key);
  }
}

serveContender(
  {
    commits: ({ steps, total, concurrency }) => runMany(total, concurrency, () => commits(steps)),
    jobs: ({ steps, total, concurrency }) => runMany(total, concurrency, () => jobs(steps)),
  },
  async () => {
    await runner.stop();
    await pool.end();
  },
);
