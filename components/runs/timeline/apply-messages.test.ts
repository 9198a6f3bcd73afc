import { describe, expect, it } from "vitest";
import { applyMessages } from "./apply-messages.ts";
import { at, sampleStep, sampleTimeline } from "./sample-timeline.ts";

describe("applyMessages", () => {
  it("gives the same timeline when nothing was told", () => {
    const timeline = sampleTimeline([]);
    expect(applyMessages(timeline, [])).toBe(timeline);
  });

  it("keeps what an event does not say: the workflow's title, a step's preview", () => {
    const timeline = sampleTimeline([sampleStep("step_order_0", { preview: "1001" })]);
    const next = applyMessages(timeline, [
      { event: "run", data: { id: "run_1", status: "completed", endedAt: at(300) } },
      { event: "step", data: { id: "step_order_0", node: "order", status: "completed", endedAt: at(120) } },
    ]);
    expect(next.run).toMatchObject({ title: "Order alert", status: "completed", endedAt: at(300) });
    expect(next.steps).toEqual([sampleStep("step_order_0", { preview: "1001", endedAt: at(120) })]);
  });

  it("keeps steps in their places and adds new ones at the end", () => {
    const timeline = sampleTimeline([sampleStep("step_a_0", { status: "running" }), sampleStep("step_b_0")]);
    const next = applyMessages(timeline, [
      { event: "step", data: { id: "step_c_0", node: "c", status: "running", kind: "control.call" } },
      { event: "step", data: { id: "step_a_0", node: "a", status: "completed", endedAt: at(50) } },
    ]);
    expect(next.steps.map((step) => [step.id, step.status, step.type])).toEqual([
      ["step_a_0", "completed", "step"],
      ["step_b_0", "completed", "step"],
      ["step_c_0", "running", "child"],
    ]);
  });
});
