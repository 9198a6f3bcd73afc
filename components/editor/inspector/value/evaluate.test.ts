import { describe, expect, it } from "vitest";
import { parseExpression } from "../../../../codegen/expression/parse-expression.ts";
import type { Evaluated } from "./evaluate.ts";
import { evaluate } from "./evaluate.ts";
import { previewText, printShort } from "./preview.ts";

const order = {
  id: 7,
  total: 129.5,
  items: [
    { sku: "a", count: 2 },
    { sku: "b", count: 1 },
  ],
  customer: null,
  "odd name": "x",
};
const values = new Map<string, unknown>([
  ["order", order],
  ["skipped", undefined],
  ["env", { REGION: "eu" }],
]);

function run(text: string): Evaluated {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return evaluate(parsed.expression, values);
}

describe("evaluating an expression for a preview", () => {
  it.each<[string, unknown]>([
    ["order.total", 129.5],
    ['order["odd name"]', "x"],
    ["order.items[1].sku", "b"],
    ["order.items.at(-1).sku", "b"],
    ["order.customer?.name", undefined],
    ["order.customer?.name.first.toUpperCase()", undefined],
    ["skipped?.text ?? 'none'", "none"],
    ["order.items.map((item) => item.sku).join(', ')", "a, b"],
    ["order.items.reduce((sum, { count }) => sum + count, 0)", 3],
    ["order.items.filter((item) => item.count > 1).length", 1],
    ["Object.entries({ a: 1, b: 2 }).map(([key, value]) => key + value)", ["a1", "b2"]],
    ["`${order.id}: ${order.items.length} items`", "7: 2 items"],
    ["order.total > 100 && order.customer === null", true],
    ["order.total > 100 ? 'big' : 'small'", "big"],
    ["{ ...order.items[0], extra: true }", { sku: "a", count: 2, extra: true }],
    ["[...order.items.map((item) => item.count), 9]", [2, 1, 9]],
    ["Math.max(...order.items.map((item) => item.count))", 2],
    ["JSON.parse('[1,2]')[1]", 2],
    ["JSON.stringify(order.items[0])", '{"sku":"a","count":2}'],
    ["new Date('2026-01-02T03:04:05Z').toISOString()", "2026-01-02T03:04:05.000Z"],
    ["new URL('https://a.example/b?c=d').searchParams.get('c')", "d"],
    ["['1', '2'].map(Number)", [1, 2]],
    ["['1', 'x'].map(String)", ["1", "x"]],
    ["typeof order.items", "object"],
    ["2 ** 3 % 5", 3],
    ["-order.total", -129.5],
    ["1 + '1'", "11"],
    ["[1, 2] + ''", "1,2"],
    ["isNaN('abc')", true],
    ["encodeURIComponent('a b')", "a%20b"],
    ["env.REGION", "eu"],
    ["'abc'.length", 3],
  ])("gives %s", (text, value) => {
    expect(run(text)).toEqual({ kind: "value", value });
  });

  it("names what has no data yet", () => {
    expect(run("order.total + stock.left")).toEqual({ kind: "no-data", name: "stock" });
    expect(run("env.OTHER")).toEqual({ kind: "no-data", name: "env.OTHER" });
  });

  it("says what a run would fail with", () => {
    expect(run("order.customer.name")).toEqual({ kind: "failed", message: 'null has no fields; "name" was read from it.' });
    expect(run("order.total.trim()")).toEqual({ kind: "failed", message: "A number has no trim()." });
  });

  it("reads nothing that the data does not have itself", () => {
    const inherited = new Map<string, unknown>([["data", JSON.parse('{"__proto__": {"leak": 1}}')]]);
    const parsed = parseExpression("data.leak ?? data.toString ?? data.valueOf ?? 'nothing'");
    expect(parsed.ok && evaluate(parsed.expression, inherited)).toEqual({ kind: "value", value: "nothing" });
    const computed = parseExpression("data['con' + 'structor'] ?? 'nothing'");
    expect(computed.ok && evaluate(computed.expression, inherited)).toEqual({ kind: "failed", message: '"constructor" cannot be read.' });
  });

  it("gives up on what would take too long", () => {
    expect(run("'x'.repeat(1e9)").kind).toBe("failed");
    expect(run("Array.from({ length: 1e9 })").kind).toBe("failed");
    expect(run("Array.from({ length: 1000 }).map(() => Array.from({ length: 1000 }).map((_, index) => index * 2))").kind).toBe("failed");
  });
});

describe("the preview of a field", () => {
  it("keeps the type of a single expression and writes others as text", () => {
    expect(previewText("{{ order.total }}", "template", values)).toEqual({ kind: "value", value: 129.5 });
    expect(previewText("#{{ order.id }}: {{ order.total }} €", "template", values)).toEqual({ kind: "value", value: "#7: 129.5 €" });
    expect(previewText("order.total > 200", "expression", values)).toEqual({ kind: "value", value: false });
  });

  it("is absent for plain text and for what does not parse", () => {
    expect(previewText("plain", "template", values)).toBe(undefined);
    expect(previewText("{{ order. }}", "template", values)).toBe(undefined);
    expect(previewText("", "expression", values)).toBe(undefined);
  });

  it("is one short line", () => {
    expect(printShort({ a: [1, 2] })).toBe('{"a":[1,2]}');
    expect(printShort("two\nlines")).toBe("two lines");
    expect(printShort("x".repeat(200), 10)).toBe("xxxxxxxxx…");
  });
});
