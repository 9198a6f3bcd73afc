import { describe, expect, it } from "vitest";
import { catalog } from "../../plugins/catalog.ts";
import { compile } from "../index.ts";
import type { Graph } from "../schema/graph.ts";
import { createTypeChecker } from "./type-checker.ts";

const checker = createTypeChecker({ catalog });

/** What is said of a code step with this source, and of this value for its input `value`. */
function check(source: string, value: unknown = 1): string[] {
  const graph = {
    weft: 1,
    name: "flow",
    nodes: [
      { id: "input", kind: "trigger", config: { on: "manual" } },
      { id: "made", kind: "code", config: { source, inputs: { value } } },
    ],
    edges: [{ id: "e1", source: "input", target: "made" }],
  } as Graph;
  const compiled = compile(graph, catalog);
  if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
  return checker
    .check(compiled.source, compiled.map, { graph })
    .filter(({ severity }) => severity === "error")
    .map(({ code, message, hint, location }) => `${code} ${location.path?.join(".")}: ${message.split(", and code steps")[0]}. ${hint}`);
}

describe("data of code steps", () => {
  it.each([
    ["return new Date(0);", "`new Date(0)` is a Date. `toISOString()` makes it text."],
    ["const made = { lines: [{ at: new Date(0) }] };\nreturn made;", "`made` has a Date in `.lines[].at`. `toISOString()` makes it text."],
    ["return new Set([1]);", "`new Set([1])` is a Set. `[...set]` makes it a list."],
    ["return { by: new Map([[1, 2]]) };", "`{ by: new Map([[1, 2]]) }` has a Map in `.by`. `Object.fromEntries(map)` makes it an object."],
    ["return BigInt(1);", "`BigInt(1)` is a BigInt. `String(…)` or `Number(…)` makes it data."],
    ["return { add: (a: number) => a + 1 };", "has a Function in `.add`. Call it, and give what it returns."],
    ["try { return 1; } catch { return new TypeError('no'); }", "`new TypeError('no')` is an Error. Give its `message`."],
    ["const by: Record<string, Date> = {};\nreturn by;", "`by` has a Date in `[…]`. `toISOString()` makes it text."],
    ["return { later: Promise.resolve(1) };", "has a Promise in `.later`. `await` it."],
    ["const seen: ReadonlySet<number> = new Set([1]);\nreturn seen;", "`seen` is a Set. `[...set]` makes it a list."],
    ["if (value > 1) return 2;\nreturn /x/;", "`/x/` is a RegExp. `String(…)` makes it text."],
  ])("is refused where it would not come through: %s", (source, said) => {
    const [first = "", ...others] = check(source);
    expect(others).toEqual([]);
    expect(first).toMatch(/^not-data source: /);
    expect(first).toContain(said);
  });

  it("is refused where it is given", () => {
    expect(check("return 1;", "{{ new Date(0) }}")).toEqual([
      "not-data inputs.value: `new Date(0)` is a Date. `toISOString()` makes it text.",
    ]);
  });

  it.each([
    "return { a: 1, b: [null, 'x', { c: true }] };",
    "return value;",
    "return JSON.parse('{}');",
    "const at = new Date(0);\nreturn at.toISOString();",
    "return [1, 2].map((n) => n + 1);",
    "const times = [3].map(() => { return new Date(0); });\nreturn times.length;",
    "interface Map { a: number }\nconst map: Map = { a: 1 };\nreturn map;",
    "return;",
    "return Promise.resolve({ a: 1 });",
    "return Promise.all([1, 2].map(async (n) => n + 1));",
    "return 'a1b2'.match(/\\d/g);",
    "return { found: 'a1b2'.match(/\\d/), all: [...'a1b2'.matchAll(/\\d/g)], parts: 'a b'.split(' ') };",
    "return Object.groupBy([{ k: 'a', n: 1 }], ({ k }) => k);",
    "return Object.fromEntries([['a', 1]]);",
    "return Object.entries({ a: 1 });",
    "const made = { a: [1, 2] as const, b: new Date(0).getTime(), c: 'x' as 'x' | null };\nreturn { ...made, d: Object.keys(made) };",
  ])("is taken as it is: %s", (source) => {
    expect(check(source)).toEqual([]);
  });
});
