import { expect, it } from "vitest";
import { findings, graph, node } from "../../testing/make-graph.ts";

const one = (kind: string, config: ReturnType<typeof node>["config"]): string[] => findings(graph([node("a", kind, config)], "input > a"));

it("gives the path of the shape that is wrong", () => {
  expect(one("http.request", {})).toEqual(["invalid-config at a.url: `url` of `a` is wrong: it is missing."]);
  expect(one("control.switch", { cases: [{ port: "a", when: 1 }] })).toEqual([
    "invalid-config at a.cases.0.when: `cases[0].when` of `a` is wrong: it takes a text, not the number 1.",
  ]);
  expect(one("control.fail", { message: "x", mesage: "y" })).toEqual([
    "invalid-config at a.mesage: `mesage` of `a` is wrong: there is no such field; perhaps `message` is meant.",
  ]);
});

it("lets one expression stand for any shape, and text with expressions for text only", () => {
  const loop = (max: string): string[] =>
    one("control.repeat", { until: "true", max }).filter((text) => !text.startsWith("empty-container"));
  expect(loop("{{ input.max }}")).toEqual([]);
  expect(loop("{{ input.max }}0")).toEqual([
    "invalid-config at a.max: `max` of `a` is wrong: it takes a number, not the text `{{ input.max }}0`.",
  ]);
  expect(one("control.sleep", { for: "{{ input.minutes }}m" })).toEqual([]);
  expect(one("control.sleep", { until: "{{ input.at }}" })).toEqual([]);
});

it("refuses durations, instants and schedules that are none", () => {
  expect(one("control.sleep", { for: "soon" })).toEqual([
    'invalid-config at a.for: `for` of `a` is wrong: expected a duration such as "30s", "10m", "2h" or "1d".',
  ]);
  expect(one("control.sleep", {})).toHaveLength(1);
  const scheduled = graph([]);
  scheduled.nodes[0] = node("input", "trigger", { on: "schedule", cron: "61 * * * *", timezone: "Mars/Base" });
  expect(findings(scheduled)).toEqual([
    "invalid-config at input.cron: `cron` of `input` is wrong: the schedule has `61` as its minute, which must be *, a number from 0 to 59, a range or a step.",
    'invalid-config at input.timezone: `timezone` of `input` is wrong: expected a time zone such as "Europe/Berlin".',
  ]);
});

it("names the field too many where one of two may be there", () => {
  const value = graph([node("wait", "control.sleep", { for: "30m", until: "2027-01-01T00:00:00Z" })], "input > wait");
  expect(findings(value)).toEqual(["invalid-config at wait.until: `until` of `wait` is wrong: it cannot stand beside the other fields."]);
});
