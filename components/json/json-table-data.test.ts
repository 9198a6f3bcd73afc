import { describe, expect, it } from "vitest";
import { sortRows, tableOf } from "./json-table-data.ts";

describe("tableOf", () => {
  it("has a column for every key of any object", () => {
    expect(
      tableOf([
        { id: 1, name: "a" },
        { id: 2, left: 3 },
      ])?.columns,
    ).toEqual(["id", "name", "left"]);
  });
  it("is none for anything but a list of objects", () => {
    expect([tableOf([]), tableOf([1]), tableOf([{ a: 1 }, [2]]), tableOf({ a: 1 }), tableOf([{}]), tableOf([null])]).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
  });
  it("says how many columns it leaves out", () => {
    const wide = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`k${at}`, at]));
    expect(tableOf([wide])).toMatchObject({ hidden: 10 });
  });
});

describe("sortRows", () => {
  const table = tableOf([{ n: 10, t: "b10" }, { n: 9, t: "b9" }, { t: null }, { n: 100, t: "a" }]);
  it("sorts numbers by size, texts as people do, and puts what is missing last either way", () => {
    expect(table && sortRows(table, "n", false)).toEqual([1, 0, 3, 2]);
    expect(table && sortRows(table, "n", true)).toEqual([3, 0, 1, 2]);
    expect(table && sortRows(table, "t", false)).toEqual([3, 1, 0, 2]);
  });
});
