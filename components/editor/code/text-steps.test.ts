import { describe, expect, it } from "vitest";
import { TextSteps } from "./text-steps.ts";

function typed(...texts: readonly (readonly [text: string, at: number])[]): TextSteps {
  const steps = new TextSteps();
  steps.clear("");
  for (const [text, at] of texts) steps.push(text, at);
  return steps;
}

describe("steps of typing", () => {
  it("join while no pause lies between the keystrokes", () => {
    const steps = typed(["a", 0], ["ab", 100], ["abc", 200], ["abcd", 2_000]);
    expect([steps.undo(), steps.undo(), steps.undo()]).toEqual(["abc", "", undefined]);
  });

  it("come back until something else is typed", () => {
    const steps = typed(["a", 0], ["ab", 2_000]);
    expect([steps.undo(), steps.undo(), steps.redo()]).toEqual(["a", "", "a"]);
    steps.push("ax", 2_100);
    expect(steps.redo()).toBeUndefined();
    expect(steps.undo()).toBe("a");
  });

  it("are forgotten when text and graph are in step", () => {
    const steps = typed(["a", 0]);
    steps.clear("a");
    expect([steps.undo(), steps.redo()]).toEqual([undefined, undefined]);
  });
});
