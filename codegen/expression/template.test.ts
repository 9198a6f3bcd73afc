import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryExpressionText } from "../testing/arbitrary-expression.ts";
import { parseExpression } from "./parse-expression.ts";
import { printExpression } from "./print-expression.ts";
import { references } from "./references.ts";
import { parseTemplate, textOf, wholeExpression } from "./template.ts";
import { canonicalConfig, canonicalValue, expressionOfValue, mapValues, valueOfExpression, walkValues } from "./values.ts";

function partsOf(text: string): string[] {
  const parsed = parseTemplate(text);
  if (!parsed.ok) return [`${parsed.problem.message} [${text.slice(parsed.problem.start, parsed.problem.end)}]`];
  return parsed.template.parts.map((part) => (part.type === "text" ? part.text : `<${printExpression(part.expression)}>`));
}

describe("parseTemplate", () => {
  it.each([
    ["plain", ["plain"]],
    ["a {{ b }} c", ["a ", "<b>", " c"]],
    ["{{a}}{{ b }}", ["<a>", "<b>"]],
    ["{{ {a: {b: 1}}}}", ["<{ a: { b: 1 } }>"]],
    ['{{ "}}" }}', ['<"}}">']],
    ["{{ `${a}}}` }}", ["<`${a}}}`>"]],
    ["a }} b { c", ["a }} b { c"]],
    ["${{{ a }}", ["${", "<a>"]],
    ["{ {{{ a.b }} }", ["{ {", "<a.b>", " }"]],
    ['{"n":{{{ a }},"m":{{{ b }}}', ['{"n":{', "<a>", ',"m":', "<{ b }>"]],
    ["{{{ a: 1 }}}", ["<{ a: 1 }>"]],
    ["${{{ a == b }}", ["`==` [==]"]],
    ["{{{{ a }}", ["`{` is unexpected [{]"]],
    ["{{ }}", ["nothing stands between the braces [{{ }}]"]],
    ["x {{ a", ["`{{` is not closed [{{ a]"]],
    ["x {{", ["`{{` is not closed [{{]"]],
    ["x {{ a b }} y", ["`b` stands where `}}` is expected [b]"]],
    ["x {{ a == b }}", ["`==` [==]"]],
  ])("splits %j", (text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });

  it("tells one expression alone from text", () => {
    const whole = (text: string): boolean => {
      const parsed = parseTemplate(text);
      return parsed.ok && wholeExpression(parsed.template) !== undefined;
    };
    expect([whole("{{ a }}"), whole(" {{ a }}"), whole("a"), whole("{{ a }}{{ b }}")]).toEqual([true, false, false, false]);
  });

  it("writes any text so that it means itself", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("{", "{{", "}}", "a", '"', "\n", "{{ a }}")).map((pieces) => pieces.join("")),
        (text) => {
          expect(canonicalValue(textOf([{ type: "text", text }]))).toBe(textOf([{ type: "text", text }]));
          const expression = expressionOfValue(textOf([{ type: "text", text }]));
          expect(expression).toMatchObject({ type: "string", value: text });
        },
      ),
    );
  });

  it("keeps a brace before an expression apart from its braces", () => {
    const a = parseExpression("a");
    if (!a.ok) throw new Error("a is an expression");
    const text = textOf([
      { type: "text", text: "{{{" },
      { type: "expression", expression: a.expression, start: 0, end: 0 },
    ]);
    expect(text).toBe('{{ "{{" }}{{ "{" }}{{ a }}');
    expect(printExpression(expressionOfValue(text))).toBe("`{{{${a}`");
  });

  it("keeps the meaning of a brace before an expression when it writes the text anew", () => {
    const text = '${{ "{" }}{{ a }} }';
    expect(canonicalValue("${{{ a }} }")).toBe(text);
    expect(canonicalValue(text)).toBe(text);
  });
});

describe("values", () => {
  it.each([
    ["{{a}}", "{{ a }}"],
    ['{{ "abc" }}', "abc"],
    ["{{ -5 }}", -5],
    ["{{ null }}", null],
    ["{{ { a: [1, order.b], c: `x${d}` } }}", { a: [1, "{{ order.b }}"], c: "x{{ d }}" }],
    ["{{ `${a}` }}", "{{ `${a}` }}"],
    ["{{ `a${b}` }}", "a{{ b }}"],
    ['a{{ "b" }}{{ c }}', "ab{{ c }}"],
    ["{{ { ...a } }}", "{{ { ...a } }}"],
    ["{{ [...a] }}", "{{ [...a] }}"],
    ["{{ a", "{{ a"],
    ["{{ undefined }}", "{{ undefined }}"],
  ])("brings %j into canonical form", (value, canonical) => {
    expect(canonicalValue(value)).toEqual(canonical);
  });

  it("is canonical once and for all, and means the same expression", () => {
    fc.assert(
      fc.property(arbitraryExpressionText, (text) => {
        const parsed = parseExpression(text);
        if (!parsed.ok) return;
        const value = valueOfExpression(parsed.expression);
        expect(canonicalValue(value)).toEqual(value);
        expect(valueOfExpression(expressionOfValue(value))).toEqual(value);
      }),
      { numRuns: 2_000 },
    );
  });

  it("visits and replaces every string with its path, `__proto__` keys included", () => {
    const value = JSON.parse('{"a":["x",{"b":"y"}],"__proto__":"z","n":1}');
    const seen: string[] = [];
    walkValues(value, (text, path) => seen.push(`${path.join(".")}=${text}`));
    expect(seen).toEqual(["a.0=x", "a.1.b=y", "__proto__=z"]);
    expect(JSON.stringify(mapValues(value, (text) => text.toUpperCase()))).toBe('{"a":["X",{"b":"Y"}],"__proto__":"Z","n":1}');
  });

  it("reads each field of a config in its own form", () => {
    const config = { when: "a  ===  1", source: "{{a}}", text: "{{a}}" };
    const forms = { when: "expression", source: "verbatim", text: "template" } as const;
    expect(canonicalConfig(config, ([key]) => forms[key as keyof typeof forms])).toEqual({
      when: "a === 1",
      source: "{{a}}",
      text: "{{ a }}",
    });
  });
});

describe("references", () => {
  it("names free names with their static paths, not parameters, globals or methods", () => {
    const parsed = parseExpression("order.items[0].name.trim() + list.map((x) => x.a + other['b']) + Math.max(n, k[key].z)");
    expect(parsed.ok && references(parsed.expression).map(({ name, path }) => [name, ...path].join("."))).toEqual([
      "order.items.0.name",
      "list",
      "other.b",
      "n",
      "k",
      "key",
    ]);
  });

  it("says where each stands", () => {
    const text = "a + order.b";
    const parsed = parseExpression(text);
    expect(parsed.ok && references(parsed.expression).map(({ start, end }) => text.slice(start, end))).toEqual(["a", "order"]);
  });
});
