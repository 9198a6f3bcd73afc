import { format } from "oxfmt";
import { describe, expect, it } from "vitest";
import type { Expression } from "./ast.ts";
import { parseExpression } from "./parse-expression.ts";
import type { PrintOptions } from "./print-expression.ts";
import { needsPick, printExpression } from "./print-expression.ts";

function parse(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.expression;
}

const print = (text: string, options?: PrintOptions): string => printExpression(parse(text), options);

const samples = [
  "a/b/c",
  "a*b/c",
  "a*b%c",
  "a%b*c",
  "a+b%c",
  "a-(b-c)",
  "(a+b)-c",
  "a?b?c:d:e",
  "a?b:c?d:e",
  "(a?b:c)?d:e",
  "a||b||c",
  "a&&b||c",
  "(a??b)||c",
  "(a**b)**c",
  "a**(b**c)",
  "-(-a)",
  "!(!a)",
  "- +a",
  "(-a)**b",
  "typeof (a+b)",
  "a===b===c",
  "a<<b<<c",
  "a&b|c",
  "a+b<<c",
  "a<<b+c",
  "a===b&c",
  "x.map(a=>({a}))",
  "x.map(a=>({a}).b)",
  "x.map(a=>a?b:c)",
  "x.map(([a,b])=>a)",
  "1..toFixed()",
  "({'a':1,'b-c':2})",
  "({a,...b})",
  "(a?.b).c",
  "x.map(({a:b,c})=>a)",
  "'it\\'s'",
  "'say \"hi\"'",
  "a>(b??c)",
  "new Date().getTime()",
  "a ^ b & c",
  "`a${ b+c }`",
  "x[`a`]",
  "(a < b) === (c !== d)",
];

describe("printExpression", () => {
  it.each(samples)("lays out %s as prettier does", async (text) => {
    const printed = print(text);
    const formatted = await format("x.ts", `value = ${printed};\n`, { printWidth: 300 });
    expect(formatted.code).toBe(`value = ${printed};\n`);
  });

  it("puts a shift that is compared in parentheses, so that nothing behind it reads as type arguments", () => {
    expect(print("a<<b>c")).toBe("(a << b) > c");
    expect(print("a<<b<c")).toBe("a << b < c");
  });

  it("escapes what a reader or a page could be misled by", () => {
    expect(print("'\u202e\u2028</script>\\u0000\\ud800é😀'")).toBe('"\\u202e\\u2028\\u003c/script>\\u0000\\ud800é😀"');
    expect(print("`\u202e\n`")).toBe("`\\u202e\\n`");
  });

  it("puts computed keys through pick in code, and only there", () => {
    expect(print("order[key].name")).toBe("order[key].name");
    expect(print("order[key].name", { target: "code" })).toBe("pick(order, key).name");
    expect(print("(order?.a)[key]", { target: "code", pick: "pick2" })).toBe("pick2(order?.a, key)");
    expect(print("list.map((key) => ({ a })[key])", { target: "code" })).toBe("list.map((key) => pick({ a }, key))");
    expect(needsPick(parse("a.map((x) => x[0])"))).toBe(false);
    expect(needsPick(parse("a.map((x) => x[i])"))).toBe(true);
  });

  it("guards a `<` that a comma may follow, so that TypeScript cannot read type arguments", () => {
    expect(print("a < b", { target: "code" })).toBe("(a < b)");
    expect(print("a < b", { target: "code", position: "alone" })).toBe("a < b");
    expect(print("[a < b, c]")).toBe("[(a < b), c]");
    expect(print("x.filter((y) => y < 3)")).toBe("x.filter((y) => y < 3)");
  });

  it("renames free names, spells out shorthand, and keeps a parameter from capturing", () => {
    const rename = (name: string): string => (name === "order" ? "item" : name);
    expect(print("order.a + '{{order}}'.at(0)", { rename })).toBe('item.a + "{{order}}".at(0)');
    expect(print("({ order })", { rename })).toBe("{ order: item }");
    expect(print("list.map((order) => order.a)", { rename })).toBe("list.map((order) => order.a)");
    expect(print("list.map((item) => item.a + order.b)", { rename })).toBe("list.map((item2) => item2.a + item.b)");
    expect(print("list.map(({ item }) => item + order)", { rename })).toBe("list.map(({ item: item2 }) => item2 + item)");
  });
});
