import { describe, expect, it } from "vitest";
import type { Graph } from "../../../codegen/schema/graph.ts";
import type { RunTimeline } from "../../../lib/api/run-schemas.ts";
import { at, sampleStep, sampleTimeline } from "../timeline/sample-timeline.ts";
import type { WaterfallInput } from "./waterfall-rows.ts";
import { waterfallRows } from "./waterfall-rows.ts";

const graph: Graph = {
  weft: 1,
  name: "settle",
  nodes: [
    { id: "input", kind: "trigger" },
    { id: "each", kind: "control.forEach" },
    { id: "charge", kind: "http.request", parent: "each" },
    { id: "mail", kind: "http.request", parent: "each" },
  ],
  edges: [],
};

function lines(timeline: RunTimeline, more: Partial<WaterfallInput> = {}): string[] {
  return waterfallRows({ timeline, graph, folds: new Map(), children: new Map(), ...more }).map((row) => {
    const name =
      row.type === "step"
        ? `${row.step.id}${row.round === undefined ? "" : ` #${row.round}`}`
        : row.type === "container"
          ? `${row.container.id} ×${row.rounds}`
          : row.type === "round"
            ? `#${row.number}`
            : row.type;
    return `${"  ".repeat(row.depth)}${name} ${row.status}`;
  });
}

describe("waterfallRows", () => {
  it("lists steps in the order they began", () => {
    expect(lines(sampleTimeline([sampleStep("step_a_0"), sampleStep("step_b_0", { status: "running" })]))).toEqual([
      "step_a_0 completed",
      "step_b_0 running",
    ]);
  });

  it("puts steps into the rounds of their container, closed where all is done", () => {
    const steps = [
      sampleStep("step_charge_0"),
      sampleStep("step_mail_0"),
      sampleStep("step_charge_1"),
      sampleStep("step_mail_1", { status: "failed" }),
    ];
    expect(lines(sampleTimeline(steps))).toEqual([
      "each ×2 failed",
      "  #1 completed",
      "  #2 failed",
      "    step_charge_1 completed",
      "    step_mail_1 failed",
    ]);
  });

  it("spares rounds a line when each has one step", () => {
    expect(lines(sampleTimeline([sampleStep("step_charge_0"), sampleStep("step_charge_1")]))).toEqual([
      "each ×2 completed",
      "  step_charge_0 #1 completed",
      "  step_charge_1 #2 completed",
    ]);
  });

  it("closes a container of many rounds at first, and opens it when asked", () => {
    const timeline = sampleTimeline(Array.from({ length: 30 }, (_, n) => sampleStep(`step_charge_${n}`)));
    expect(lines(timeline)).toEqual(["each ×30 completed"]);
    expect(lines(timeline, { folds: new Map([["each", true]]) })).toHaveLength(31);
  });

  it("spans a container from its first step's beginning to its last one's end", () => {
    const steps = [sampleStep("step_charge_0", { createdAt: at(10) }), sampleStep("step_charge_1", { createdAt: at(60), endedAt: at(90) })];
    const [row] = waterfallRows({ timeline: sampleTimeline(steps), graph, folds: new Map(), children: new Map() });
    expect(row).toMatchObject({ from: Date.parse(at(10)), to: Date.parse(at(100)) });
  });

  it("shows a child's steps below the step that called it, once they are there", () => {
    const timeline = sampleTimeline([sampleStep("step_call_0", { type: "child", childRun: "run_2" })]);
    const folds = new Map([["step_call_0", true]]);
    expect(lines(timeline)).toEqual(["step_call_0 completed"]);
    expect(lines(timeline, { folds })).toEqual(["step_call_0 completed", "  loading pending"]);
    const children = new Map([["run_2", sampleTimeline([sampleStep("step_x_0")], { id: "run_2" })]]);
    expect(lines(timeline, { folds, children })).toEqual(["step_call_0 completed", "  step_x_0 completed"]);
  });

  it("names what an ended run did not reach in one line at the end", () => {
    const timeline = sampleTimeline([sampleStep("step_a_0")], { status: "completed", endedAt: at(200) }, ["mail", "charge"]);
    expect(lines(timeline)).toEqual(["step_a_0 completed", "skipped skipped"]);
    expect(lines(timeline, { folds: new Map([["skipped", true]]) })).toEqual([
      "step_a_0 completed",
      "skipped skipped",
      "  notReached skipped",
      "  notReached skipped",
    ]);
  });

  it("gives every line a key of its own", () => {
    const steps = Array.from({ length: 20 }, (_, n) => sampleStep(`step_${n % 2 === 0 ? "charge" : "mail"}_${Math.floor(n / 2)}`));
    const folds = new Map([["each", true]]);
    const keys = waterfallRows({ timeline: sampleTimeline(steps), graph, folds, children: new Map() }).map((row) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("lays ten thousand steps out quickly", () => {
    const steps = Array.from({ length: 10_000 }, (_, n) => sampleStep(`step_charge_${n}`));
    const start = performance.now();
    expect(lines(sampleTimeline(steps), { folds: new Map([["each", true]]) })).toHaveLength(10_001);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
