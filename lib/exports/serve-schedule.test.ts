import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalWorld } from "@workflow/world-local";
import { start } from "workflow/api";
import { getWorld, setWorld } from "workflow/runtime";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { serveSchedule } from "./template/server/serve-schedule.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "schedule-"));
  const world = createLocalWorld({ dataDir: folder });
  // Runs are kept and found, but nothing works on them.
  setWorld(Object.assign(Object.create(world) as typeof world, { queue: async () => ({ messageId: null }) }));
  vi.stubEnv("CRON_SECRET", "crons");
  // Runs are told apart by a clock that does not go back, so each test is later than the one before.
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  setWorld(undefined);
  await rm(folder, { recursive: true, force: true });
});

const workflow = Object.assign(async (_input: { scheduledAt: string }) => null, { workflowId: "workflow//workflows/report.ts//report" });
const schedule = (cron: string, timezone?: string): ((request: Request) => Promise<Response>) =>
  serveSchedule(workflow, { on: "schedule", cron, ...(timezone === undefined ? {} : { timezone }) });

async function callAt(time: string, route: (request: Request) => Promise<Response>): Promise<{ started: boolean; run?: { id: string } }> {
  vi.setSystemTime(time);
  const request = new Request("http://localhost/api/schedules/report", { headers: { authorization: "Bearer crons" } });
  return (await route(request)).json() as Promise<{ started: boolean; run?: { id: string } }>;
}

async function runs(): Promise<number> {
  return (await getWorld().runs.list({})).data.length;
}

it("starts what was due when a call is late, once", async () => {
  const first = await callAt("2026-03-02T07:01:20Z", schedule("0 7 * * *"));
  expect(first.started).toBe(true);
  // Another process knows it from the world alone.
  expect(await callAt("2026-03-02T07:59:00Z", schedule("0 7 * * *"))).toEqual({ started: false, run: first.run });
  expect(await callAt("2026-03-02T08:30:00Z", schedule("0 7 * * *"))).toEqual({ started: false });
  expect((await callAt("2026-03-03T07:00:00Z", schedule("0 7 * * *"))).started).toBe(true);
  expect(await runs()).toBe(2);
});

it("starts one run for calls that come at once", async () => {
  const route = schedule("*/5 * * * *");
  const answers = await Promise.all([1, 2, 3].map(() => callAt("2026-03-04T07:05:00Z", route)));
  expect(answers.map(({ started }) => started)).toEqual([true, false, false]);
  expect(await runs()).toBe(1);
});

it("starts nothing before its time, and knows the zone", async () => {
  const route = schedule("30 7 * * 1", "Europe/Berlin");
  expect(await callAt("2026-03-09T06:29:59Z", route)).toEqual({ started: false });
  expect((await callAt("2026-03-09T06:30:00Z", route)).started).toBe(true);
  expect(await callAt("2026-03-10T06:30:00Z", route)).toEqual({ started: false });
});

it("is not kept from it by runs for other moments, however many", async () => {
  vi.setSystemTime("2026-03-11T07:00:30Z");
  for (let n = 0; n < 101; n++) await start(workflow, [{ scheduledAt: "2020-01-01T00:00:00.000Z" }]);
  const route = schedule("0 7 * * *");
  expect((await callAt("2026-03-11T07:01:00Z", route)).started).toBe(true);
  for (let n = 0; n < 101; n++) await start(workflow, [{ scheduledAt: "2020-01-01T00:00:00.000Z" }]);
  expect((await callAt("2026-03-11T07:02:00Z", schedule("0 7 * * *"))).started).toBe(false);
}, 30_000);

it("starts nothing for a stranger, and goes on after a call that failed", async () => {
  vi.setSystemTime("2026-03-12T07:00:00Z");
  const route = schedule("0 7 * * *");
  expect((await route(new Request("http://localhost/"))).status).toBe(401);
  const { runs } = getWorld();
  const list = vi.spyOn(runs, "list").mockRejectedValueOnce(new Error("down"));
  await expect(callAt("2026-03-12T07:00:00Z", route)).rejects.toThrow("down");
  list.mockRestore();
  expect((await callAt("2026-03-12T07:01:00Z", route)).started).toBe(true);
});
