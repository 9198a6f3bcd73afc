import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { FatalError, RetryableError } from "workflow";

import { AppError } from "../errors.ts";
import { revealSecrets } from "../steps/reveal-secrets.ts";
import type { Engine, RuntimeStep, Variable } from "./contract.ts";
import type { StepRunner } from "./step-runner.ts";
import { runnerOf, TestEngine } from "./test-engine.ts";

const SECRET = "sk_live_0123456789abcdef";
const variables = new Map<string, Variable>();
let test: TestEngine;
let engine: Engine;
/** What steps were given, secrets put in. */
let given: unknown[] = [];

beforeAll(async () => {
  test = await TestEngine.create();
  const steps = runnerOf({
    echo: (input) => {
      given.push(structuredClone(input));
      return input;
    },
    change: () => {
      variables.set("REGION", { value: "us", secret: false });
      return null;
    },
    complain: (input) => {
      throw new FatalError(`The key ${(input as { key: string }).key} is wrong`);
    },
    rotate: (input, { attempt }) => {
      given.push(structuredClone(input));
      if (attempt > 1) return "done";
      variables.set("API_KEY", { value: `${SECRET}-new`, secret: true });
      throw new RetryableError("busy", { retryAfter: new Date(Date.now() + 5) });
    },
  });
  const run = revealSecrets((step, input, context) => steps.run(step, input, context));
  const stepRunner: StepRunner = { run: (step, input, context) => run(step, input, context) };
  engine = await test.engine(stepRunner, {
    variables: async (_workspace, names) => new Map([...variables].filter(([name]) => names.includes(name))),
  });
});
afterAll(() => test.close());
beforeEach(() => {
  given = [];
  variables.clear();
  variables.set("REGION", { value: "eu", secret: false });
  variables.set("API_KEY", { value: SECRET, secret: true });
});

const keyed = (node: string): RuntimeStep => ({ node, kind: "action", action: "test.step", secrets: ["API_KEY"] });

describe("plain variables", () => {
  it("hold in a run what they held when it started", async () => {
    const body = "const before = env.REGION; await change$step(0); await echo$step(1); return [before, env.REGION];";
    const ended = await test.run(engine, { body, steps: ["change", "echo"], variables: ["REGION"] });
    expect(ended.result).toEqual(["eu", "eu"]);
    expect(variables.get("REGION")?.value).toBe("us");
  });

  it("fail the run that reads one that is not set, by name", async () => {
    const ended = await test.run(engine, { body: "return env.COUNTRY;", variables: ["COUNTRY"] });
    expect(ended).toMatchObject({ status: "failed", error: { message: "The variable COUNTRY is not set." } });
  });

  it("fail the run of a version that was made before they became secret", async () => {
    const ended = await test.run(engine, { body: "return env.API_KEY;", variables: ["API_KEY"] });
    expect(ended).toMatchObject({
      status: "failed",
      error: { message: "The variable API_KEY has become a secret since this version was published; publish it again." },
    });
  });

  it("fail the run that reads one, where nobody can look them up", async () => {
    const closed = await test.engine(
      {},
      {
        variables: () => Promise.reject(new AppError("unavailable", "The key that sealed it is not here.")),
      },
    );
    expect(await test.run(closed, { body: "return env.REGION;", variables: ["REGION"] })).toMatchObject({
      status: "failed",
      error: { message: "The variable REGION could not be read: The key that sealed it is not here." },
    });
    expect(await test.run(closed, { body: "return 1;" })).toMatchObject({ status: "completed", result: 1 });
    await closed.stop();
  });

  it("cannot be changed by the code", async () => {
    const body = 'try { (env as any).REGION = "xx"; } catch {} return [env.REGION, Object.isFrozen(env)];';
    expect((await test.run(engine, { body, variables: ["REGION"] })).result).toEqual(["eu", true]);
  });
});

describe("secret variables", () => {
  it("reach the step that names them, and nothing that is written down or shown", async () => {
    const body =
      "const answer = await echo$step({ key: env.API_KEY, header: `Bearer ${env.API_KEY}`, list: [env.API_KEY] }); return answer;";
    const ended = await test.run(engine, { body, steps: [keyed("echo")], variables: ["API_KEY"] });
    expect(given).toEqual([{ key: SECRET, header: `Bearer ${SECRET}`, list: [SECRET] }]);
    expect(ended.result).toEqual({ key: "[redacted]", header: "Bearer [redacted]", list: ["[redacted]"] });
    const [step] = (await engine.readSteps(ended.runId)).values();
    expect(step?.input).toEqual({ key: "{{ env.API_KEY }}", header: "Bearer {{ env.API_KEY }}", list: ["{{ env.API_KEY }}"] });
    const stored = await test.rows<{ row: string }>(
      `select row_to_json(r)::text "row" from runs r where id = $1
       union all select row_to_json(e)::text || convert_from(coalesce(input, ''), 'UTF8') || convert_from(coalesce(payload, ''), 'UTF8') from workflow_events e where run_id = $1
       union all select row_to_json(s)::text from run_steps s where run_id = $1`,
      [ended.runId],
    );
    expect(stored.length).toBeGreaterThan(2);
    expect(stored.filter(({ row }) => row.includes(SECRET))).toEqual([]);
  });

  it("are told apart although the text behind one makes it look like another", async () => {
    variables.set("API_KEY_2", { value: "second-secret-value", secret: true });
    const body = "await echo$step({ text: `${env.API_KEY}_2 ${env.API_KEY_2} ${env.API_KEY}${env.API_KEY_2}` });";
    const both = { ...keyed("echo"), secrets: ["API_KEY", "API_KEY_2"] };
    const ended = await test.run(engine, { body, steps: [both], variables: ["API_KEY", "API_KEY_2"] });
    expect(given).toEqual([{ text: `${SECRET}_2 second-secret-value ${SECRET}second-secret-value` }]);
    expect([...(await engine.readSteps(ended.runId)).values()][0]?.input).toEqual({
      text: "{{ env.API_KEY }}_2 {{ env.API_KEY_2 }} {{ env.API_KEY }}{{ env.API_KEY_2 }}",
    });
  });

  it("are not in what a step says when it fails", async () => {
    const ended = await test.run(engine, {
      body: "await complain$step({ key: env.API_KEY });",
      steps: [keyed("complain")],
      variables: ["API_KEY"],
    });
    expect(ended.error?.message).toBe("The key [redacted] is wrong");
  });

  it("are looked up for every attempt, so that a new value is used at once", async () => {
    await test.run(engine, { body: "return rotate$step({ key: env.API_KEY });", steps: [keyed("rotate")], variables: ["API_KEY"] });
    expect(given).toEqual([{ key: SECRET }, { key: `${SECRET}-new` }]);
  });

  it("stay unknown to steps whose config does not name them", async () => {
    const body = "return echo$step({ leaked: env.API_KEY });";
    // The step `keyed` names the secret, `echo` does not.
    const ended = await test.run(engine, { body, steps: ["echo", keyed("keyed")], variables: ["API_KEY"] });
    expect(JSON.stringify(given)).not.toContain(SECRET);
    expect(JSON.stringify([...(await engine.readSteps(ended.runId)).values()].map(({ input }) => input))).toBe(
      '[{"leaked":"{{ env.API_KEY }}"}]',
    );
  });

  it("are not to be had by data from outside that looks like their place", async () => {
    const first = await test.run(engine, {
      body: "return echo$step({ key: env.API_KEY });",
      steps: [keyed("echo")],
      variables: ["API_KEY"],
    });
    const [row] = await test.rows<{ marker: string }>("select variables->'values'->>'API_KEY' marker from runs where id = $1", [
      first.runId,
    ]);
    expect(row?.marker).toMatch(/^weft-secret:[0-9a-f]{32}:API_KEY;$/);
    given = [];
    // Even the marker of another run, which nothing shows, opens nothing in this one.
    const guesses = [row?.marker, "weft-secret::API_KEY;", `weft-secret:${"0".repeat(32)}:API_KEY;`, "{{ env.API_KEY }}", "${env.API_KEY}"];
    const version = { body: "return echo$step({ key: env.API_KEY, body: input.body });", steps: [keyed("echo")], variables: ["API_KEY"] };
    await test.run(engine, version, { body: guesses });
    expect(given).toEqual([{ key: SECRET, body: guesses }]);
  });

  it("fail the step when they are gone by then", async () => {
    const body = "await change$step(0); await echo$step({ key: env.API_KEY });";
    const versionId = await test.publish({ body, steps: ["change", keyed("echo")], variables: ["API_KEY"] });
    const started = test.start(engine, versionId);
    const { runId } = await started;
    variables.delete("API_KEY");
    const ended = await engine.waitForEnd(runId, 20_000);
    expect(ended?.error).toMatchObject({ node: "echo", message: "The variable API_KEY is not set any more." });
  });
});
