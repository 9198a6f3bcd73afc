import { describe, expect, it } from "vitest";
import { writeColumns, writeFilters, writeNeededFilters, writeOrder } from "./filters.ts";

describe("Supabase's conditions", () => {
  it("writes a value after its operator, whatever is in it", () => {
    const query = writeFilters([
      { column: "name", op: "eq", value: "a&select=*,b),or(x" },
      { column: "age", op: "gte", value: 18 },
      { column: "deleted_at", op: "is", value: null, not: true },
      { column: "data->>city", op: "ilike", value: "*lon*" },
    ]);
    expect([...query]).toEqual([
      ["name", "eq.a&select=*,b),or(x"],
      ["age", "gte.18"],
      ["deleted_at", "not.is.null"],
      ["data->>city", "ilike.*lon*"],
    ]);
    expect(String(query)).toContain("name=eq.a%26select%3D*%2Cb%29%2Cor%28x&");
  });

  it("quotes each value of a list, so that none can end it", () => {
    expect(writeFilters([{ column: "id", op: "in", value: [1, 'x"),or.(y', "\\"] }]).get("id")).toBe(
      String.raw`in.("1","x\"),or.(y","\\")`,
    );
  });

  it.each(["or", "select", "a,b", "a=b", "a)", "", "and"])("refuses %j as a column", (column) => {
    expect(() => writeFilters([{ column, op: "eq", value: 1 }])).toThrow("cannot be the name of a column");
    expect(() => writeOrder([{ column }])).toThrow("cannot be the name of a column");
  });

  it("refuses a list where one value is compared, and what nothing can be", () => {
    expect(() => writeFilters([{ column: "a", op: "eq", value: ["b"] }])).toThrow('a list needs "in"');
    expect(() => writeFilters([{ column: "a", op: "eq", value: null }])).toThrow('nothing needs "is"');
    expect(() => writeFilters([{ column: "a", op: "is", value: "blue" }])).toThrow('not "blue"');
  });

  it("refuses a change of every row, and a condition on nothing", () => {
    expect(() => writeNeededFilters([])).toThrow("it would change every row");
    // What a mapping to a field that is not there gives.
    expect(() => writeNeededFilters([{ column: "id", op: "eq" } as never])).toThrow('The operator "eq" has no value to compare with.');
  });

  it("writes an order, and the columns of rows that differ", () => {
    expect(writeOrder([{ column: "created_at", direction: "desc", nulls: "last" }, { column: "id" }])).toBe(
      "created_at.desc.nullslast,id.asc",
    );
    expect(writeOrder([])).toBe(undefined);
    expect(writeColumns([{ a: 1 }, { a: 2, 'b"': 3 }])).toBe(String.raw`"a","b\""`);
  });
});
