import { describe, expect, it } from "vitest";
import { readDocument, toDocument } from "./document.ts";

const text = (said: string): object => ({ type: "text", text: said });
const paragraph = (...content: readonly object[]): object => ({ type: "paragraph", content });
const item = (said: string): object => ({ type: "listItem", content: [paragraph(text(said))] });

describe("Jira's rich text", () => {
  it("makes a paragraph of each block of lines, with breaks between its lines", () => {
    expect(toDocument("One\ntwo\n\nThree")).toEqual({
      type: "doc",
      version: 1,
      content: [paragraph(text("One"), { type: "hardBreak" }, text("two")), paragraph(text("Three"))],
    });
  });

  it("makes headings, lists, quotes, rules and code", () => {
    expect(toDocument("# Title\n- a\n* b\n1. c\n> d\n---\n```js\nx\n\ny\n```").content).toEqual([
      { type: "heading", attrs: { level: 1 }, content: [text("Title")] },
      { type: "bulletList", content: [item("a"), item("b")] },
      { type: "orderedList", content: [item("c")] },
      { type: "blockquote", content: [paragraph(text("d"))] },
      { type: "rule" },
      { type: "codeBlock", attrs: { language: "js" }, content: [text("x\n\ny")] },
    ]);
  });

  it("marks bold, italic, struck, linked and coded words, and leaves the rest as it is written", () => {
    const marked = (said: string, type: string): object => ({ ...text(said), marks: [{ type }] });
    const link = { ...text("e"), marks: [{ type: "link", attrs: { href: "https://f.example/" } }] };
    expect(toDocument("**a** *b* ~~c~~ `d*` [e](https://f.example/) snake_case_name 2*3*4").content).toEqual([
      paragraph(
        marked("a", "strong"),
        text(" "),
        marked("b", "em"),
        text(" "),
        marked("c", "strike"),
        text(" "),
        marked("d*", "code"),
        text(" "),
        link,
        text(" snake_case_name 2*3*4"),
      ),
    ]);
  });

  it("makes no link of an address that is not one of the web", () => {
    expect(toDocument("[x](javascript:alert(1))").content).toEqual([paragraph(text("[x](javascript:alert(1))"))]);
  });

  it("takes no longer for a text that looks like much and is nothing", () => {
    const started = performance.now();
    for (const part of ["[", "**", "_a", "~~", "`", "# ", "- ", "> "]) toDocument(part.repeat(16_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it("closes code that nobody closed, and makes an empty document of nothing", () => {
    expect(toDocument("```\nx").content).toEqual([{ type: "codeBlock", content: [text("x")] }]);
    expect(toDocument(" \n")).toEqual({ type: "doc", version: 1, content: [] });
  });

  it("reads the words of a document, mentions and all", () => {
    const mention = { type: "mention", attrs: { id: "1", text: "@Ada" } };
    const document = {
      type: "doc",
      content: [paragraph(text("Hi "), mention, { type: "hardBreak" }, text("you")), { type: "bulletList", content: [item("a")] }],
    };
    expect(readDocument(document as never)).toBe("Hi @Ada\nyou\na");
    expect(readDocument(null)).toBe(null);
    expect(readDocument(toDocument("# T\n\n- a\n- b"))).toBe("T\na\nb");
  });
});
