import { describe, expect, it } from "vitest";
import { foldRun } from "./fold-run.ts";
import type { RunMessage } from "./run-message.ts";
import { at, sampleStep, sampleTimeline } from "./sample-timeline.ts";

const step = (data: Extract<RunMessage, { event: "step" }>["data"]): RunMessage => ({ event: "step", data });

describe("foldRun", () => {
  it("shows each node as its only call is", () => {
    const folded = foldRun(sampleTimeline([sampleStep("step_order_0", { preview: '{"id":1001}' })]));
    expect(folded.get("order")).toEqual({
      status: "completed",
      attempt: 1,
      durationMs: 100,
      calls: { total: 1, done: 1, failed: 0 },
      preview: '{"id":1001}',
      error: null,
      until: null,
      reused: false,
    });
  });

  it("follows a step from its first message to its end", () => {
    const timeline = sampleTimeline([]);
    const begun = step({ id: "step_order_0", node: "order", status: "running", attempt: 1, startedAt: at(5) });
    expect(foldRun(timeline, [begun]).get("order")).toMatchObject({ status: "running", durationMs: null });
    const done = step({ id: "step_order_0", node: "order", status: "completed", attempt: 1, endedAt: at(45), durationMs: 40 });
    expect(foldRun(timeline, [begun, done]).get("order")).toMatchObject({ status: "completed", durationMs: 40 });
  });

  it("counts the calls of a node in a loop, and shows what goes on before what is done", () => {
    const timeline = sampleTimeline([
      sampleStep("step_pay_0"),
      sampleStep("step_pay_1", { status: "failed" }),
      sampleStep("step_pay_2", { status: "running" }),
    ]);
    expect(foldRun(timeline).get("pay")).toMatchObject({ status: "running", calls: { total: 3, done: 1, failed: 1 } });
  });

  it("shows a failure among calls that are done", () => {
    const failed = sampleStep("step_pay_0", { status: "failed", error: { message: "Card declined." } });
    expect(foldRun(sampleTimeline([failed, sampleStep("step_pay_1")])).get("pay")).toMatchObject({
      status: "failed",
      error: "Card declined.",
    });
  });

  it("says when a pause before the next attempt ends", () => {
    const retrying = sampleStep("step_order_0", { status: "retrying", attempt: 2, retryAt: at(2_000) });
    expect(foldRun(sampleTimeline([retrying])).get("order")).toMatchObject({ status: "retrying", attempt: 2, until: at(2_000) });
  });

  it("shows an approval that a message tells of, and that it was answered", () => {
    const timeline = sampleTimeline([]);
    const asked: RunMessage = {
      event: "wait",
      data: { waits: [{ node: "ok", label: "", kind: "approval", message: "Refund?", since: at(9), url: "/api/hooks/t" }] },
    };
    expect(foldRun(timeline, [asked]).get("ok")).toMatchObject({ status: "waiting" });
    expect(foldRun(timeline, [asked, asked]).get("ok")?.calls.total).toBe(1);
    expect(foldRun(timeline, [asked, { event: "wait", data: { waits: [] } }]).get("ok")).toMatchObject({ status: "completed" });
  });

  it("marks what an ended run did not reach, and only then", () => {
    expect(foldRun(sampleTimeline([], {}, ["alert"])).has("alert")).toBe(false);
    const ended = foldRun(sampleTimeline([], { status: "completed" }, ["alert"]));
    expect(ended.get("alert")).toMatchObject({ status: "skipped", calls: { total: 0 } });
  });

  it("lets nothing go on in a run that was cancelled", () => {
    const sleeping = sampleStep("wait_1", { node: "pause", type: "sleep", status: "waiting", until: at(60_000) });
    expect(foldRun(sampleTimeline([sleeping], { status: "cancelled" })).get("pause")).toMatchObject({ status: "cancelled", until: null });
  });

  it("takes nothing back when messages come late or twice", () => {
    const timeline = sampleTimeline([sampleStep("step_order_0", { attempt: 2, endedAt: at(90) })]);
    const late = step({ id: "step_order_0", node: "order", status: "running", attempt: 1 });
    const again = step({ id: "step_order_0", node: "order", status: "running", attempt: 2 });
    expect(foldRun(timeline, [late, again]).get("order")).toMatchObject({ status: "completed", attempt: 2 });
  });

  it("keeps up with ten thousand steps", () => {
    const timeline = sampleTimeline(Array.from({ length: 10_000 }, (_, n) => sampleStep(`step_pay_${n}`)));
    const start = performance.now();
    expect(foldRun(timeline, [step({ id: "step_pay_0", node: "pay", status: "failed" })]).get("pay")?.calls.total).toBe(10_000);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
