import { describe, expect, it } from "vitest";
import { formatCount, formatDollars } from "./format-use.ts";

describe("what a question has cost", () => {
  it("is told to the cent, and to two figures where that is less than ten cents", () => {
    expect([0, 0.00421, 0.0376, 0.1, 1.204, 1_250].map(formatDollars)).toEqual([
      "$0.00",
      "$0.0042",
      "$0.038",
      "$0.10",
      "$1.20",
      "$1,250.00",
    ]);
    expect(formatCount(12_400)).toBe("12,400");
  });
});
