import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, beforeAll, expect, it } from "vitest";

import { pending } from "../../plugins/kit/pending.ts";
import { TestEngine, type TestStep } from "./test-engine.ts";

let test: TestEngine;
beforeAll(async () => {
  test = await TestEngine.create();
});
afterAll(() => test.close());

/** A service whose job is done when it was asked for `asks` times, and who asked. */
function makeService(asks: number, after: string): { calls: unknown[]; step: TestStep } {
  const calls: unknown[] = [];
  const step: TestStep = (input, { job, idempotencyKey, runId }) => {
    calls.push({ input, job, key: idempotencyKey.slice(runId.length) });
    return calls.length <= asks ? pending({ id: 7, asked: calls.length }, after) : { url: "https://example.com/video" };
  };
  return { calls, step };
}

const body = 'const video = await untilDone(video$step, { prompt: "A film" }); return { video };';

it("asks for the job again until it is done", async () => {
  const { calls, step } = makeService(2, "10ms");
  const engine = await test.engine({ video: step });
  const ended = await test.run(engine, { body, steps: ["video"] });
  expect(ended).toMatchObject({ status: "completed", result: { video: { url: "https://example.com/video" } } });
  expect(calls).toEqual([
    { input: { prompt: "A film" }, job: undefined, key: "_video_0" },
    { input: { prompt: "A film" }, job: { id: 7, asked: 1 }, key: "_video_1" },
    { input: { prompt: "A film" }, job: { id: 7, asked: 2 }, key: "_video_2" },
  ]);
  await engine.stop();
});

it("waits for the job without a process, and goes on in the next one", async () => {
  const { calls, step } = makeService(1, "3s");
  const first = await test.engine({ video: step });
  const { runId } = await test.start(first, await test.publish({ body, steps: ["video"] }));
  await expect
    .poll(() => test.rows("select status, owner from runs where id = $1", [runId]), { timeout: 10_000 })
    .toEqual([{ status: "waiting", owner: null }]);
  await first.stop();
  const second = await test.engine({ video: step });
  expect(await second.waitForEnd(runId, 20_000)).toMatchObject({
    status: "completed",
    result: { video: { url: "https://example.com/video" } },
  });
  expect(calls.map((call) => (call as { job: unknown }).job)).toEqual([undefined, { id: 7, asked: 1 }]);
  await second.stop();
});

it("runs several jobs side by side, and fails when one of them does", async () => {
  const engine = await test.engine({
    video: (_input, { job }) => (job === undefined ? pending("v", "10ms") : { url: "v" }),
    sound: async (_input, { job }) => {
      if (job === undefined) return pending("s", "20ms");
      await sleep(1);
      throw Object.assign(new Error("The sound could not be made."), { name: "FatalError" });
    },
  });
  const ended = await test.run(engine, {
    body: "const [v, s] = await Promise.all([untilDone(video$step, {}), untilDone(sound$step, {})]); return { v, s };",
    steps: ["video", "sound"],
  });
  expect(ended).toMatchObject({ status: "failed", error: { node: "sound", message: "The sound could not be made." } });
  await engine.stop();
});
