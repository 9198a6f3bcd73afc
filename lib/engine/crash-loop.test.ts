import { afterAll, beforeAll, expect, it } from "vitest";

import { TestEngine } from "./test-engine.ts";

let test: TestEngine;

beforeAll(async () => {
  test = await TestEngine.create();
});

afterAll(() => test.close());

/** Leaves runs behind as a process does that was killed while it held them. */
async function orphans(crashes: readonly number[]): Promise<string[]> {
  const client = await test.engine({}, { deliver: false });
  const version = await test.publish({ body: "return await echo$step(input);", steps: ["echo"] });
  const runs = await Promise.all(crashes.map((_, index) => test.start(client, version, index)));
  for (const [index, { runId }] of runs.entries())
    await test.rows("update runs set owner = 0, wake_at = null, crashes = $2 where id = $1", [runId, crashes[index]]);
  return runs.map(({ runId }) => runId);
}

it("gives a run up that killed its process each time it was taken up, and no other", async () => {
  const ids = await orphans([0, 1, 2, 2, 3, 1, 2]);
  const engine = await test.engine({ echo: (input) => input });
  const ends = await Promise.all(ids.map((id) => engine.waitForEnd(id, 15_000)));
  expect(ends.map((ended) => ended?.status)).toEqual([
    "completed",
    "completed",
    "completed",
    "completed",
    "failed",
    "completed",
    "completed",
  ]);
  expect(ends[4]?.error).toEqual({ name: "ServerDied", message: "The server died 4 times while it took up this run, so it was given up." });
  expect(await test.rows("select id from runs where crashes > 0 and status = 'completed'")).toEqual([]);
});
