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

it("is left out where nothing is scheduled", () => {
  const workflow = compiled({ weft: 1, name: "byHand", nodes: [{ id: "input", kind: "trigger", config: { on: "manual" } }], edges: [] });
  expect(printVercelJson([workflow])).toBeUndefined();
});
