import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, findEdits, mapOffset } from "./text-edits.ts";

const lines = array(constantFrom("a", "b", "  c", "", "const x = 1;", "}"), { maxLength: 14 }).map((items) => items.join("\n"));

describe("the edits between two texts", () => {
  it("make the one of the other, whatever they are", () => {
    assert(
      property(lines, lines, (before, after) => {
        expect(applyEdits(before, findEdits(before, after))).toBe(after);
      }),
    );
  });

  it("are none where nothing changed", () => {
    expect(findEdits("a\nb\n", "a\nb\n")).toEqual([]);
  });

  it("change a letter where only a letter changed", () => {
    expect(findEdits("one\ntwo\nthree\n", "one\ntow\nthree\n")).toEqual([{ start: 5, end: 7, text: "ow" }]);
  });

  it("insert a line between two that stay", () => {
    expect(findEdits("one\nthree\n", "one\ntwo\nthree\n")).toEqual([{ start: 4, end: 4, text: "two\n" }]);
  });

  it("leave what stands between two changes alone", () => {
    const before = "a\nb\nc\nd\ne\n";
    expect(findEdits(before, "A\nb\nc\nd\nE\n")).toEqual([
      { start: 0, end: 1, text: "A" },
      { start: 8, end: 9, text: "E" },
    ]);
  });

  it("follow lines that moved down by what was put above them", () => {
    const before = Array.from({ length: 1_000 }, (_, index) => `line ${index}\n`).join("");
    const after = `import x;\n${before.replace("line 500", "line five hundred")}`;
    const edits = findEdits(before, after);
    expect(edits).toHaveLength(2);
    expect(applyEdits(before, edits)).toBe(after);
  });

  it("give texts that have nothing in common as one edit, quickly", () => {
    const before = Array.from({ length: 3_000 }, (_, index) => `a${index}\n`).join("");
    const after = Array.from({ length: 3_000 }, (_, index) => `b${index}\n`).join("");
    const edits = findEdits(before, after);
    expect(edits).toHaveLength(1);
    expect(applyEdits(before, edits)).toBe(after);
  });
});

describe("a place of the text", () => {
  it("stays where nothing changed before it and moves where something did", () => {
    const edits = findEdits("one\nthree\n", "one\ntwo\nthree\n");
    expect([0, 3, 4, 9].map((offset) => mapOffset(offset, edits))).toEqual([0, 3, 8, 13]);
  });

  it("inside what was replaced stands in what replaced it", () => {
    const edits = [{ start: 4, end: 10, text: "ab" }];
    expect([4, 5, 9, 10, 12].map((offset) => mapOffset(offset, edits))).toEqual([4, 5, 6, 6, 8]);
  });

  it("is where the same letter stands, wherever letters stay", () => {
    assert(
      property(lines, lines, (before, after) => {
        const edits = findEdits(before, after);
        const stays = [...Array(before.length).keys()].filter((offset) => !edits.some(({ start, end }) => offset >= start && offset < end));
        expect(stays.map((offset) => after[mapOffset(offset, edits)])).toEqual(stays.map((offset) => before[offset]));
      }),
    );
  });
});
