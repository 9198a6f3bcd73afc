import { describe, expect, it } from "vitest";
import { at, sampleStep } from "../timeline/sample-timeline.ts";
import { segmentsOf } from "./bar-segments.ts";

const noon = Date.parse(at(0));
const running = { now: noon + 1_000, end: undefined };
/** `running 10-50`, in milliseconds after noon. */
const read = (...given: Parameters<typeof segmentsOf>): string[] =>
  segmentsOf(...given).map(({ kind, from, to }) => `${kind} ${from - noon}-${to - noon}`);

describe("segmentsOf", () => {
  it("tells waiting for a worker from running", () => {
    expect(read(sampleStep("step_a_0", { startedAt: at(10), endedAt: at(50) }), running)).toEqual(["queued 0-10", "running 10-50"]);
  });
  it("draws what goes on up to now, and in an ended run up to its end", () => {
    const step = sampleStep("step_a_0", { status: "running" });
    expect(read(step, running)).toEqual(["running 0-1000"]);
    expect(read(step, { now: noon + 1_000, end: noon + 400 })).toEqual(["running 0-400"]);
    expect(read(sampleStep("step_a_0", { status: "pending", startedAt: null }), running)).toEqual(["queued 0-1000"]);
  });
  it("draws sleeps, approvals and events as waiting", () => {
    expect(read(sampleStep("wait_1", { type: "sleep", endedAt: at(500) }), running)).toEqual(["waiting 0-500"]);
  });
  it("shows each attempt and the pauses between them", () => {
    const step = sampleStep("step_a_0", { attempt: 2, endedAt: at(300) });
    const attempts = [
      { number: 1, startedAt: at(0), endedAt: at(80), error: { message: "503" } },
      { number: 2, startedAt: at(280), endedAt: at(300), error: null },
    ];
    expect(read(step, running, attempts)).toEqual(["failed 0-80", "pause 80-280", "running 280-300"]);
  });
  it("pauses up to now before the next attempt", () => {
    const step = sampleStep("step_a_0", { status: "retrying", retryAt: at(2_000) });
    expect(read(step, running)).toEqual(["pause 0-1000"]);
    expect(read(step, running, [{ number: 1, startedAt: at(0), endedAt: at(80), error: { message: "503" } }])).toEqual([
      "failed 0-80",
      "pause 80-1000",
    ]);
  });
});
