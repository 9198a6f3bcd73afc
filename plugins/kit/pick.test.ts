import { expect, it } from "vitest";
import { pick } from "./pick.ts";

it("reads a property, an index, or undefined where there is none", () => {
  expect(pick({ a: 1 }, "a")).toBe(1);
  expect(pick(["x"], 0)).toBe("x");
  expect(pick({}, "missing")).toBeUndefined();
});

it.each([
  ["constructor"],
  ["prototype"],
  ["__proto__"],
  ["__defineGetter__"],
  ["__lookupSetter__"],
  [["constructor"]],
  [{ toString: (): string => "__proto__" }],
])("refuses %j", (key) => {
  expect(() => pick({}, key)).toThrow("may not be read");
});

it("asks a key for its text once, so that it cannot change between check and use", () => {
  let asked = 0;
  const key = { toString: (): string => (asked++ === 0 ? "safe" : "constructor") };
  expect(pick({ safe: 1 }, key)).toBe(1);
});
