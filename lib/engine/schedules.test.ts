import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Engine } from "./contract.ts";
import { fireSchedules, nextTime } from "./schedules.ts";
import { TestEngine } from "./test-engine.ts";

let test: TestEngine;
let engine: Engine;

beforeAll(async () => {
  test = await TestEngine.create();
  engine = await test.engine({});
});

afterAll(() => test.close());

async function schedule(name: string, cron: string, dueAt: Date): Promise<string> {
  await test.publish({ name, body: "return input.scheduledAt;" });
  const config = { on: "schedule", cron, timezone: "UTC" };
  await test.pool.query(
    "insert into triggers (workflow_id, workspace_id, \"on\", config, next_fire_at) values ($1, 'wsp_default', 'schedule', $2, $3)",
    [`wfl_${name}`, config, dueAt],
  );
  return `wfl_${name}`;
}

const runsOf = (workflowId: string) =>
  test.rows<{ status: string; note: string | null; result: string }>(
    "select status, note, result from runs where workflow_id = $1 order by created_at",
    [workflowId],
  );

describe("a schedule that is due", () => {
  it("fires once although several workers see it, and moves on to its next time", async () => {
    const due = new Date();
    const workflowId = await schedule("each", "0 0 1 1 *", due);
    await Promise.all(Array.from({ length: 5 }, () => fireSchedules(test.pool, (options) => engine.start(options))));
    await sleep(1_500);
    expect(await runsOf(workflowId)).toEqual([{ status: "completed", note: null, result: due.toISOString() }]);
    const [trigger] = await test.rows<{ next_fire_at: Date }>("select next_fire_at from triggers where workflow_id = $1", [workflowId]);
    expect(trigger?.next_fire_at).toEqual(nextTime({ cron: "0 0 1 1 *", timezone: "UTC" }, due));
  });

  it("fires once for all that was missed, and says so", async () => {
    const due = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 - 3 * 3_600_000);
    const workflowId = await schedule("hourly", "0 * * * *", due);
    await sleep(1_800);
    expect(await runsOf(workflowId)).toEqual([
      {
        status: "completed",
        note: `Due at ${due.toISOString()}, started late because nothing was running; it stands for 3 more that were missed.`,
        result: due.toISOString(),
      },
    ]);
  });
});

it("knows the next time in the schedule's own zone, across a change of the clocks", () => {
  const config = { cron: "30 9 * * *", timezone: "Europe/Berlin" };
  expect(nextTime(config, new Date("2026-03-28T12:00:00Z"))?.toISOString()).toBe("2026-03-29T07:30:00.000Z");
  expect(nextTime(config, new Date("2026-10-24T12:00:00Z"))?.toISOString()).toBe("2026-10-25T08:30:00.000Z");
});
