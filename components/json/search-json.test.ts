import { describe, expect, it } from "vitest";
import { MOST_MATCHES, markMatches, searchJson } from "./search-json.ts";

describe("searchJson", () => {
  const value = { Order: { id: 1001, lines: [{ sku: "yarn-1", order: true }, { sku: "YARN-2" }] }, note: null };
  it("finds keys and values whatever their case, in order", () => {
    expect(searchJson(value, "yarn")).toEqual([
      ["Order", "lines", 0, "sku"],
      ["Order", "lines", 1, "sku"],
    ]);
    expect(searchJson(value, "order")).toEqual([["Order"], ["Order", "lines", 0, "order"]]);
  });
  it("finds numbers and null by how they are written", () => {
    expect(searchJson(value, "1001")).toEqual([["Order", "id"]]);
    expect(searchJson(value, "null")).toEqual([["note"]]);
  });
  it("finds nothing for an empty text", () => {
    expect(searchJson(value, "")).toEqual([]);
  });
  it("stops counting where nobody would go on", () => {
    expect(
      searchJson(
        Array.from({ length: MOST_MATCHES + 10 }, () => "x"),
        "x",
      ),
    ).toHaveLength(MOST_MATCHES);
  });
});

describe("markMatches", () => {
  it("cuts a text at what is searched for", () => {
    expect(markMatches("Yarn and yarn", "YARN")).toEqual([
      { text: "Yarn", isMatch: true },
      { text: " and ", isMatch: false },
      { text: "yarn", isMatch: true },
    ]);
  });
  it("leaves a text without a match whole", () => {
    expect(markMatches("wool", "yarn")).toEqual([{ text: "wool", isMatch: false }]);
    expect(markMatches("", "yarn")).toEqual([{ text: "", isMatch: false }]);
  });
});
