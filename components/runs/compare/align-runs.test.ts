import { describe, expect, it } from "vitest";
import { sampleStep, sampleTimeline } from "../timeline/sample-timeline.ts";
import { alignRuns } from "./align-runs.ts";

function lines(a: readonly string[], b: readonly string[]): string[] {
  const timeline = (ids: readonly string[]) =>
    sampleTimeline(ids.map((id) => (id.startsWith("step_") ? sampleStep(id) : sampleStep(id, { node: "pause", type: "sleep" }))));
  return alignRuns(timeline(a), timeline(b)).map((row) => `${row.a?.id ?? "–"} | ${row.b?.id ?? "–"}`);
}

describe("alignRuns", () => {
  it("puts the same call of a node side by side", () => {
    expect(lines(["step_a_0", "step_a_1"], ["step_a_0", "step_a_1"])).toEqual(["step_a_0 | step_a_0", "step_a_1 | step_a_1"]);
  });
  it("leaves a gap where one run took another way", () => {
    expect(lines(["step_a_0", "step_vip_0", "step_z_0"], ["step_a_0", "step_plain_0", "step_z_0"])).toEqual([
      "step_a_0 | step_a_0",
      "step_vip_0 | –",
      "– | step_plain_0",
      "step_z_0 | step_z_0",
    ]);
  });
  it("keeps together what ran in another order", () => {
    expect(lines(["step_a_0", "step_b_0"], ["step_b_0", "step_a_0"])).toEqual(["step_a_0 | step_a_0", "step_b_0 | step_b_0"]);
  });
  it("aligns waits by their turn, for their ids are a run's own", () => {
    expect(lines(["wait_1", "wait_2"], ["wait_8"])).toEqual(["wait_1 | wait_8", "wait_2 | –"]);
  });
});
