import { expect, it } from "vitest";
import { readCounts } from "./read-counts.ts";

const estimate = { inputTokens: 800, outputTokens: 400 };

it("believes what can be true", () => {
  expect(readCounts({ inputTokens: 650, outputTokens: 3_000 }, estimate)).toEqual({
    inputTokens: 650,
    outputTokens: 3_000,
    estimated: false,
  });
});

it.each([
  ["negative", -5_000_000],
  ["no whole number", 10.5],
  ["no number", Number.NaN],
  ["beyond every model", 5_000_000_000],
  ["nothing beside words", 0],
  ["missing", undefined],
])("estimates where the count is %s", (_, count) => {
  expect(readCounts({ inputTokens: count, outputTokens: count }, estimate)).toEqual({ ...estimate, estimated: true });
});

it("takes next to nothing beside a long answer for not counted", () => {
  expect(readCounts({ inputTokens: 1, outputTokens: 1 }, estimate)).toEqual({ inputTokens: 1, outputTokens: 400, estimated: true });
});

it("believes that a silent answer was nothing", () => {
  const silent = { inputTokens: 800, outputTokens: 0 };
  expect(readCounts({ inputTokens: 650, outputTokens: 0 }, silent)).toEqual({ inputTokens: 650, outputTokens: 0, estimated: false });
});
