import { expect, it } from "vitest";

import { rebuildProjection } from "./rebuild-projection.ts";
import { TestEngine } from "./test-engine.ts";

it("makes runs and steps anew from the log, twice the same", async () => {
  const test = await TestEngine.create();
  try {
    const engine = await test.engine({
      echo: (input) => input,
      flaky: (_input, { attempt }) => {
        if (attempt === 1)
          throw Object.assign(new Error("busy (HttpError, status 503)"), { name: "RetryableError", retryAfter: new Date() });
        return attempt;
      },
      bad: () => {
        throw Object.assign(new Error("gone (HttpError, status 410)"), { name: "FatalError" });
      },
    });
    const steps = ["echo", "flaky", "bad"];
    await test.run(engine, { body: "return respond([await echo$step(1), await flaky$step(2)], { status: 202 });", steps });
    await test.run(engine, { body: "await Promise.all([echo$step(1), echo$step(2)]); await bad$step(3);", steps });
    const read = async () => [
      await test.rows("select id, status, result, response, error, last_seq, completed_at, owner, wake_at from runs order by id"),
      await test.rows(
        "select run_id, step_id, node, status, attempt, end_seq, error, created_at, started_at, completed_at from run_steps order by run_id, step_id",
      ),
    ];
    const before = await read();
    await test.pool.query("delete from run_steps");
    await test.pool.query("update runs set status = 'running', result = null, response = null, error = null, completed_at = null");
    expect(await rebuildProjection(test.pool)).toBe(2);
    expect(await read()).toEqual(before);
    await rebuildProjection(test.pool);
    expect(await read()).toEqual(before);
  } finally {
    await test.close();
  }
});
