import { stripTypeScriptTypes } from "node:module";
import { describe, expect, it } from "vitest";
import { compile, parse } from "./index.ts";
import type { Graph } from "./schema/graph.ts";
import { loadWorkflow } from "./testing/load-module.ts";
import { graph, node } from "./testing/make-graph.ts";
import { testCatalog } from "./testing/test-catalog.ts";

/** Words that mean something to TypeScript in some places and are names in others. */
const words =
  "of get set type as from using declare module namespace abstract satisfies accessor async readonly global unique infer keyof is asserts require out override defer any never".split(
    " ",
  );

/** Documents in which a word names a constant, one that only a branch gives, one of several at once, and a loop's variable. */
function documentsWith(word: string): Graph[] {
  const end = node("end", "control.return", { value: `{{ ${word}?.status }}` });
  const test = node("test", "control.if", { when: "input.yes" });
  const loop = node("loop", "control.forEach", { items: [1, 2], as: word, collect: `{{ ${word} * 10 }}` });
  const all = [
    graph([node(word), end], `input > ${word}, ${word} > end`),
    graph([test, node(word), end], `input > test, test.true > ${word}, test.false > end, ${word} > end`),
    graph([node(word), node("other"), end], `input > ${word}, input > other, ${word} > end, other > end`),
  ];
  if (word === "of") return all;
  const list = node("end", "control.return", { value: "{{ loop[1] }}" });
  return [...all, graph([loop, { ...node("inside"), parent: "loop" }, list], "input > loop, loop > end")];
}

describe("words of TypeScript as names", () => {
  it.each(words)("compiles, runs without its types and reads back %s", async (word) => {
    const modules: Record<string, unknown> = { "@/plugins/http/steps/request": { request: async () => ({ status: 20 }) } };
    for (const document of documentsWith(word)) {
      const compiled = compile(document, testCatalog);
      const source = compiled.ok ? compiled.source : "";
      expect(parse(source, testCatalog, document)).toEqual({ ok: true, graph: document });
      const run = loadWorkflow(stripTypeScriptTypes(source), "flow", { load: (specifier) => modules[specifier], globals: {} });
      expect(await run({ yes: true })).toBe(20);
    }
  });
});
