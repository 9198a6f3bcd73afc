import { describe, expect, it } from "vitest";
import { changeFilters, queryOf, readFilters, writeFilters } from "./run-filters.ts";

describe("filters in an address", () => {
  it("come back as they were written", () => {
    const filters = { status: "failed", trigger: "http", document: "wfl_1", version: 3, range: "7d", text: "no stock" } as const;
    expect(writeFilters(filters).toString()).toBe("range=7d&status=failed&text=no+stock&trigger=http&version=3&workflow=wfl_1");
    expect(readFilters(writeFilters(filters))).toEqual(filters);
  });
  it("leave out what is none of ours", () => {
    const search = new URLSearchParams("status=lost&trigger=http&version=0&workflow=../x&range=1y&from=yesterday&text=%20");
    expect(readFilters(search)).toEqual({ trigger: "http" });
  });
});

describe("queryOf", () => {
  const now = Date.parse("2026-06-15T12:00:42.123Z");
  it("asks for a range up to now, cut to the minute", () => {
    expect(queryOf({ range: "1h", status: "failed" }, now)).toEqual({ status: "failed", from: "2026-06-15T11:00:00.000Z" });
  });
  it("asks for instants of one's own", () => {
    expect(queryOf({ from: "2026-06-01T08:00" }, now)).toEqual({ from: new Date(2026, 5, 1, 8).toISOString() });
  });
});

describe("changeFilters", () => {
  it("drops the version with its workflow", () => {
    expect(changeFilters({ document: "wfl_1", version: 2, status: "failed" }, { document: undefined })).toEqual({ status: "failed" });
  });
});
