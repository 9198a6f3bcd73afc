import { describe, expect, it } from "vitest";
import type { Block, RepeatStatement } from "../ir/ir.ts";
import { canComplete } from "./can-complete.ts";

const fail: Block = [{ kind: "fail", node: { id: "no", label: "" }, message: "no" }];

function repeat(parts: Partial<RepeatStatement>): RepeatStatement {
  return { kind: "repeat", node: { id: "poll", label: "" }, until: "input.done", max: 3, body: [], catches: false, ...parts };
}

function choose(when: string, yes: Block, no: Block): Block {
  const arms = [
    { port: "true", body: yes },
    { port: "false", body: no },
  ];
  return [{ kind: "branch", decision: "test", node: { id: "test", label: "" }, type: "if", choices: [{ port: "true", when }], arms }];
}

describe("canComplete", () => {
  it.each<[string, Block, boolean]>([
    ["nothing goes on", [], true],
    ["a failure does not", fail, false],
    ["a branch goes on where one arm does", choose("input.a", fail, []), true],
    ["a branch does not where none does", choose("input.a", fail, fail), false],
    ["a branch on a literal goes on as its arm does", choose("true", fail, []), false],
    ["a loop goes on at the end of a round", [repeat({})], true],
    ["a loop whose rounds fail does not", [repeat({ body: fail })], false],
    ["a loop that is never done does not", [repeat({ until: "false" })], false],
    ["a loop that catches does", [repeat({ body: fail, catches: true })], true],
    [
      "a loop that only fails does not where its error port ends",
      [
        repeat({ body: fail, catches: true }),
        {
          kind: "branch",
          decision: "poll",
          arms: [
            { port: "out", body: [] },
            { port: "error", body: fail },
          ],
        },
      ],
      false,
    ],
  ])("%s", (_, body, expected) => {
    expect(canComplete(body)).toBe(expected);
  });
});
