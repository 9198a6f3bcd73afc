import { describe, expect, it } from "vitest";
import type { Folds } from "./json-rows.ts";
import { isAt, jsonRows, noFolds, pathOf, reveal, setOpen } from "./json-rows.ts";

const order = { id: 7, customer: { name: "Ada", address: { city: "Bern" } }, items: [{ sku: "Y1" }, { sku: "Y2" }], empty: {}, note: null };

function lines(value: unknown, folds: Folds = noFolds): string[] {
  return jsonRows(value, folds).map((row) => {
    const mark = row.open === undefined ? " " : row.open ? "-" : "+";
    return `${"  ".repeat(row.depth)}${mark}${row.key ?? "$"}`;
  });
}

describe("jsonRows", () => {
  it("opens the outer levels and leaves the deeper ones closed", () => {
    expect(lines(order)).toEqual([
      "-$",
      "   id",
      "  -customer",
      "     name",
      "    +address",
      "  -items",
      "    +0",
      "    +1",
      "   empty",
      "   note",
    ]);
  });
  it("leaves a long list closed, except for the whole value", () => {
    const long = Array.from({ length: 60 }, (_, at) => at);
    expect(lines({ long })).toEqual(["-$", "  +long"]);
    expect(lines(long)).toHaveLength(61);
  });
  it("has one line for a value that holds nothing", () => {
    expect(lines("text")).toEqual([" $"]);
    expect(lines([])).toEqual([" $"]);
  });
  it("closes one container", () => {
    expect(lines(order, setOpen(noFolds, ["customer"], false))).toEqual([
      "-$",
      "   id",
      "  +customer",
      "  -items",
      "    +0",
      "    +1",
      "   empty",
      "   note",
    ]);
  });
  it("opens everything below a container", () => {
    expect(lines({ a: { b: { c: { d: 1 } } } }, setOpen(noFolds, ["a"], true, true))).toEqual([
      "-$",
      "  -a",
      "    -b",
      "      -c",
      "         d",
    ]);
  });
  it("lets a later choice further in stand against an earlier one for all", () => {
    const folds = setOpen(setOpen(noFolds, [], true, true), ["a", "b"], false);
    expect(lines({ a: { b: { c: 1 } } }, folds)).toEqual(["-$", "  -a", "    +b"]);
  });
  it("forgets earlier choices further in when all below is closed", () => {
    const folds = setOpen(setOpen(noFolds, ["a", "b"], true), ["a"], false, true);
    expect(lines({ a: { b: { c: 1 } } }, setOpen(folds, ["a"], true))).toEqual(["-$", "  -a", "    +b"]);
  });
  it("shows a path that was hidden", () => {
    const folds = reveal(noFolds, ["customer", "address", "city"]);
    const rows = jsonRows(order, folds);
    expect(rows.filter((row) => isAt(row, ["customer", "address", "city"])).map(pathOf)).toEqual([["customer", "address", "city"]]);
  });
  it("lays 100,000 values out at once", () => {
    const large = Array.from({ length: 20_000 }, (_, id) => ({ id, a: 1, b: 2, c: 3 }));
    const start = performance.now();
    expect(jsonRows(large, setOpen(noFolds, [], true, true))).toHaveLength(100_001);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
