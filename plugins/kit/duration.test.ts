import { expect, it } from "vitest";
import { parseDuration } from "./duration.ts";

it.each([
  ["250ms", 250],
  ["30s", 30_000],
  ["1.5m", 90_000],
  ["2h", 7_200_000],
  ["1d", 86_400_000],
  ["1 w", 604_800_000],
])("reads %s", (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

it.each([[""], ["30"], ["s"], ["-1s"], ["1y"], ["constructor"], ["30s "]])("refuses %j", (text) => {
  expect(() => parseDuration(text)).toThrow("is not a duration");
});
