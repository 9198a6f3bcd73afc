import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Engine } from "./contract.ts";
import { TestEngine } from "./test-engine.ts";

let test: TestEngine;
let engine: Engine;
let hanging = true;
const keys: string[] = [];

const steps = {
  echo: async (input: unknown) => {
    await sleep(300);
    return input;
  },
  hang: async (input: unknown, context: { idempotencyKey: string }) => {
    keys.push(context.idempotencyKey);
    if (hanging) await sleep(60_000, undefined, { ref: false });
    return input;
  },
};

beforeAll(async () => {
  test = await TestEngine.create();
  engine = await test.engine(steps, { onDemand: true });
});
afterAll(() => test.close());

const within = (ms: number, lookAheadMs = 0) => ({ untilMs: Date.now() + ms, lookAheadMs });
const runOf = async (runId: string) =>
  (await test.rows<{ status: string; owner: number | null }>("select status, owner from runs where id = $1", [runId]))[0];
/** The locks by which workers are known to live. */
const locks = async () =>
  (
    await test.rows(
      "select 1 from pg_locks where locktype = 'advisory' and objsubid = 2 and database = (select oid from pg_database where datname = current_database())",
    )
  ).length;

it("leaves work alone while no request is there, though it was woken for it", async () => {
  const version = await test.publish({ body: "return await echo$step(1);", steps: ["echo"] });
  const { runId } = await test.start(engine, version);
  await sleep(1_500);
  expect([await runOf(runId), await locks()]).toEqual([{ status: "pending", owner: null }, 0]);
  expect(await engine.health()).toEqual({ world: "ok", queueDepth: 1 });
  await engine.attend()(within(10_000));
  expect([await runOf(runId), await locks()]).toEqual([{ status: "completed", owner: null }, 0]);
});

it("finishes after the answer what a request has started", async () => {
  const leave = engine.attend();
  await expect.poll(locks).toBe(1);
  const version = await test.publish({ body: "return await echo$step(await echo$step(2));", steps: ["echo"] });
  const { runId } = await test.start(engine, version);
  expect(await runOf(runId)).toMatchObject({ status: "running", owner: expect.any(Number) });
  await leave(within(10_000));
  expect([await runOf(runId), await locks()]).toEqual([{ status: "completed", owner: null }, 0]);
});

it("gives back in time what is not done, to be carried on by another request", async () => {
  const leave = engine.attend();
  await expect.poll(locks).toBe(1);
  const version = await test.publish({ body: "return await hang$step(3);", steps: ["hang"] });
  const { runId } = await test.start(engine, version);
  await expect.poll(() => keys.length).toBe(1);
  await leave(within(200));
  expect([await runOf(runId), await locks()]).toEqual([{ status: "pending", owner: null }, 0]);
  hanging = false;
  await engine.attend()(within(10_000));
  expect(await runOf(runId)).toEqual({ status: "completed", owner: null });
  expect(keys).toEqual([keys[0], keys[0]]);
});

it("goes to rest over a sleep, and stays for one that ends before the scheduler comes again", async () => {
  const version = await test.publish({ body: "await sleep('4s'); return await echo$step(4);", steps: ["echo"] });
  const leave = engine.attend();
  const { runId } = await test.start(engine, version);
  await leave(within(10_000));
  expect([await runOf(runId), await locks()]).toEqual([{ status: "waiting", owner: null }, 0]);
  const start = Date.now();
  await engine.attend()(within(20_000, 60_000));
  expect(await runOf(runId)).toEqual({ status: "completed", owner: null });
  expect(Date.now() - start).toBeLessThan(10_000);
});

it("rests only when the last of several requests has", async () => {
  const version = await test.publish({ body: "return await echo$step(5);", steps: ["echo"] });
  const [long, short] = [engine.attend(), engine.attend()];
  const { runId } = await test.start(engine, version);
  await short(within(50));
  expect(await locks()).toBe(1);
  await long(within(10_000));
  expect([await runOf(runId), await locks()]).toEqual([{ status: "completed", owner: null }, 0]);
});
