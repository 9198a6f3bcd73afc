import { describe, expect, it } from "vitest";
import type { FormShape } from "./form-description.ts";
import { describeForm } from "./form-description.ts";
import { convertValue, emptyValue, expressionToLiteral, literalToExpression } from "./empty-value.ts";

const text: FormShape = {
  kind: "text",
  multiline: false,
  code: undefined,
  secret: false,
  live: false,
  minLength: undefined,
  maxLength: undefined,
  pattern: undefined,
};
const number: FormShape = { kind: "number", whole: false, min: undefined, max: undefined };
const list: FormShape = { kind: "list", item: text, live: false, code: undefined, min: undefined, max: undefined };

describe("a value that changes its kind", () => {
  it("keeps what can be kept", () => {
    expect(convertValue(5, text)).toBe("5");
    expect(convertValue("5", number)).toBe(5);
    expect(convertValue("a@b.example", list)).toEqual(["a@b.example"]);
    expect(convertValue(["a@b.example"], text)).toBe("a@b.example");
    expect(convertValue("{{ order.count }}", number)).toBe("{{ order.count }}");
  });

  it("begins anew otherwise", () => {
    expect(convertValue("five", number)).toBe(0);
    expect(convertValue(undefined, list)).toEqual([]);
  });

  it("reads JSON from text and writes it as text", () => {
    const json: FormShape = { kind: "json", multiline: false, view: "json" };
    expect(convertValue("[1, 2]", json)).toEqual([1, 2]);
    expect(convertValue("no JSON", json)).toEqual({});
    expect(convertValue("{{ order }}", json)).toBe("{{ order }}");
    expect(convertValue({ a: 1 }, { ...json, view: "text" })).toBe('{"a":1}');
  });

  it("fills in what has only one value", () => {
    const [field] = describeForm({
      type: "object",
      properties: {
        markup: {
          type: "object",
          properties: { force_reply: { type: "boolean", const: true }, text: { type: "string" } },
          required: ["force_reply", "text"],
        },
      },
    });
    expect(field && emptyValue(field.shape)).toEqual({ force_reply: true });
  });
});

describe("a literal as an expression", () => {
  it("goes there and back", () => {
    for (const value of [5, true, null, [1, "a"], { a: { b: 1 } }]) expect(expressionToLiteral(literalToExpression(value))).toEqual(value);
  });

  it("is none where the expression reads something", () => {
    expect(expressionToLiteral("{{ order.count }}")).toBe(undefined);
    expect(expressionToLiteral("{{ [1, order.count] }}")).toBe(undefined);
    expect(expressionToLiteral("{{ order. }}")).toBe(undefined);
  });
});
