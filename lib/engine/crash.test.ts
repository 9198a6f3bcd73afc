import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, expect, it } from "vitest";

import type { Engine } from "./contract.ts";
import { TestEngine } from "./test-engine.ts";

/** `npm test` takes a sample; WEFT_CRASH_RUNS=200 the long way. */
const RUNS = Number(process.env["WEFT_CRASH_RUNS"] ?? 40);
const WORKER = fileURLToPath(new URL("./crash-worker.ts", import.meta.url));

let test: TestEngine;
let client: Engine;

beforeAll(async () => {
  test = await TestEngine.create();
  await test.pool.query("create table effects (key text primary key, run_id text not null, times int not null default 1)");
  client = await test.engine({}, { deliver: false });
});

afterAll(() => test.close());

const node = process.execPath;

async function startWorker(): Promise<{ kill(): Promise<void> }> {
  const child = fork(WORKER, [test.database.url], { execPath: node, execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  await Promise.race([once(child, "message"), once(child, "exit")]);
  return {
    kill: async () => {
      const exited = once(child, "exit");
      child.kill("SIGKILL");
      await exited;
    },
  };
}

it(
  `loses no run of ${RUNS} and ends each with the right result when workers are killed at random`,
  async () => {
    await test.publish({ name: "child", body: "return (await other$step(input.n)) + 1;", steps: ["other"] });
    const body = `
      const a = await effect$step(1);
      const [b, c] = await Promise.all([effect$step(2), (async () => { const x = await other$step(3); await sleep("120ms"); return x + await flaky$step(1); })()]);
      let s = 0; for (let i = 0; i < 5; i++) s += await effect$step(i);
      const d = await call$child({ n: 10 });
      const answer = await createHook({ metadata: { node: "ask" } });
      return [a, b, c, s, d, answer, await other$step(9)];`;
    const version = await test.publish({
      body,
      steps: ["effect", "other", "flaky", { node: "call", kind: "child", workflow: "child" }],
      nodes: { ask: { kind: "control.waitForEvent", label: "" } },
    });
    let worker = await startWorker();
    const starts = await Promise.all(Array.from({ length: RUNS }, () => test.start(client, version, null)));
    const left = async () =>
      Number(
        (
          await test.rows<{ count: string }>(
            "select count(*) from runs where trigger <> 'child' and status not in ('completed', 'failed', 'cancelled')",
          )
        )[0]?.count,
      );
    const progress = async () => Number((await test.rows<{ count: string }>("select count(*) from workflow_events"))[0]?.count);
    let kills = 0;
    let before = await progress();
    const deadline = Date.now() + 40_000 + RUNS * 500;
    while ((await left()) > 0 && Date.now() < deadline) {
      for (const { token } of await test.rows<{ token: string }>(
        "select token from workflow_hooks where status = 'waiting' and kind = 'event'",
      ))
        await client.answer(token, { yes: true });
      await sleep(30 + Math.random() * 400);
      if (kills >= Math.max(15, RUNS / 2)) continue;
      // Deaths before anything got anywhere are held against the runs that were taken up, and a busy machine takes its time.
      if ((await progress()) < before + RUNS) continue;
      kills++;
      await worker.kill();
      before = await progress();
      worker = await startWorker();
    }
    await worker.kill();

    const runs = await test.rows<{ id: string; status: string; result: unknown; error: unknown }>(
      "select id, status, result, error from runs where trigger <> 'child'",
    );
    expect(runs.filter(({ status }) => status !== "completed").map(({ status, error }) => ({ status, error }))).toEqual([]);
    expect(runs).toHaveLength(starts.length);
    expect(new Set(runs.map(({ result }) => JSON.stringify(result)))).toEqual(
      new Set([JSON.stringify([1, 2, 4, 10, 11, { yes: true }, 9])]),
    );
    // Each of a run's ten calls of its own left its mark under a key of its own; none more, however often it was repeated.
    const marks = await test.rows<{ count: number }>(
      "select count(*)::int count from effects e join runs r on r.id = e.run_id where r.trigger <> 'child' group by run_id",
    );
    expect(new Set(marks.map(({ count }) => count))).toEqual(new Set([10]));
    expect(kills).toBeGreaterThan(5);
  },
  60_000 + RUNS * 1_000,
);

it("has an interrupted run moving again within five seconds of a restart", async () => {
  const version = await test.publish({ body: "for (let i = 0; i < 40; i++) await effect$step(i); return 'done';", steps: ["effect"] });
  const worker = await startWorker();
  const { runId } = await test.start(client, version, null);
  await sleep(600);
  await worker.kill();
  const before = (await test.rows("select 1 from run_steps where run_id = $1 and status = 'completed'", [runId])).length;
  expect(before).toBeGreaterThan(0);
  const restarted = Date.now();
  const second = await startWorker();
  while (
    (await test.rows("select 1 from run_steps where run_id = $1 and status = 'completed'", [runId])).length <= before &&
    Date.now() - restarted < 10_000
  )
    await sleep(20);
  expect(Date.now() - restarted).toBeLessThan(5_000);
  expect(await client.waitForEnd(runId, 15_000)).toMatchObject({ status: "completed", result: "done" });
  await second.kill();
});

it("repeats a run from its failure with nothing done twice, although workers are killed on the way", async () => {
  const body = `
    let s = 0;
    for (let i = 0; i < 12; i++) s += await effect$step(i);
    await nap$sleep("1ms");
    await gate$step(0);
    for (let i = 0; i < 12; i++) s += await other$step(i);
    return s;`;
  const kinds = { effect: "action", gate: "action", other: "action", nap: "control.sleep" };
  const version = await test.publish({
    body,
    steps: ["effect", "gate", "other"],
    nodes: Object.fromEntries(Object.entries(kinds).map(([id, kind]) => [id, { kind, label: "" }])),
  });
  let worker = await startWorker();
  const { runId: of } = await test.start(client, version, null);
  expect(await client.waitForEnd(of, 20_000)).toMatchObject({ status: "failed" });
  await test.pool.query("insert into effects (key, run_id) values ('gate', '')");
  await worker.kill();
  const { runId } = await test.start(client, version, null, { rerun: { of, from: "failed" } });
  const steps = async () => (await test.rows("select from run_steps where run_id = $1 and status = 'completed'", [runId])).length;
  // Killed while it takes over, while the gate opens, and between its own steps.
  for (const least of [1, 10, 15, 20]) {
    worker = await startWorker();
    while ((await steps()) < least) await sleep(5);
    await worker.kill();
  }
  worker = await startWorker();
  expect(await client.waitForEnd(runId, 20_000)).toMatchObject({ status: "completed", result: 132 });
  await worker.kill();
  const log = await test.rows<{ node: string; reused: boolean; count: number }>(
    `select data->>'node' node, data->>'reused' is not null reused, count(*)::int count from workflow_events
     where run_id = $1 and type = 'weft_step' group by 1, 2 order by 1`,
    [runId],
  );
  expect(log).toEqual([
    { node: "effect", reused: true, count: 12 },
    { node: "gate", reused: false, count: 1 },
    { node: "other", reused: false, count: 12 },
  ]);
  // Of its own the repeated run has left the marks of what it did, under keys of its own; those of the first run were left once.
  const marks = await test.rows<{ run: string; count: number }>(
    "select run_id run, count(*)::int count from effects where run_id in ($1, $2) group by run_id",
    [of, runId],
  );
  expect(new Map(marks.map(({ run, count }) => [run, count]))).toEqual(
    new Map([
      [of, 12],
      [runId, 13],
    ]),
  );
}, 120_000);
