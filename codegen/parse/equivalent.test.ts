import { describe, expect, it } from "vitest";
import { draw } from "../testing/draw.ts";
import { testCatalog } from "../testing/test-catalog.ts";
import { equivalent } from "./equivalent.ts";

function compare(nodes: string, a: string, b: string): boolean {
  return equivalent(draw(nodes, a), draw(nodes, b), testCatalog);
}

describe("equivalent", () => {
  it("sees through edges that others imply", () => {
    expect(compare("a, b, c", "input > a > b > c", "input > a > b > c, a > c, input > c")).toBe(true);
  });

  it("tells a later start from an earlier one", () => {
    expect(compare("a, b", "input > a > b", "input > a, input > b")).toBe(false);
  });

  it("tells a narrower condition from a wider one", () => {
    expect(compare("c:if, a", "input > c.true > a", "input > c.true > a, c.false > a")).toBe(false);
  });

  it("takes a disabled step for an empty one", () => {
    expect(compare("a, old:off, b", "input > a > old > b", "input > a > b, a > old")).toBe(true);
  });

  it("doesn't mind in which order nodes stand that exclude each other", () => {
    const nodes = "c:if, d:if, x, j";
    expect(
      compare(nodes, "input > c.true > d.true > x, d.false > j, c.false > j", "input > c.true > d.true > x, d.false > j, c.false > j"),
    ).toBe(true);
    expect(compare(nodes, "input > c.true > d, d.true > x, d.false > j, c.false > j", "input > c > d.true > x, c.true > d")).toBe(false);
  });
});
