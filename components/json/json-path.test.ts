import { describe, expect, it } from "vitest";
import { pathExpression, valueAt } from "./json-path.ts";

describe("pathExpression", () => {
  it("writes names with dots and positions in brackets", () => {
    expect(pathExpression("order", ["body", "items", 0, "sku"])).toBe("order.body.items[0].sku");
  });
  it("quotes a key that is no name", () => {
    expect(pathExpression("order", ["headers", "content-type"])).toBe('order.headers["content-type"]');
    expect(pathExpression("order", ['a"b'])).toBe('order["a\\"b"]');
  });
  it("is the root itself for the whole value", () => {
    expect(pathExpression("order", [])).toBe("order");
  });
  it("starts with the first key when there is no root", () => {
    expect(pathExpression("", ["items", 2])).toBe("items[2]");
  });
});

describe("valueAt", () => {
  const value = { items: [{ sku: "Y1" }] };
  it("finds what stands at a path", () => {
    expect(valueAt(value, ["items", 0, "sku"])).toBe("Y1");
    expect(valueAt(value, [])).toBe(value);
  });
  it("finds nothing where there is nothing, inherited members included", () => {
    expect(valueAt(value, ["items", 3, "sku"])).toBeUndefined();
    expect(valueAt(value, ["toString"])).toBeUndefined();
  });
});
