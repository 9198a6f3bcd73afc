import { expect, it } from "vitest";
import { printVercelJson } from "./vercel-json.ts";
import { compiled } from "./workflows-for-test.ts";

function cronOf(cron: string, timezone?: string): unknown {
  const trigger = { on: "schedule", cron, ...(timezone === undefined ? {} : { timezone }) };
  const workflow = compiled({ weft: 1, name: "nightly", nodes: [{ id: "at", kind: "trigger", config: trigger }], edges: [] });
  return JSON.parse(printVercelJson([workflow]) ?? "null");
}

it("has a cron for a schedule in UTC as it is", () => {
  expect(cronOf("0 7 * * 1")).toMatchObject({ crons: [{ path: "/api/schedules/nightly", schedule: "0 7 * * 1" }] });
  expect(cronOf("*/5 9-17 * * *", "Etc/UTC")).toMatchObject({ crons: [{ schedule: "*/5 9-17 * * *" }] });
});

it("looks at a schedule of another time zone each hour at its minutes, or each minute where the zone is not whole hours away", () => {
  expect(cronOf("30 7 * * 1", "Europe/Berlin")).toMatchObject({ crons: [{ schedule: "30 * * * *" }] });
  expect(cronOf("0 7 * * 1", "Asia/Kolkata")).toMatchObject({ crons: [{ schedule: "* * * * *" }] });
});

it.each([
  ["0 7 * * MON-FRI", "0 7 * * 1-5"],
  ["0 7 * * sun,WED", "0 7 * * 0,3"],
  ["0 7 1 jan-MAR *", "0 7 1 1-3 *"],
  ["0 7 * * 7", "0 7 * * 0"],
  ["0 7 * * 5-7", "0 7 * * 0,5,6"],
  ["0 7 * * 1-7/2", "0 7 * * 0,1,3,5"],
  ["0 7 * * */7", "0 7 * * */7"],
  ["0 7 * * 1,3-5", "0 7 * * 1,3-5"],
])("says %s as Vercel takes it", (cron, schedule) => {
  expect(cronOf(cron)).toMatchObject({ crons: [{ schedule }] });
});

it("looks each hour at a schedule of days of the month and of the week, which Vercel does not take", () => {
  expect(cronOf("30 7 1 * MON")).toMatchObject({ crons: [{ schedule: "30 * * * *" }] });
});

it("is left out where nothing is scheduled", () => {
  const workflow = compiled({ weft: 1, name: "byHand", nodes: [{ id: "input", kind: "trigger", config: { on: "manual" } }], edges: [] });
  expect(printVercelJson([workflow])).toBeUndefined();
});
