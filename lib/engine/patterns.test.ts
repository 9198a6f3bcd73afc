import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Engine } from "./contract.ts";
import { TestEngine } from "./test-engine.ts";

/** Shapes of concurrency that the SDK's own worlds end with a corrupted log now and then; each waits, so each is replayed. */
const PATTERNS: Readonly<Record<string, { body: string; result: unknown }>> = {
  "five at once, then a step": {
    body: "const r = await Promise.all([0,1,2,3,4].map((i) => work$step(i))); return await work$step(r.length);",
    result: 5,
  },
  "five at once, then a sleep": {
    body: 'await Promise.all([0,1,2,3,4].map((i) => work$step(i))); await sleep("50ms"); return 1;',
    result: 1,
  },
  "a step beside a sleep, then a step": { body: 'await Promise.all([work$step(1), sleep("60ms")]); return await work$step(2);', result: 2 },
  "three branches of step, sleep, step": {
    body: 'return await Promise.all([0,1,2].map(async (i) => { await work$step(i); await sleep("40ms"); return after$step(i); }));',
    result: [0, 1, 2],
  },
  "three branches of step, sleep, slow step": {
    body: 'return await Promise.all([0,1,2].map(async (i) => { await work$step(i); await sleep("40ms"); return late$step(i); }));',
    result: [0, 1, 2],
  },
  "sleeps of other lengths, each after another": {
    body: `return await Promise.all([0,1,2,3].map(async (i) => { await work$step(i); await sleep(20 + 7 * (3 - i)); await sleep(5 + 3 * i); await late$step(i);
      await sleep(10); return after$step(i); }));`,
    result: [0, 1, 2, 3],
  },
  "branches of unlike length with a sleep in each": {
    body: `return await Promise.all([(async () => { await sleep("30ms"); const a = await work$step(1); await sleep("30ms"); return a + await work$step(10); })(),
      (async () => { const a = await after$step(2); await sleep("45ms"); return a; })(), (async () => { await sleep("30ms"); await sleep("30ms"); return after$step(3); })()]);`,
    result: [11, 2, 3],
  },
  "a loop of three at once and one": {
    body: "let s = 0; for (let k = 0; k < 3; k++) { const r = await Promise.all([0,1,2].map((i) => work$step(i))); s += await after$step(r.length); } return s;",
    result: 9,
  },
  "a slow step that loses to a sleep": {
    body: 'const w = await Promise.race([slow$step(0).then(() => "step"), sleep("30ms").then(() => "sleep")]); return [w, await work$step(1)];',
    result: ["sleep", 1],
  },
  "a bounded pool with sleeps": {
    body: 'return await mapConcurrently([1,2,3,4,5,6], 2, async (n) => { const a = await work$step(n); if (n % 2) await sleep("25ms"); return a + await after$step(1); });',
    result: [2, 3, 4, 5, 6, 7],
  },
  "a step fails in one branch while another sleeps": {
    body: 'return await Promise.all([bad$step(1).catch(() => "caught").then(async (c) => [c, await work$step(7)]), sleep("40ms").then(() => after$step(8))]);',
    result: [["caught", 7], 8],
  },
};

const steps = {
  work: async (input: unknown) => {
    await sleep(Math.random() * 15);
    return input;
  },
  after: (input: unknown) => input,
  late: async (input: unknown) => {
    await sleep(30 + Math.random() * 40);
    return input;
  },
  slow: async (input: unknown) => {
    await sleep(300);
    return input;
  },
  bad: () => {
    throw Object.assign(new Error("no"), { name: "FatalError" });
  },
};

let test: TestEngine;
let engines: Engine[];

beforeAll(async () => {
  test = await TestEngine.create();
  engines = [await test.engine(steps), await test.engine(steps)];
});

afterAll(() => test.close());

async function runMany(body: string, count: number): Promise<unknown[]> {
  const version = await test.publish({ body, steps: Object.keys(steps) });
  const first = engines[0];
  if (!first) throw new Error("No engine.");
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const engine = engines[index % 2] ?? first;
      const { runId } = await test.start(engine, version);
      const ended = await engine.waitForEnd(runId, 20_000);
      return ended?.status === "completed" ? ended.result : ended;
    }),
  );
}

describe("every pattern comes to its result", () => {
  it.each(Object.entries(PATTERNS))("%s", async (_name, { body, result }) => {
    const results = await runMany(body, 12);
    expect(results).toEqual(Array.from({ length: 12 }, () => result));
  });
});

describe("every pattern comes to its result although its runs are torn from their worker all the time", () => {
  let tearing: NodeJS.Timeout;
  beforeAll(() => {
    tearing = setInterval(
      () =>
        void test.pool.query("update runs set owner = null, wake_at = now() where owner is not null and random() < 0.2").catch(() => {}),
      40,
    );
  });
  afterAll(() => clearInterval(tearing));

  it.each(Object.entries(PATTERNS))("%s", async (name, { body, result }) => {
    const results = await runMany(body, 8);
    const allowed = name.startsWith("a slow step") ? [JSON.stringify(result), JSON.stringify(["step", 1])] : [JSON.stringify(result)];
    expect(results.map((found) => JSON.stringify(found)).filter((found) => !allowed.includes(found))).toEqual([]);
    const doubled = "select run_id, correlation_id from workflow_events where type = 'weft_step' group by 1, 2 having count(*) > 1";
    expect(await test.rows(doubled)).toEqual([]);
  });
});
