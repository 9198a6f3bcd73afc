import { describe, expect, it } from "vitest";
import { expressionOfPath, insertExpression, isInBraces, segmentsOf } from "./segments.ts";

const shown = (text: string): string[] => segmentsOf(text, "template").map((one) => (one.kind === "chip" ? `[${one.label}]` : one.text));

describe("a field's text as chips", () => {
  it("shows paths as their steps and anything else as it is written", () => {
    expect(shown("Order {{ order.body.total }} of {{customer?.name}}!")).toEqual([
      "Order ",
      "[order › body › total]",
      " of ",
      "[customer › name]",
      "!",
    ]);
    expect(shown('{{ items[0]["odd name"] }}')).toEqual(["[items › 0 › odd name]"]);
    expect(shown("{{ a.b * 2 }}")).toEqual(["[a.b * 2]"]);
  });

  it("loses nothing: the stretches are the text", () => {
    for (const text of [
      "",
      "plain",
      "{{ a }}",
      "x {{ a }}{{ b.c }} y",
      "{{ a. }} and {{ b }}",
      "{{ {a: {b: 1}} }}",
      "{{",
      "}} {{ a",
      "{{ '}}' }}",
    ]) {
      expect(
        segmentsOf(text, "template")
          .map((one) => one.text)
          .join(""),
      ).toBe(text);
    }
  });

  it("leaves what does not parse as text and shows the rest", () => {
    expect(shown("{{ a. }} and {{ b.c }}")).toEqual(["{{ a. }} and ", "[b › c]"]);
    expect(shown("{{ a. and {{ b.c }}")).toEqual(["{{ a. and ", "[b › c]"]);
    expect(shown("{{ {a: {b: 1}} }} {{ c. }}")).toEqual(["[{ a: { b: 1 } }]", " {{ c. }}"]);
  });

  it("takes a bare expression as one text", () => {
    expect(segmentsOf("a.b > 1", "expression")).toEqual([{ kind: "text", text: "a.b > 1", start: 0, end: 7 }]);
  });
});

describe("inserting a value", () => {
  const insert = (marked: string, mode: "template" | "expression" = "template"): string => {
    const from = marked.indexOf("|");
    const text = marked.replace("|", "");
    const { insert: put, caret, to } = insertExpression(text, { from, to: from }, "order.total", mode);
    const result = text.slice(0, from) + put + text.slice(to);
    return `${result.slice(0, caret)}|${result.slice(caret)}`;
  };

  it("puts braces around it in text, and none inside of braces or in a condition", () => {
    expect(insert("|")).toBe("{{ order.total }}|");
    expect(insert("Sum: |!")).toBe("Sum: {{ order.total }}|!");
    expect(insert("{{ a }}|")).toBe("{{ a }}{{ order.total }}|");
    expect(insert("{{ | }}")).toBe("{{ order.total| }}");
    expect(insert("{{ a + | }} b")).toBe("{{ a + order.total| }} b");
    expect(insert("{{ |")).toBe("{{ order.total|");
    expect(insert("| > 1", "expression")).toBe("order.total| > 1");
  });

  it("knows where braces are", () => {
    expect([0, 1, 2, 5, 6, 7].map((offset) => isInBraces("{{ a }}", offset))).toEqual([false, false, true, true, false, false]);
  });

  it("writes ?. behind what may be missing and quotes odd names", () => {
    expect(
      expressionOfPath([
        { name: "order", optional: false },
        { name: "body", optional: false },
      ]),
    ).toBe("order.body");
    expect(
      expressionOfPath([
        { name: "alert", optional: true },
        { name: "body", optional: true },
        { name: "ts", optional: false },
      ]),
    ).toBe("alert?.body?.ts");
    expect(
      expressionOfPath([
        { name: "rows", optional: true },
        { name: 0, optional: false },
        { name: "odd name", optional: false },
      ]),
    ).toBe('rows?.[0]["odd name"]');
  });
});
