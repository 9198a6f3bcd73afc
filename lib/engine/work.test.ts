import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Engine } from "./contract.ts";
import { TestEngine } from "./test-engine.ts";

let test: TestEngine;
let engine: Engine;

beforeAll(async () => {
  test = await TestEngine.create();
  engine = await test.engine({ echo: (input) => input });
});

afterAll(() => test.close());

const TOO_MUCH = "The workflow computes too much between two steps. Do heavy work in a code step, or on fewer items at a time.";
const TOO_LARGE = "The value is larger than the 32 MB that a workflow may pass on.";
const TOO_DEEP = "The value is nested deeper than 1000 levels.";

/** Each would keep the whole server busy for minutes, or end it for want of memory. */
const HOGS: readonly (readonly [string, string])[] = [
  ['return "x".repeat(500000000).length;', TOO_MUCH],
  ['return "x".padEnd(500000000, "ab").length;', TOO_MUCH],
  ["return Array.from({ length: 1000000000 }).length;", TOO_MUCH],
  ['return Array.from({ length: "1e9" }, (v, i) => i).length;', TOO_MUCH],
  ["return Array.from({ length: 100000 }).map(() => Array.from({ length: 100000 }).length).length;", TOO_MUCH],
  ["return Array.from({ length: 40 }).reduce((list) => [...list, ...list], [1]).length;", TOO_MUCH],
  ["return Array.from({ length: 40 }).reduce((list) => list.concat(list), [1]).length;", TOO_MUCH],
  ["const many = Array.from({ length: 1000000 }); return many.flatMap(() => many).length;", TOO_MUCH],
  ['return Array.from({ length: 40 }).reduce((text) => text + "," + text, "x").length;', TOO_MUCH],
  ["return Array.from({ length: 40 }).reduce((text) => `${text}${text}`, 'x').length;", TOO_MUCH],
  ["return Array.from({ length: 40 }).reduce((list) => [list, list], 1).join().length;", TOO_MUCH],
  ["return `${Array.from({ length: 40 }).reduce((list) => [list, list], 1)}`.length;", TOO_MUCH],
  ["return Array.from({ length: 40 }).reduce((list) => [list, list], 1).flat(Infinity).length;", TOO_MUCH],
  ["return JSON.stringify(Array.from({ length: 40 }).reduce((list) => [list, list], 1)).length;", TOO_LARGE],
  ['return "a".repeat(30000).replaceAll("", "b".repeat(30000)).length;', TOO_MUCH],
  ['return "a".repeat(30000).split("").join("b".repeat(30000)).length;', TOO_MUCH],
  ["let round = 0; for (;;) { if (round++ < 0) break; }", TOO_MUCH],
  ["const list = Array.from({ length: 10000 }); for (const a of list) for (const b of list) void [a, b]; return 1;", TOO_MUCH],
  ["await mapConcurrently(Array.from({ length: 10000 }), 5, async () => Array.from({ length: 10000 })); return 1;", TOO_MUCH],
  ["return Array.from({ length: 40 }).reduce((list) => [list, list], 1);", TOO_LARGE],
  ['return ["x".repeat(40000000)];', TOO_LARGE],
  ['return echo$step("x".repeat(40000000));', TOO_LARGE],
  ["return Array.from({ length: 100000 }).reduce((list) => [list], 1);", TOO_DEEP],
];

describe("ends a run that would keep the server from all others", () => {
  it.each(HOGS)("%s", async (body, message) => {
    const startedAt = performance.now();
    expect(await test.run(engine, { body, steps: ["echo"] })).toMatchObject({ status: "failed", error: { message } });
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});

it("counts anew after each step", async () => {
  const body =
    "let sum = 0; for (let i = 0; i < 5; i++) { sum += Array.from({ length: 9000000 }).length; await echo$step(i); } return sum;";
  expect(await test.run(engine, { body, steps: ["echo"] })).toMatchObject({ status: "completed", result: 45_000_000 });
});

it("leaves what the methods of the language give as it is", async () => {
  const body = `const list = [3, 1, 2], nested = [1, [2, [3, [4]]]];
    return [list.map((n) => n * 2), list.toSorted(), list.toSorted((a, b) => b - a), nested.flat(), nested.flat(Infinity), nested.flat(0),
      list.join(), list.join("-"), String(nested), \`\${list}\`, list.flatMap((n, i) => [n, i]), list.concat(4, [5]), [...list, ..."ab"],
      { ...{ a: 1 }, ...null, ...undefined, b: 2 }, Array.from({ length: 2 }, (v, i) => i), Array.from("ab"), Array.from(list.keys()),
      "ab".repeat(2), "a".padStart(3, "xy"), "a".padEnd(3), "aXbX".replaceAll("X", "$&-"), "aX".replace("X", (x) => x + "!"), "a,b".split(","),
      "a,b".split(), Object.entries({ a: 1 }), Object.fromEntries([["k", 1]]), JSON.stringify({ a: [1] }, null, 1), JSON.parse("[1]"),
      1 + 2 + "a" + 3, list.reduce((sum, n) => sum + n, 0), list.with(0, 9), list.toSpliced(0, 1), [1.5, 2].toLocaleString("en"), parseInt("7", 10)];`;
  const { result } = await test.run(engine, { body });
  expect(result).toEqual([
    [6, 2, 4],
    [1, 2, 3],
    [3, 2, 1],
    [1, 2, [3, [4]]],
    [1, 2, 3, 4],
    [1, [2, [3, [4]]]],
    "3,1,2",
    "3-1-2",
    "1,2,3,4",
    "3,1,2",
    [3, 0, 1, 1, 2, 2],
    [3, 1, 2, 4, 5],
    [3, 1, 2, "a", "b"],
    { a: 1, b: 2 },
    [0, 1],
    ["a", "b"],
    [0, 1, 2],
    "abab",
    "xya",
    "a  ",
    "aX-bX-",
    "aX!",
    ["a", "b"],
    ["a,b"],
    [["a", 1]],
    { k: 1 },
    '{\n "a": [\n  1\n ]\n}',
    [1],
    "3a3",
    6,
    [9, 1, 2],
    [1, 2],
    "1.5,2",
    7,
  ]);
});
