import { describe, expect, it } from "vitest";
import { parseExpression } from "./parse-expression.ts";
import { printExpression } from "./print-expression.ts";

function problemOf(text: string): string {
  const parsed = parseExpression(text);
  return parsed.ok ? `accepted as ${printExpression(parsed.expression)}` : `${parsed.problem.code}: ${parsed.problem.message}`;
}

function marked(text: string): string {
  const parsed = parseExpression(text);
  return parsed.ok ? "" : text.slice(parsed.problem.start, parsed.problem.end);
}

describe("parseExpression", () => {
  it.each([
    ["order.body.items.map(item => item.price*2)", "order.body.items.map((item) => item.price * 2)"],
    ["Object.entries(x).map(([k,v])=>`${k}=${v}`).join('&')", 'Object.entries(x).map(([k, v]) => `${k}=${v}`).join("&")'],
    ["list.reduce((sum,{n})=>sum+n,0)", "list.reduce((sum, { n }) => sum + n, 0)"],
    ["list.toSorted((a,b)=>a.n-b.n)", "list.toSorted((a, b) => a.n - b.n)"],
    ["names.filter(Boolean).map(String)", "names.filter(Boolean).map(String)"],
    ["numbers.map(Math.abs)", "numbers.map(Math.abs)"],
    ["JSON.stringify(order,null,2)", "JSON.stringify(order, null, 2)"],
    ["new Date(order.at).toISOString()", "new Date(order.at).toISOString()"],
    ["new URL(a,b).searchParams.get('q')", 'new URL(a, b).searchParams.get("q")'],
    ["text.replace('a', (m) => m.toUpperCase())", 'text.replace("a", (m) => m.toUpperCase())'],
    ["Math.max(...numbers)", "Math.max(...numbers)"],
    ["Number.MAX_SAFE_INTEGER", "Number.MAX_SAFE_INTEGER"],
    ["a?.b?.[0]?.map((x)=>x)", "a?.b?.[0]?.map((x) => x)"],
    ["x?.5:1", "x ? 0.5 : 1"],
    ["typeof x==='string'", 'typeof x === "string"'],
  ])("reads %s", (text, printed) => {
    const parsed = parseExpression(text);
    expect(parsed.ok && printExpression(parsed.expression)).toBe(printed);
  });

  it.each([
    "a.constructor",
    "a?.constructor",
    "a['constructor']",
    'a["\\u0063onstructor"]',
    "a['\\x63onstructor']",
    "a[`constructor`]",
    "a.__proto__",
    "a.prototype.b",
    "({ constructor: 1 })",
    "({ 'constructor': 1 })",
    "({ ['constructor']: 1 })",
    "({ __proto__: a })",
    "({ constructor })",
    "list.map(({ constructor }) => 1)",
    "list.map(({ constructor: c }) => c)",
    "constructor",
    "''.__lookupGetter__('x')",
    "a.b.__defineGetter__",
    "a.constructor('return 1')",
    "[].map.constructor",
  ])("refuses to reach a constructor by %s", (text) => {
    expect(problemOf(text)).toMatch(/^expression-not-allowed: (?:the property|the name) `(?:constructor|__proto__|prototype|__\w+__)`$/);
  });

  it.each([
    ["a == b", "`==`"],
    ["a != b", "`!=`"],
    ["a = 1", "an assignment (`=`)"],
    ["a += 1", "an assignment (`+=`)"],
    ["a++", "`++`"],
    ["--a", "`--`"],
    ["this.a", "`this`"],
    ["await a", "`await`"],
    ["function () {}", "`function`"],
    ["import('fs')", "`import`"],
    ["delete a.b", "`delete`"],
    ["void 0", "`void`"],
    ["'a' in b", "`in`"],
    ["a instanceof Date", "`instanceof`"],
    ["a, b", "`,` between expressions"],
    ["a; b", "`;` between expressions"],
    ["(a, b)", "a comma between expressions"],
    ["a`b`", "a tagged template"],
    ["/a/.test(b)", "a regular expression"],
    ["1n", "a big integer"],
    ["new Function('a')", "`new` with something else than `Date` or `URL`"],
    ["new Date", "`new` without parentheses"],
    ["a as any", "a type (`as`)"],
    ["eval('1')", "`eval`"],
    ["fetch('x')", "a call of `fetch`"],
    ["Function('x')", "a call of `Function`"],
    ["Symbol.iterator", "the name `Symbol`"],
    ["String", "`String` as a value"],
    ["Math['max'](1)", "a call of a computed function"],
    ["Math['PI']", "`Math` as a value"],
    ["Math.max", "`Math.max` without a call"],
    ["Math.foo(1)", "`Math.foo`"],
    ["Object.getPrototypeOf(a)", "`Object.getPrototypeOf`"],
    ["Object.assign(a, b)", "`Object.assign`"],
    ["Date()", "a call of `Date`"],
    ["a.b()", "the method `b`"],
    ["a['map'](String)", "a call of a computed function"],
    ["a.sort()", "the method `sort`"],
    ["a.push(1)", "the method `push`"],
    ["a.map.call(b)", "the method `call`"],
    ["a.at.bind(b)", "the method `bind`"],
    ["(a => a)(1)", "a call of a computed function"],
    ["a => a", "a function outside a call"],
    ["({ f: () => 1 })", "a function outside a call"],
    ["a.map(b)", "an argument of `map` that is not a function"],
    ["a.map(...b)", "`...` in the call of `map`"],
    ["a.map((x) => x, b)", "more than 1 argument for `map`"],
    ["a.map(parseInt)", "an argument of `map` that is not a function"],
    ["JSON.parse(a, (k, v) => v)", "more than 1 argument for `JSON.parse`"],
    ["JSON.stringify(a, b)", "an argument of `JSON.stringify` that is not a function"],
    ["a.map((x) => { return x; })", "a function with statements"],
    ["a.map((x = 1) => x)", "an assignment (`=`)"],
    ["a.map((...x) => x)", "a parameter of this shape"],
    ["a.map(([[x]]) => x)", "a parameter of this shape"],
    ["a.map((String) => String(1))", "a parameter called `String`"],
    ["a.map((pick) => b[pick])", "a parameter called `pick`"],
    ["a?.[b]", "a computed key in an optional chain"],
    ["a < b < c", "a chain of comparisons"],
    ["[a < b, c > (d)]", "a `<` and later a `>` before a bracket, which reads as type arguments"],
    ["[a << b > c, d > (e)]", "a `<` and later a `>` before a bracket, which reads as type arguments"],
    ["a << b ? [c > (d), e > (f)] : g", "a `<` and later a `>` before a bracket, which reads as type arguments"],
    ["a << b >> (c)", "a `<` and later a `>` before a bracket, which reads as type arguments"],
    ["[a < b, c < d >> (e)]", "a `<` and later a `>` before a bracket, which reads as type arguments"],
    ["a // b", "a comment"],
    ["a /* b */", "a comment"],
    ["\\u0061", "an escape in a name"],
    ["({ get a() { return 1; } })", "a method in an object"],
  ])("refuses %s", (text, message) => {
    expect(problemOf(text)).toBe(`expression-not-allowed: ${message}`);
  });

  it.each([
    ["", "there is nothing here"],
    ["a +", "it ends too early"],
    ["'abc", "a string is not closed"],
    ["`abc", "a template literal is not closed"],
    ["(a", "it ends where `)` is expected"],
    ["a b", "`b` is unexpected"],
    ["()", "the parentheses are empty"],
    ["[a,,b]", "a value is missing before the comma"],
    ["a ?? b || c", "`||` beside `??` is ambiguous"],
    ["-a ** 2", "`**` after a sign is ambiguous"],
    ["if", "`if` is a word of the language"],
    ["{ if }", "`if` is a word of the language"],
    ["08", "a number is written wrongly"],
    ["1e999", "a number is too large"],
    ["'\\01'", "an escape is written wrongly"],
    ["(x)\n=> x", "a line break before `=>`"],
  ])("says why %j does not parse", (text, message) => {
    expect(problemOf(text)).toBe(`expression-syntax: ${message}`);
  });

  it("points at the offending part", () => {
    expect(marked("order.body == 1")).toBe("==");
    expect(marked("order.items.sort()")).toBe("sort");
    expect(marked("a + fetch('x')")).toBe("fetch('x')");
    expect(marked("a['constructor']")).toBe("'constructor'");
  });

  it.each(["(", "[", "{a:", "-", "!", "a+", "a**", "a?", "a=>", "`${", "a.", "a(", "typeof "])(
    "gives a problem, not a stack overflow, for 100 kB of %s",
    (piece) => {
      expect(problemOf(piece.repeat(100_000 / piece.length))).toMatch(/^expression-/);
    },
  );

  it("reads the kit's `pick` in source as a computed key", () => {
    const parsed = parseExpression("pick(order.items?.[0], key).name", { pick: "pick" });
    expect(parsed.ok && printExpression(parsed.expression)).toBe("(order.items?.[0])[key].name");
    expect(parsed.ok && printExpression(parsed.expression, { target: "code" })).toBe("pick(order.items?.[0], key).name");
  });
});
