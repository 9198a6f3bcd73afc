import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { Engine, RuntimeStep } from "./contract.ts";
import { TestEngine, type TestVersion } from "./test-engine.ts";

let test: TestEngine;
let engine: Engine;
/** Node and input of each call that was really made. */
let calls: string[] = [];
let keys: string[] = [];
let isBroken = true;

beforeAll(async () => {
  test = await TestEngine.create();
  const record = (input: unknown, context: { node: string; idempotencyKey: string }): unknown => {
    calls.push(`${context.node} ${JSON.stringify(input)}`);
    keys.push(context.idempotencyKey);
    return input;
  };
  engine = await test.engine({
    first: record,
    second: record,
    third: record,
    other: record,
    breaks: (input, context) => {
      record(input, context);
      if (isBroken) throw Object.assign(new Error("down"), { name: "FatalError" });
      return input;
    },
    slow: async (input, context) => {
      record(input, context);
      if (isBroken) await new Promise((_resolve, reject) => context.signal.addEventListener("abort", () => reject(new Error("aborted"))));
      return input;
    },
    film: (input, context) => {
      record(input, context);
      return context.job === undefined ? { $pending: { job: "j", after: "1ms" } } : "film";
    },
    job: (input, context) => {
      record(input, context);
      if (context.job === undefined) return { $pending: { job: calls.length, after: "1ms" } };
      if (isBroken) throw Object.assign(new Error("job failed"), { name: "FatalError" });
      return { done: context.job };
    },
  });
});

beforeEach(() => {
  calls = [];
  keys = [];
  isBroken = true;
});

afterAll(() => test.close());

const nodes = (kinds: Record<string, string>): NonNullable<TestVersion["nodes"]> =>
  Object.fromEntries(Object.entries(kinds).map(([id, kind]) => [id, { kind, label: "" }]));

async function end(runId: string): Promise<{ status: string; result: unknown; error?: { message: string; node?: string } }> {
  const ended = await engine.waitForEnd(runId, 10_000);
  if (!ended) throw new Error(`The run ${runId} did not end.`);
  return ended;
}

/** Runs a version that fails while `isBroken`, then repeats the run from its failure on this or another version. */
async function failThenRepeat(version: TestVersion, next: TestVersion = version, input: unknown = null) {
  const versionId = await test.publish(version);
  const { runId: of } = await test.start(engine, versionId, input);
  expect(await end(of)).toMatchObject({ status: "failed" });
  const before = calls;
  [calls, keys] = [[], []];
  isBroken = false;
  const liveId = next === version ? versionId : await test.publish(next);
  const { runId } = await test.start(engine, liveId, input, { rerun: { of, from: "failed" } });
  return { of, runId, before, ended: await end(runId) };
}

const reusedOf = async (runId: string): Promise<unknown[]> =>
  (
    await test.rows<{ id: string; data: { reused?: string } }>(
      "select correlation_id id, data from workflow_events where run_id = $1 and type = 'weft_step' order by seq",
      [runId],
    )
  ).map(({ id, data }) => (data.reused === undefined ? id : `${id} from ${data.reused}`));

describe("a run repeated from its failure", () => {
  it("does not do again what was completed, and does the rest", async () => {
    const body = "const a = await first$step(1); const b = await breaks$step(a); return [a, b, await third$step(3)];";
    const { runId, before, ended } = await failThenRepeat({ body, steps: ["first", "breaks", "third"] });
    expect(before).toEqual(["first 1", "breaks 1"]);
    expect(calls).toEqual(["breaks 1", "third 3"]);
    expect(ended).toMatchObject({ status: "completed", result: [1, 1, 3] });
    expect(await reusedOf(runId)).toEqual(["step_first_0 from step_first_0", "step_breaks_0", "step_third_0"]);
    expect(await test.rows("select rerun_of, rerun_from from runs where id = $1", [runId])).toMatchObject([{ rerun_from: "failed" }]);
  });

  it("is itself repeated from its failure, with all that both have completed", async () => {
    const body = "const a = await first$step(1); await second$step(2); return [a, await breaks$step(a)];";
    const versionId = await test.publish({ body, steps: ["first", "second", "breaks"] });
    const { runId: one } = await test.start(engine, versionId);
    await end(one);
    const { runId: two } = await test.start(engine, versionId, null, { rerun: { of: one, from: "failed" } });
    await end(two);
    isBroken = false;
    const { runId: three } = await test.start(engine, versionId, null, { rerun: { of: two, from: "failed" } });
    expect(await end(three)).toMatchObject({ status: "completed", result: [1, 1] });
    expect(calls).toEqual(["first 1", "second 2", "breaks 1", "breaks 1", "breaks 1"]);
  });

  it("gives a failed step another key, and an interrupted one with the same input the same", async () => {
    const body =
      "const [a] = await Promise.all([slow$step('s'), (async () => { await first$step(1); return breaks$step(2); })()]); return a;";
    const versionId = await test.publish({ body, steps: ["slow", "first", { node: "breaks", kind: "action", action: "x" }] });
    const first = await test.start(engine, versionId);
    await end(first.runId);
    expect(await test.rows("select step_id, status from run_steps where run_id = $1 order by step_id", [first.runId])).toEqual([
      { step_id: "step_breaks_0", status: "failed" },
      { step_id: "step_first_0", status: "completed" },
      { step_id: "step_slow_0", status: "cancelled" },
    ]);
    const slowKey = keys.find((key) => key.includes("slow"));
    [calls, keys] = [[], []];
    // Interrupted once more: the service still sees the first key.
    const second = await test.start(engine, versionId, null, { rerun: { of: first.runId, from: "failed" } });
    await end(second.runId);
    expect(keys.toSorted()).toEqual([slowKey, `${second.runId}_breaks_0`].toSorted());
    [calls, keys] = [[], []];
    isBroken = false;
    const third = await test.start(engine, versionId, null, { rerun: { of: second.runId, from: "failed" } });
    expect(await end(third.runId)).toMatchObject({ status: "completed", result: "s" });
    expect(keys.toSorted()).toEqual([slowKey, `${third.runId}_breaks_0`].toSorted());
  });

  it("takes each item of a loop for what it is, whatever order they ended in", async () => {
    const body = `const out = await mapConcurrently(input.items, 3, async (n: number) => { const a = await first$step(n); return second$step([a, n]); });
      await breaks$step(0); return out;`;
    const { before, ended } = await failThenRepeat({ body, steps: ["first", "second", "breaks"] }, undefined, { items: [5, 5, 1, 2, 3] });
    expect(before).toHaveLength(11);
    expect(calls).toEqual(["breaks 0"]);
    expect(ended.result).toEqual([5, 5, 1, 2, 3].map((n) => [n, n]));
  });

  it("runs a step whose input changed, and those alone", async () => {
    const steps = ["first", "second", "third", "breaks"];
    const body =
      "const a = await first$step(1); const b = await second$step([a, 'old']); const c = await third$step(a); await breaks$step(0); return [b, c];";
    const { ended } = await failThenRepeat({ body, steps, name: "changes" }, { body: body.replace("old", "new"), steps, name: "changes" });
    expect(calls).toEqual(['second [1,"new"]', "breaks 0"]);
    expect(ended.result).toEqual([[1, "new"], 1]);
  });

  it("runs a step of another version that does something else with the same input", async () => {
    const body = "const a = await first$step(1); await breaks$step(0); return a;";
    const step = (action: string, retries: number): RuntimeStep => ({ node: "first", kind: "action", action, policy: { retries } });
    const version = (first: RuntimeStep): TestVersion => ({ body, steps: [first, "breaks"], name: "acts" });
    await failThenRepeat(version(step("a.x", 1)), version(step("a.y", 1)));
    expect(calls).toEqual(["first 1", "breaks 0"]);
    isBroken = true;
    await failThenRepeat(version(step("a.z", 1)), { ...version(step("a.z", 5)), body: `${body} ` });
    expect(calls).toEqual(["breaks 0"]);
  });

  it("does not repeat a step whose input holds the time, where only one call can be meant", async () => {
    const body = "await first$step({ at: Date.now() }); await second$step(Math.random()); await breaks$step(0); return 'done';";
    const { ended } = await failThenRepeat({ body, steps: ["first", "second", "breaks"] });
    expect(calls).toEqual(["breaks 0"]);
    expect(ended.result).toBe("done");
  });

  it("begins a job again that came to nothing, and keeps one that was done", async () => {
    const body = "const a = await untilDone(job$step, 1); return a;";
    const { ended } = await failThenRepeat({ body, steps: ["job"] });
    expect(calls).toEqual(["job 1", "job 1"]);
    expect(ended.result).toEqual({ done: 1 });
    isBroken = true;
    calls = [];
    const done = await failThenRepeat({
      body: "const a = await untilDone(film$step, 1); await breaks$step(0); return a;",
      steps: ["film", "breaks"],
    });
    expect(done.before).toEqual(["film 1", "film 1", "breaks 0"]);
    expect(calls).toEqual(["breaks 0"]);
    expect(done.ended.result).toBe("film");
  });

  it("ends sleeps at once that were slept, and sleeps the others", async () => {
    const version: TestVersion = {
      body: `await nap$sleep("1s"); const started = Date.now(); await breaks$step(0); await rest$sleep("1s"); return Date.now() - started >= 900;`,
      steps: ["breaks"],
      nodes: nodes({ nap: "control.sleep", rest: "control.sleep", breaks: "action" }),
    };
    const { runId, ended } = await failThenRepeat(version);
    expect(ended.result).toBe(true);
    const waits = await test.rows<{ node: string; reused: boolean; ms: number }>(
      "select node, reused, round(extract(epoch from completed_at - created_at) * 1000)::int ms from workflow_waits where run_id = $1 order by wait_id",
      [runId],
    );
    expect(waits.map(({ node, reused }) => [node, reused])).toEqual([
      ["nap", true],
      ["rest", false],
    ]);
    expect(waits[0]?.ms).toBe(0);
  });

  it("is given the answers that were given, and asks what was not asked", async () => {
    const version: TestVersion = {
      body: `const a: any = await Promise.race([createHook({ metadata: { node: "ask", message: "Pay?" } }), ask$sleep("1h")]);
        const e: any = await createHook({ metadata: { node: "paid" } });
        await breaks$step(0);
        const b: any = await createHook({ metadata: { node: "more", message: "More?" } });
        return [a, e, b];`,
      steps: ["breaks"],
      nodes: nodes({ ask: "control.approval", paid: "control.waitForEvent", more: "control.approval", breaks: "action" }),
    };
    const versionId = await test.publish(version);
    const { runId: of } = await test.start(engine, versionId);
    await engine.answer(await tokenOf(of, "ask"), { approved: true });
    await engine.answer(await tokenOf(of, "paid"), { amount: 5 });
    await end(of);
    isBroken = false;
    const { runId } = await test.start(engine, versionId, null, { rerun: { of, from: "failed" } });
    await engine.answer(await tokenOf(runId, "more"), { approved: false });
    expect((await end(runId)).result).toEqual([{ approved: true }, { amount: 5 }, { approved: false }]);
    const hooks = await test.rows<{ node: string; reused: boolean }>(
      "select node, reused_from is not null reused from workflow_hooks where run_id = $1 order by hook_id",
      [runId],
    );
    expect(hooks.map(({ node, reused }) => [node, reused])).toEqual([
      ["ask", true],
      ["paid", true],
      ["more", false],
    ]);
  });

  it("asks again where the question is another", async () => {
    const nodesOf = nodes({ ask: "control.approval", breaks: "action" });
    const version = (question: string): TestVersion => ({
      body: `const a: any = await createHook({ metadata: { node: "ask", message: "${question}" } }); await breaks$step(0); return a.n;`,
      steps: ["breaks"],
      nodes: nodesOf,
      name: "questions",
    });
    const { runId: of } = await test.start(engine, await test.publish(version("Pay 5?")));
    await engine.answer(await tokenOf(of, "ask"), { n: 5 });
    await end(of);
    isBroken = false;
    const { runId } = await test.start(engine, await test.publish(version("Pay 9?")), null, { rerun: { of, from: "failed" } });
    await engine.answer(await tokenOf(runId, "ask"), { n: 9 });
    expect((await end(runId)).result).toBe(9);
  });

  it("keeps called workflows that completed, and repeats the one that failed from its failure", async () => {
    await test.publish({ name: "calledWell", body: "return [await other$step(input)];", steps: ["other"] });
    await test.publish({
      name: "calledBadly",
      body: "const a = await second$step(input); return [a, await breaks$step(input)];",
      steps: ["second", "breaks"],
    });
    const body = "const a = await well$child(1); return [a, await badly$child(2)];";
    const { of, runId, before, ended } = await failThenRepeat({
      body,
      steps: [
        { node: "well", kind: "child", workflow: "calledWell" },
        { node: "badly", kind: "child", workflow: "calledBadly" },
      ],
    });
    expect(before).toEqual(["other 1", "second 2", "breaks 2"]);
    expect(calls).toEqual(["breaks 2"]);
    expect(ended.result).toEqual([[1], [2, 2]]);
    const children = await test.rows<{ parent: string; again: boolean }>(
      "select parent_run_id parent, rerun_of is not null again from runs where parent_run_id in ($1, $2) order by id",
      [of, runId],
    );
    expect(children.map(({ parent, again }) => [parent === runId, again])).toEqual([
      [false, false],
      [false, false],
      [true, true],
    ]);
  });

  it("takes nothing from a run of another workspace", async () => {
    const body = "return [await first$step(1), await breaks$step(2)];";
    const versionId = await test.publish({ body, steps: ["first", "breaks"] });
    const { runId: of } = await test.start(engine, versionId);
    await end(of);
    await test.rows("insert into workspaces (id, name) values ('wsp_other', 'Other') on conflict do nothing");
    await test.rows("update runs set workspace_id = 'wsp_other' where id = $1", [of]);
    [calls, isBroken] = [[], false];
    const { runId } = await test.start(engine, versionId, null, { rerun: { of, from: "failed" } });
    await end(runId);
    expect(calls).toEqual(["first 1", "breaks 2"]);
  });
});

describe("a run repeated from its start", () => {
  it("does everything again", async () => {
    const versionId = await test.publish({ body: "return [await first$step(1), await breaks$step(2)];", steps: ["first", "breaks"] });
    const { runId: of } = await test.start(engine, versionId);
    await end(of);
    [calls, isBroken] = [[], false];
    const { runId } = await test.start(engine, versionId, null, { rerun: { of, from: "start" } });
    expect((await end(runId)).result).toEqual([1, 2]);
    expect(calls).toEqual(["first 1", "breaks 2"]);
  });
});

describe("a pinned node", () => {
  it("is not run: its outcome is what is pinned, in every call", async () => {
    const versionId = await test.publish({
      body: "const out = []; for (let i = 0; i < 2; i++) out.push(await first$step(i)); return [out, await second$step(7)];",
      steps: ["first", "second"],
    });
    const { runId } = await test.start(engine, versionId, null, { pins: { first: { pinned: true }, missing: 1 } });
    expect((await end(runId)).result).toEqual([[{ pinned: true }, { pinned: true }], 7]);
    expect(calls).toEqual(["second 7"]);
    expect(await reusedOf(runId)).toEqual(["step_first_0 from pin", "step_first_1 from pin", "step_second_0"]);
  });

  it("waits for nothing: an approval is answered, an event is there, a sleep is over", async () => {
    const versionId = await test.publish({
      body: `const a: any = await Promise.race([createHook({ metadata: { node: "ask", message: "Pay?" } }), ask$sleep("1h")]);
        const e: any = await createHook({ metadata: { node: "paid" } });
        await nap$sleep("1h");
        for (let round = 1; round < 3; round++) await poll$sleep("1h");
        return [a.approved, e];`,
      nodes: nodes({ ask: "control.approval", paid: "control.waitForEvent", nap: "control.sleep", poll: "control.repeat" }),
    });
    const pins = { ask: { approved: false }, paid: [1], nap: null, poll: null };
    const { runId } = await test.start(engine, versionId, null, { pins });
    expect((await end(runId)).result).toEqual([false, [1]]);
    expect(await test.rows("select status, reused_from from workflow_hooks where run_id = $1", [runId])).toEqual([
      { status: "answered", reused_from: "pin" },
      { status: "answered", reused_from: "pin" },
    ]);
  });

  it("calls no workflow", async () => {
    const versionId = await test.publish({
      body: "return await call$child(1);",
      steps: [{ node: "call", kind: "child", workflow: "nowhere" }],
    });
    const { runId } = await test.start(engine, versionId, null, { pins: { call: { total: 3 } } });
    expect((await end(runId)).result).toEqual({ total: 3 });
    expect((await engine.readSteps(runId)).get("step_call_0")?.output).toEqual({ total: 3 });
    expect(await engine.readStep(runId, "step_call_0")).toMatchObject({ input: 1, output: { total: 3 } });
  });
});

describe("waking a run", () => {
  it("ends its sleep, whichever process holds it, and no timeout", async () => {
    const client = await test.engine({}, { deliver: false });
    const versionId = await test.publish({
      body: `const [a] = await Promise.all([
          Promise.race([createHook({ metadata: { node: "ask" } }), ask$sleep("1h").then(() => "late")]),
          (async () => { await nap$sleep("1h"); await first$step(1); await nap$sleep("2h"); })()]);
        return a;`,
      steps: ["first"],
      nodes: nodes({ ask: "control.waitForEvent", nap: "control.sleep", first: "action" }),
    });
    const { runId } = await test.start(engine, versionId);
    await until(async () => (await test.rows("select from workflow_waits where run_id = $1", [runId])).length === 2);
    expect(await client.wake(runId, "wait_unknown")).toBe(0);
    expect(await client.wake(runId)).toBe(1);
    await until(
      async () =>
        (await test.rows("select from workflow_waits where run_id = $1 and status = 'waiting' and kind = 'sleep'", [runId])).length === 1,
    );
    expect(calls).toEqual(["first 1"]);
    const [nap] = await test.rows<{ id: string }>(
      "select wait_id id from workflow_waits where run_id = $1 and status = 'waiting' and kind = 'sleep'",
      [runId],
    );
    expect(await client.wake(runId, nap?.id)).toBe(1);
    expect(await client.wake(runId)).toBe(0);
    await engine.answer(await tokenOf(runId, "ask"), "yes");
    expect((await end(runId)).result).toBe("yes");
    expect(await engine.wake(runId)).toBe(0);
  });
});

async function tokenOf(runId: string, node: string): Promise<string> {
  let token = "";
  await until(async () => {
    const [row] = await test.rows<{ token: string }>(
      "select token from workflow_hooks where run_id = $1 and node = $2 and status = 'waiting'",
      [runId, node],
    );
    token = row?.token ?? "";
    return token !== "";
  });
  return token;
}

async function until(done: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error("It did not come to that within 10 s.");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
