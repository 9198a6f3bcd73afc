import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createStepRunner } from "../steps/run-step.ts";
import type { Engine, RunChange } from "./contract.ts";
import { Store } from "./store.ts";
import { TestEngine } from "./test-engine.ts";

let test: TestEngine;
let worker: Engine;
let client: Engine;
let aborted = 0;

const steps = {
  echo: (input: unknown) => input,
  slow: async (input: unknown) => {
    await sleep(40);
    return input;
  },
  hang: (_input: unknown, context: { signal: AbortSignal }) =>
    new Promise((_, reject) => context.signal.addEventListener("abort", () => (aborted++, reject(new Error("aborted"))))),
};

beforeAll(async () => {
  test = await TestEngine.create();
  worker = await test.engine(steps);
  client = await test.engine({}, { deliver: false });
});

afterAll(() => test.close());

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await condition()) return;
    await sleep(20);
  }
  throw new Error("It did not happen.");
}

const hookOf = async (runId: string) =>
  (await test.rows<{ token: string }>("select token from workflow_hooks where run_id = $1 and status = 'waiting'", [runId]))[0];

describe("a process that leaves the work to others", () => {
  it("starts a run elsewhere and hears of its end at once", async () => {
    const version = await test.publish({ body: "return await slow$step(5);", steps: ["slow"] });
    await test.start(client, version);
    const started = Date.now();
    const { runId } = await test.start(client, version);
    const changes: RunChange[] = [];
    client.subscribe(runId, (change) => changes.push(change));
    expect(await client.waitForEnd(runId, 5_000)).toMatchObject({ status: "completed", result: 5 });
    expect(Date.now() - started).toBeLessThan(700);
    expect(changes.at(-1)).toEqual({ runId, status: "completed" });
  });

  it("answers a wait that another process goes on from", async () => {
    const { runId } = await test.start(
      client,
      await test.publish({
        body: 'const x: any = await createHook({ metadata: { node: "w" } }); return [x.n, await echo$step(2)];',
        steps: ["echo"],
      }),
    );
    await until(async () => (await hookOf(runId)) !== undefined);
    await client.answer((await hookOf(runId))?.token ?? "", { n: 1 });
    expect(await client.waitForEnd(runId, 5_000)).toMatchObject({ result: [1, 2] });
  });

  it("answers a wait while other branches of the run are busy", async () => {
    const body = `return await Promise.all([
      (async () => { let s = 0; for (let i = 0; i < 4; i++) s += await createHook<any>({ metadata: { node: "w" } }); return s; })(),
      (async () => { let s: any = 0; for (let i = 0; i < 12; i++) { s += await echo$step(1); if (i % 3 === 0) await sleep("5ms"); } return s; })()]);`;
    const version = await test.publish({ body, steps: ["echo"] });
    const starts = await Promise.all(Array.from({ length: 30 }, () => test.start(client, version)));
    const open = new Set(starts.map(({ runId }) => runId));
    const ends = Promise.all(starts.map(({ runId }) => client.waitForEnd(runId, 15_000).finally(() => open.delete(runId))));
    while (open.size > 0) {
      const waits = await test.rows<{ token: string }>("select token from workflow_hooks where status = 'waiting' and node = 'w'");
      await Promise.all(waits.map(({ token }) => client.answer(token, 1).catch(() => {})));
    }
    expect((await ends).map((ended) => ended?.result)).toEqual(Array.from({ length: 30 }, () => [4, 12]));
  });

  it("cancels a run in another process, whose step is aborted", async () => {
    const { runId } = await test.start(
      client,
      await test.publish({ body: "await hang$step(1); await echo$step(2);", steps: ["hang", "echo"] }),
    );
    await until(async () => (await test.rows("select 1 from run_steps where run_id = $1 and status = 'running'", [runId])).length > 0);
    const before = aborted;
    await client.cancel(runId);
    await until(async () => aborted === before + 1);
    expect(await test.rows("select status from run_steps where run_id = $1", [runId])).toEqual([{ status: "cancelled" }]);
    await expect(client.waitForEnd(runId, 100)).resolves.toMatchObject({ status: "cancelled" });
  });
});

it("hands a stopped worker's runs to the next one", async () => {
  const leaving = await test.engine({ slow: async () => sleep(60_000) }, { concurrency: 50 });
  const { runId } = await test.start(leaving, await test.publish({ body: "return await slow$step('here');", steps: ["slow"] }));
  await leaving.stop(100);
  expect(await worker.waitForEnd(runId, 5_000)).toMatchObject({ status: "completed", result: "here" });
});

it("takes up a run that the database gave to a worker without its knowing", async () => {
  const { runId } = await test.start(client, await test.publish({ body: 'await sleep("1h"); return 1;' }));
  await until(async () => (await test.rows("select 1 from runs where id = $1 and status = 'waiting'", [runId])).length > 0);
  await test.pool.query(
    "update runs set owner = (select min(objid::int) from pg_locks where locktype = 'advisory' and objsubid = 2 and database = (select oid from pg_database where datname = current_database())), wake_at = null where id = $1",
    [runId],
  );
  await until(
    async () => (await test.rows("select 1 from runs where id = $1 and owner is null and status = 'waiting'", [runId])).length > 0,
  );
  expect(await test.rows("select wake_at is not null as wakes from runs where id = $1", [runId])).toEqual([{ wakes: true }]);
  await client.cancel(runId);
});

it("writes a step's outcome only behind what its writer has read", async () => {
  const { runId } = await test.start(client, await test.publish({ body: "return await hang$step(1);", steps: ["hang"] }));
  await until(async () => (await test.rows("select 1 from run_steps where run_id = $1 and status = 'running'", [runId])).length > 0);
  const store = new Store(test.pool);
  const owner = (await store.findRun(runId))?.owner ?? 0;
  const at = new Date();
  const event = { type: "weft_step", correlationId: "late", data: { node: "hang", attempt: 1 }, createdAt: at };
  const change = {
    stepId: "late",
    node: "hang",
    status: "completed",
    attempt: 1,
    createdAt: at,
    startedAt: at,
    completedAt: at,
    event,
  } as const;
  const late = { ...change, input: undefined, error: undefined, retryAfter: undefined };
  expect(await store.commitSteps(runId, owner, 1, [late], at)).toBe(undefined);
  expect(await store.commitSteps(runId, owner, 2, [late], at)).toBe(3);
  expect(await store.commitSteps(runId, owner, 2, [late], at)).toBe(undefined);
  await client.cancel(runId);
});

it("reads a log that holds a step's outcome twice by the first", async () => {
  const { runId } = await test.start(
    client,
    await test.publish({
      body: 'const a = await echo$step("first"); const x: any = await createHook({ metadata: { node: "w" } }); return [a, x.n, await echo$step(2)];',
      steps: ["echo"],
    }),
  );
  await until(async () => (await test.rows("select 1 from runs where id = $1 and status = 'waiting'", [runId])).length > 0);
  await test.rows(
    `with r as (update runs set last_seq = last_seq + 1 where id = $1 returning last_seq)
     insert into workflow_events (run_id, seq, type, correlation_id, data, input, payload, spec_version, created_at)
     select run_id, r.last_seq, type, correlation_id, data, input, payload, spec_version, created_at from workflow_events, r where run_id = $1 and type = 'weft_step'`,
    [runId],
  );
  await client.answer((await hookOf(runId))?.token ?? "", { n: 1 });
  expect(await client.waitForEnd(runId, 5_000)).toMatchObject({ status: "completed", result: ["first", 1, 2] });
});

it("comes through the loss of every connection to the database, again and again", async () => {
  const version = await test.publish({
    body: `let s = 0; for (let i = 0; i < 15; i++) s += await slow$step(i); await sleep("100ms"); return s + (await Promise.all([1, 2, 3].map((n) => slow$step(n)))).length;`,
    steps: ["slow"],
  });
  const starts = await Promise.all(Array.from({ length: 10 }, () => test.start(worker, version)));
  for (let cut = 0; cut < 5; cut++) {
    await sleep(150);
    await test.rows(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
  }
  await until(
    async () =>
      (await test.rows("select 1 from runs where id = any($1) and status <> 'completed'", [starts.map(({ runId }) => runId)])).length === 0,
  );
  const results = await test.rows<{ result: number }>("select result from runs where id = any($1)", [starts.map(({ runId }) => runId)]);
  expect(results.map(({ result }) => result)).toEqual(Array.from({ length: 10 }, () => 108));
  const doubled = await test.rows(
    "select run_id, correlation_id from workflow_events where type = 'weft_step' and run_id = any($1) group by 1, 2 having count(*) > 1",
    [starts.map(({ runId }) => runId)],
  );
  expect(doubled).toEqual([]);
}, 40_000);

it("tells an approval's address about it once, with links that answer", async () => {
  const posts: { key: string | undefined; body: Record<string, string> }[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      posts.push({ key: request.headers["idempotency-key"]?.toString(), body: JSON.parse(text) as Record<string, string> });
      response.end("{}");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const pair = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const other = await TestEngine.create();
  process.env["WEFT_ALLOWED_PRIVATE_HOSTS"] = pair;
  try {
    const engine = await other.engine(createStepRunner(), { publicUrl: "http://weft.example" });
    const body = `await createHook<Approval>({ metadata: { node: "ok", message: "Ship?", notify: "http://${pair}/hook" } });`;
    const { runId } = await other.start(engine, await other.publish({ body, nodes: { ok: { kind: "control.approval", label: "" } } }));
    await until(async () => posts.length > 0);
    await sleep(2_200);
    const [hook] = await other.rows<{ token: string; hook_id: string }>("select token, hook_id from workflow_hooks");
    const url = `http://weft.example/api/hooks/${hook?.token ?? ""}`;
    expect(posts).toEqual([
      {
        key: `${runId}_notify_${hook?.hook_id ?? ""}`,
        body: { run: runId, node: "ok", message: "Ship?", url, approve: `${url}?approved=true`, reject: `${url}?approved=false` },
      },
    ]);
  } finally {
    delete process.env["WEFT_ALLOWED_PRIVATE_HOSTS"];
    await other.close();
    server.close();
  }
});

it("stops at once although its runs go on from step to step, pause before another attempt, or run long steps", async () => {
  const own = await TestEngine.create();
  try {
    const keys: string[] = [];
    const slowly = async (input: unknown, context: { idempotencyKey: string; attempt: number }) => {
      keys.push(context.idempotencyKey);
      await sleep(30);
      if (input === "again" && context.attempt === 1) throw new Error("busy");
      return input;
    };
    const first = await own.engine({ slowly, ...steps });
    const version = await own.publish({
      body: 'const again = slowly$step("again"); let sum = 0; for (let i = 1; i <= 40; i++) sum += await slowly$step(i); return [sum, await again, input ? await hang$step(1) : 0];',
      steps: ["slowly", "hang"],
    });
    const runs = await Promise.all([1, 2, 3].map(() => own.start(first, version)));
    const stuck = await own.start(first, await own.publish({ body: "return await hang$step(1);", steps: ["hang"] }));
    await sleep(200);
    const asked = performance.now();
    await first.stop(500);
    expect(performance.now() - asked).toBeLessThan(1_500);
    expect(await own.rows("select status, owner from runs group by 1, 2")).toEqual([{ status: "pending", owner: null }]);
    const second = await own.engine({ slowly, hang: () => "done" });
    const ends = await Promise.all([...runs, stuck].map(({ runId }) => second.waitForEnd(runId, 15_000)));
    expect(ends.map((ended) => ended?.result)).toEqual([...runs.map(() => [820, "again", 0]), "done"]);
    expect(keys.length).toBeLessThanOrEqual(3 * 42 + 6);
  } finally {
    await own.close();
  }
});
