import { describe, expect, it } from "vitest";
import { MOST_CHANGES, diffJson } from "./diff-json.ts";

describe("diffJson", () => {
  it("finds nothing between equal values", () => {
    expect(diffJson({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toEqual([]);
  });
  it("names each place that differs", () => {
    const before = { id: 1, customer: { name: "Ada", plan: "vip" }, items: [{ sku: "a" }, { sku: "b" }] };
    const after = { id: 1, customer: { name: "Ada", plan: "free", since: 2020 }, items: [{ sku: "a" }] };
    expect(diffJson(before, after)).toEqual([
      { path: ["customer", "plan"], kind: "changed", before: "vip", after: "free" },
      { path: ["customer", "since"], kind: "added", before: undefined, after: 2020 },
      { path: ["items", 1], kind: "removed", before: { sku: "b" }, after: undefined },
    ]);
  });
  it("takes a list and an object for different values", () => {
    expect(diffJson({ a: [] }, { a: {} })).toEqual([{ path: ["a"], kind: "changed", before: [], after: {} }]);
  });
  it("tells null from what is not there", () => {
    expect(diffJson({ a: null }, {})).toEqual([{ path: ["a"], kind: "removed", before: null, after: undefined }]);
  });
  it("stops where values have nothing in common", () => {
    expect(
      diffJson(
        Array.from({ length: 2_000 }, (_, at) => at),
        Array.from({ length: 2_000 }, (_, at) => -at - 1),
      ),
    ).toHaveLength(MOST_CHANGES);
  });
});
