import { describe, expect, it } from "vitest";
import { sampleStep } from "../timeline/sample-timeline.ts";
import { differs, slowerBy } from "./step-difference.ts";

const took = (durationMs: number) => sampleStep("step_a_0", { durationMs });

describe("slowerBy", () => {
  it("tells what is more than the noise of a machine", () => {
    expect(slowerBy(took(100), took(400))).toBe(300);
    expect(slowerBy(took(400), took(100))).toBe(-300);
    expect([slowerBy(took(5), took(20)), slowerBy(took(1_000), took(1_100)), slowerBy(took(5), undefined)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("differs", () => {
  const row = (a: ReturnType<typeof took> | undefined, b: typeof a) => ({ key: "step_a_0", node: "a", label: "", a, b });
  it("looks at whether it ran, how it ended and what it gave", () => {
    expect(differs(row(took(1), took(900)))).toBe(false);
    expect(differs(row(took(1), undefined))).toBe(true);
    expect(differs(row(took(1), sampleStep("step_a_0", { status: "failed" })))).toBe(true);
    expect(differs(row(took(1), sampleStep("step_a_0", { preview: "2" })))).toBe(true);
  });
});
