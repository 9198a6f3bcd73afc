import { expect, it } from "vitest";
import { nearestName } from "./nearest-name.ts";

it.each([
  ["custmer", "customer"],
  ["oredr", "order"],
  ["Order", "order"],
  ["xyz", undefined],
])("takes %s for %s", (name, expected) => {
  expect(nearestName(name, ["order", "customer", "stock"])).toBe(expected);
});
