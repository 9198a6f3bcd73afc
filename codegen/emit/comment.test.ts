import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileTexts } from "../testing/hostile-texts.ts";
import { escapeComment, printDocComment, readDocComment, unescapeComment } from "./comment.ts";

const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...hostileTexts));

describe("comments", () => {
  it("hold any text on one line and give it back", () => {
    fc.assert(
      fc.property(text, (label) => {
        const escaped = escapeComment(label);
        expect(unescapeComment(escaped)).toBe(label);
        expect(/[\n\r\u2028\u2029]|\*\/|<\/script|^@|^ | $/i.test(escaped)).toBe(false);
      }),
    );
  });

  it("hold a title and a description of several lines and give them back", () => {
    fc.assert(
      fc.property(text, text, (title, description) => {
        const lines = printDocComment(title, description);
        fc.pre(lines.length > 0);
        expect(readDocComment(lines.join("\n"))).toEqual({ title, description });
      }),
    );
  });

  it("keep blanks of any kind at their ends", () => {
    for (const label of ["\u00a0", "a\u00a0", "\u3000a", " ", "a  ", "\t"]) {
      expect(escapeComment(label).trim()).toBe(escapeComment(label));
      expect(readDocComment(printDocComment(label, label).join("\n"))).toEqual({ title: label, description: label });
    }
  });

  it("never steer a tool", () => {
    expect(escapeComment("@ts-ignore")).toBe("\\u{40}ts-ignore");
    expect(escapeComment("*/ process.exit()")).toBe("*\\/ process.exit()");
  });
});
