import { setTimeout as sleep } from "node:timers/promises";

import { FatalError, RetryableError } from "workflow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Engine, RunChange } from "./contract.ts";
import { packValue } from "./sdk.ts";
import { TestEngine } from "./test-engine.ts";

let test: TestEngine;
let engine: Engine;
const attempts = new Map<string, number>();
const seen: { node: string; stepId: string; key: string; attempt: number }[] = [];
let aborted = 0;

const HOSTILE = '{"a":[{"__proto__":{"polluted":true},"b":1}],"constructor":{"prototype":{"c":2}}}';

beforeAll(async () => {
  test = await TestEngine.create();
  engine = await test.engine({
    echo: (input, context) => {
      seen.push({ node: context.node, stepId: context.stepId, key: context.idempotencyKey, attempt: context.attempt });
      return input;
    },
    slow: async (input) => {
      await sleep(Number((input as { ms: number }).ms));
      return input;
    },
    flaky: (input, context) => {
      attempts.set(context.runId, (attempts.get(context.runId) ?? 0) + 1);
      if (context.attempt <= (input as { failures: number }).failures)
        throw new RetryableError("busy (HttpError, status 503)", { retryAfter: new Date(Date.now() + 10) });
      return { attempt: context.attempt };
    },
    parse: () => JSON.parse(HOSTILE) as unknown,
    broken: () => {
      throw new FatalError("The address answered 404 (HttpError, status 404)");
    },
    hang: (_input, context) =>
      new Promise((_, reject) => {
        context.signal.addEventListener("abort", () => {
          aborted++;
          reject(new Error("aborted"));
        });
      }),
  });
});

afterAll(() => test.close());

async function waitingToken(runId: string): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const rows = await test.rows<{ token: string }>(
      "select token from workflow_hooks where run_id = $1 and status = 'waiting' and kind <> 'child'",
      [runId],
    );
    if (rows[0]) return rows[0].token;
    await sleep(20);
  }
  throw new Error("Nothing waits.");
}

describe("results", () => {
  it("answers with the workflow's value, and null when it returns nothing", async () => {
    expect(await test.run(engine, { body: "return { sum: input.a + 1 };" }, { a: 2 })).toMatchObject({
      status: "completed",
      result: { sum: 3 },
    });
    expect(await test.run(engine, { body: "return;" })).toMatchObject({ status: "completed", result: null });
  });

  it("tells an answer made by respond from a plain result", async () => {
    const ended = await test.run(engine, { body: `return respond({ id: 7 }, { status: 201, headers: { "X-Order": "7" } });` });
    expect(ended).toMatchObject({ result: { id: 7 }, response: { status: 201, headers: { "X-Order": "7" } } });
  });

  it("takes nobody's data for an answer made by respond", async () => {
    const forged = { $response: { status: 201, headers: {} }, body: 1 };
    const ended = await test.run(engine, { body: "return input;" }, forged);
    expect(ended.result).toEqual(forged);
    expect(ended.response).toBeUndefined();
  });

  it("keeps a NUL, which a text column of Postgres cannot", async () => {
    const text = "a\0b";
    const ended = await test.run(engine, { body: "return await echo$step({ text: input.text });", steps: ["echo"] }, { text });
    expect(ended.result).toEqual({ text });
    const stored = await engine.waitForEnd(ended.runId, 1_000);
    expect(stored?.result).toEqual({ text });
  });

  it("leaves out fields named __proto__, whoever sent them", async () => {
    const kept = { a: [{ b: 1 }], constructor: { prototype: { c: 2 } } };
    const version = { body: "return [input, await parse$step(0), input.a[0].polluted === undefined];", steps: ["parse"] };
    expect((await test.run(engine, version, JSON.parse(HOSTILE))).result).toEqual([kept, kept, true]);
  });

  it("fails with the step's node, message and status when a step fails", async () => {
    const ended = await test.run(engine, { body: "await broken$step({});", steps: ["broken"] });
    expect(ended).toMatchObject({
      status: "failed",
      error: { node: "broken", name: "HttpError", message: "The address answered 404", status: 404 },
    });
  });

  it("fails with the message of control.fail", async () => {
    const ended = await test.run(engine, { body: `throw new FatalError("No stock");` });
    expect(ended).toMatchObject({ status: "failed", error: { message: "No stock" } });
  });

  it("shows the workflow nothing of the server's environment", async () => {
    process.env["WEFT_TEST_SECRET"] = "secret";
    const ended = await test.run(engine, { body: "return Object.keys((globalThis as any).process.env);" });
    expect(ended.result).toEqual([]);
  });

  it("hands a failed step's error to its error port", async () => {
    const ended = await test.run(engine, {
      body: "let e: any; try { await broken$step({}); } catch (error) { e = stepError(error); } return e;",
      steps: ["broken"],
    });
    expect(ended.result).toEqual({ name: "HttpError", message: "The address answered 404", status: 404 });
  });
});

describe("steps", () => {
  it("name each call for ever, and its idempotency key by that", async () => {
    seen.length = 0;
    const ended = await test.run(engine, { body: "for (const n of [1, 2]) await echo$step(n);", steps: ["echo"] });
    expect(seen.map(({ stepId, key }) => [stepId, key])).toEqual([
      ["step_echo_0", `${ended.runId}_echo_0`],
      ["step_echo_1", `${ended.runId}_echo_1`],
    ]);
  });

  it("are tried again when they ask for it, with the attempt counted", async () => {
    const ended = await test.run(engine, { body: "return await flaky$step({ failures: 2 });", steps: ["flaky"] });
    expect(ended.result).toEqual({ attempt: 3 });
    const rows = await test.rows("select status, attempt, error from run_steps where run_id = $1", [ended.runId]);
    expect(rows).toEqual([{ status: "completed", attempt: 3, error: null }]);
  });

  it("have three retries unless their policy says otherwise", async () => {
    const three = await test.run(engine, { body: "return await flaky$step({ failures: 3 });", steps: ["flaky"] });
    expect(three.result).toEqual({ attempt: 4 });
    const four = await test.run(engine, { body: "return await flaky$step({ failures: 4 });", steps: ["flaky"] });
    expect([four.status, attempts.get(four.runId)]).toEqual(["failed", 4]);
  });

  it("fail once their policy's retries are used up", async () => {
    const step = { node: "flaky", kind: "action", action: "test.step", policy: { retries: 1 } } as const;
    const ended = await test.run(engine, { body: "return await flaky$step({ failures: 9 });", steps: [step] });
    expect(ended).toMatchObject({ status: "failed", error: { node: "flaky", message: "busy", status: 503 } });
    expect(attempts.get(ended.runId)).toBe(2);
  });

  it("are not changed by what the code does to their input afterwards", async () => {
    const ended = await test.run(engine, { body: "const x = { n: 1 }; const p = echo$step(x); x.n = 2; return await p;", steps: ["echo"] });
    expect(ended.result).toEqual({ n: 1 });
  });

  it("show input and output to readSteps", async () => {
    const ended = await test.run(engine, { body: "await echo$step({ a: [1, null] });", steps: ["echo"] });
    expect(await engine.readSteps(ended.runId)).toEqual(new Map([["step_echo_0", { input: { a: [1, null] }, output: { a: [1, null] } }]]));
  });

  it("run side by side, and their results come in order", async () => {
    const body = "return await Promise.all([slow$step({ ms: 60 }), slow$step({ ms: 20 }), slow$step({ ms: 40 })]);";
    const started = Date.now();
    const ended = await test.run(engine, { body, steps: ["slow"] });
    expect(ended.result).toEqual([{ ms: 60 }, { ms: 20 }, { ms: 40 }]);
    expect(Date.now() - started).toBeLessThan(400);
  });
});

describe("waits", () => {
  it("sleep without holding the run in memory, and go on", async () => {
    const ended = await test.run(engine, {
      body: `const a = await echo$step(1); await sleep("2500ms"); return [a, await echo$step(2)];`,
      steps: ["echo"],
    });
    expect(ended.result).toEqual([1, 2]);
  });

  const approval = `const ok = await Promise.race([createHook<Approval>({ metadata: { node: "ok", message: "Ship it?" } }), sleep(input.timeout)]);
    return ok ? ok.by : "timeout";`;
  const nodes = { ok: { kind: "control.approval", label: "" } };

  it("show an approval with node, message and an unguessable token, and take its answer once", async () => {
    const { runId } = await test.start(engine, await test.publish({ body: approval, nodes }), { timeout: "1h" });
    const token = await waitingToken(runId);
    expect(token).toMatch(/^[\w-]{32}$/);
    expect(await test.rows("select node, kind, message, status from workflow_hooks where run_id = $1", [runId])).toEqual([
      { node: "ok", kind: "approval", message: "Ship it?", status: "waiting" },
    ]);
    for (
      let tries = 0;
      tries < 100 && (await test.rows("select 1 from runs where id = $1 and owner is null and status = 'waiting'", [runId])).length === 0;
      tries++
    )
      await sleep(20);
    expect(await test.rows("select status, owner from runs where id = $1", [runId])).toEqual([{ status: "waiting", owner: null }]);
    const at = new Date().toISOString();
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => engine.answer(token, { approved: true, by: "ann", at })));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
    expect(await engine.waitForEnd(runId, 5_000)).toMatchObject({ status: "completed", result: "ann" });
  });

  it("see an answer that comes in the very moment in which the wait is written down", async () => {
    const payload = Buffer.from(await packValue("now", "")).toString("hex");
    await test.pool.query(`create function answer_at_once() returns trigger language plpgsql as $$ begin
      update workflow_hooks set status = 'answered' where run_id = new.run_id and hook_id = new.hook_id;
      update runs set last_seq = last_seq + 1 where id = new.run_id;
      insert into workflow_events (run_id, seq, type, correlation_id, data, payload, spec_version, created_at)
        select id, last_seq, 'hook_received', new.hook_id, json_build_object('token', new.sdk_token), '\\x${payload}'::bytea, 3, now() from runs where id = new.run_id;
      return null; end $$`);
    await test.pool.query(
      "create trigger answer_at_once after insert on workflow_hooks for each row when (new.node = 'instant') execute function answer_at_once()",
    );
    const ended = await test.run(engine, { body: 'return await createHook<any>({ metadata: { node: "instant" } });' });
    expect(ended.result).toBe("now");
  });

  it("refuse an answer that comes after the timeout won", async () => {
    const body = `${approval.replace("return ok ? ok.by", "const late = ok ? ok.by")} await slow$step({ ms: 600 }); return late;`;
    const { runId } = await test.start(engine, await test.publish({ body, nodes, steps: ["slow"] }), { timeout: "300ms" });
    const token = await waitingToken(runId);
    await sleep(900);
    await expect(engine.answer(token, { approved: true })).rejects.toMatchObject({ code: "not_found" });
    expect(await engine.waitForEnd(runId, 5_000)).toMatchObject({ result: "timeout" });
  });

  it("never take the token by which the SDK names the hook, which can be computed", async () => {
    const { runId } = await test.start(engine, await test.publish({ body: approval, nodes }), { timeout: "1h" });
    await waitingToken(runId);
    const [hook] = await test.rows<{ sdk_token: string }>("select sdk_token from workflow_hooks where run_id = $1", [runId]);
    await expect(engine.answer(hook?.sdk_token ?? "", {})).rejects.toMatchObject({ code: "not_found" });
    await engine.cancel(runId);
  });
});

describe("children", () => {
  it("hand their result to the caller, and their failure as an error", async () => {
    await test.publish({
      name: "double",
      body: "if (input.n < 0) throw new FatalError('negative'); return (await echo$step(input.n)) * 2;",
      steps: ["echo"],
    });
    const child = { node: "twice", kind: "child", workflow: "double" } as const;
    const body =
      "const a = await twice$child({ n: 4 }); let e: any; try { await twice$child({ n: -1 }); } catch (error) { e = stepError(error); } return [a, e];";
    const ended = await test.run(engine, { body, steps: [child] });
    expect(ended.result).toEqual([8, { name: "Error", message: "negative" }]);
    expect(await test.rows("select trigger, status from runs where parent_run_id = $1 order by created_at", [ended.runId])).toEqual([
      { trigger: "child", status: "completed" },
      { trigger: "child", status: "failed" },
    ]);
  });

  it("are named when they make their caller fail", async () => {
    await test.publish({ name: "failing", body: 'throw new FatalError("no such order");' });
    const version = { body: "return await call$child({});", steps: [{ node: "call", kind: "child", workflow: "failing" } as const] };
    expect((await test.run(engine, version)).error).toEqual({ node: "call", name: "Error", message: "no such order" });
  });

  it("call one another no deeper than a limit", async () => {
    const name = "itself";
    const version = { name, body: "return await again$child({});", steps: [{ node: "again", kind: "child", workflow: name } as const] };
    const ended = await test.run(engine, version);
    expect(ended.error).toEqual({ node: "again", name: "Error", message: "Workflows call one another more than 50 deep." });
    expect(
      await test.rows("select count(*)::int count from runs r join workflows w on w.id = r.workflow_id where w.name = $1", [name]),
    ).toEqual([{ count: 50 }]);
  });

  it("are cancelled with their caller, and what they do is aborted", async () => {
    await test.publish({ name: "hanging", body: "await hang$step({});", steps: ["hang"] });
    const child = { node: "call", kind: "child", workflow: "hanging" } as const;
    const { runId } = await test.start(engine, await test.publish({ body: "return await call$child({});", steps: [child] }));
    for (
      let tries = 0;
      tries < 100 && (await test.rows("select 1 from run_steps where node = 'hang' and status = 'running'")).length === 0;
      tries++
    )
      await sleep(20);
    const before = aborted;
    await engine.cancel(runId);
    expect(await test.rows("select status from runs where id = $1 or parent_run_id = $1", [runId])).toEqual([
      { status: "cancelled" },
      { status: "cancelled" },
    ]);
    expect(aborted).toBe(before + 1);
    expect(await test.rows("select distinct status from run_steps where node = 'hang'")).toEqual([{ status: "cancelled" }]);
  });
});

describe("starting", () => {
  it("twice with one idempotency key gives one run", async () => {
    const version = await test.publish({ body: "return await echo$step(input);", steps: ["echo"] });
    const starts = await Promise.all([1, 2, 3, 4].map(() => test.start(engine, version, 1, { idempotencyKey: "k" })));
    expect(new Set(starts.map(({ runId }) => runId)).size).toBe(1);
    expect(starts.filter(({ created }) => created)).toHaveLength(1);
  });

  it("keeps what is over the limit in the database until there is room", async () => {
    let running = 0;
    let most = 0;
    const slow = async (): Promise<void> => {
      most = Math.max(most, ++running);
      await sleep(30);
      running--;
    };
    const small = await test.engine({ slow }, { concurrency: 2 });
    const version = await test.publish({ body: "await slow$step({ ms: 30 }); return 1;", steps: ["slow"] });
    const starts = await Promise.all(Array.from({ length: 8 }, () => test.start(small, version)));
    const ends = await Promise.all(starts.map(({ runId }) => small.waitForEnd(runId, 10_000)));
    expect(ends.map((ended) => ended?.status)).toEqual(Array.from({ length: 8 }, () => "completed"));
    expect(most).toBe(2);
  });

  it("pushes changes to subscribers in order", async () => {
    const changes: RunChange[] = [];
    const { runId } = await test.start(engine, await test.publish({ body: "await slow$step({ ms: 80 }); return 1;", steps: ["slow"] }));
    const stop = engine.subscribe(runId, (change) => changes.push(change));
    await engine.waitForEnd(runId, 5_000);
    stop();
    expect(changes).toEqual([
      { runId, status: "running", node: "slow", step: { status: "running", attempt: 1 } },
      { runId, status: "running", node: "slow", step: { status: "completed", attempt: 1 } },
      { runId, status: "completed" },
    ]);
  });
});
