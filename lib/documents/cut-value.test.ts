import { expect, it } from "vitest";
import { cutValue } from "./cut-value.ts";

const sizeOf = (value: unknown): number => JSON.stringify(value).length;

it("gives a small value back as it is", () => {
  const value = { a: [1, "two", null] };
  expect(cutValue(value, 1_000)).toBe(value);
});

it("keeps the beginning of a list and of a text", () => {
  const list = Array.from({ length: 1_000 }, (_, at) => at);
  const cut = cutValue(list, 100);
  expect(cut).toEqual(list.slice(0, (cut as number[]).length));
  expect(sizeOf(cut)).toBeLessThanOrEqual(100);
  expect(sizeOf(cut)).toBeGreaterThan(80);
  expect(cutValue("x".repeat(1_000), 100)).toBe("x".repeat(25));
});

it("keeps every field of an object, cutting those that are large", () => {
  const cut = cutValue({ rows: Array.from({ length: 1_000 }, (_, at) => ({ at })), text: "y".repeat(5_000), total: 7 }, 500);
  expect(Object.keys(cut as object)).toEqual(["rows", "text", "total"]);
  expect(cut).toMatchObject({ total: 7 });
  expect(sizeOf(cut)).toBeLessThanOrEqual(500);
});

it("stays within its bytes whatever the letters", () => {
  const cut = cutValue({ text: "日本".repeat(1_000) }, 200);
  expect(Buffer.byteLength(JSON.stringify(cut))).toBeLessThanOrEqual(200);
});
