import { describe, expect, it } from "vitest";
import { keepPayload, parsePayload, readPayload } from "./payload.ts";

function storage() {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
}

describe("readPayload", () => {
  it("begins with the sample, and later with what was last run with, each workflow its own", () => {
    const kept = storage();
    expect(readPayload("wfl_1", { orderId: "1001" }, kept)).toBe('{\n  "orderId": "1001"\n}');
    keepPayload("wfl_1", '{"orderId":"7"}', kept);
    expect(readPayload("wfl_1", { orderId: "1001" }, kept)).toBe('{"orderId":"7"}');
    expect(readPayload("wfl_2", undefined, kept)).toBe("{}");
  });
});

describe("parsePayload", () => {
  it("reads JSON, and nothing from an empty text", () => {
    expect(parsePayload('{"a":1}')).toEqual({ value: { a: 1 } });
    expect(parsePayload("  ")).toEqual({ value: undefined });
  });
  it("names the line where a text stops being JSON", () => {
    expect(parsePayload('{\n  "a": 1,\n  b\n}')).toEqual({ line: 3 });
  });
});
