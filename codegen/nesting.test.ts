import { describe, expect, it } from "vitest";
import { compile, parse } from "./index.ts";
import type { Graph } from "./schema/graph.ts";
import { testCatalog } from "./testing/test-catalog.ts";

/** Conditions, each on the chosen port of the one before. */
function nestIfs(depth: number, port: string): Graph {
  const ids = Array.from({ length: depth }, (_, index) => `n${index}`);
  return {
    weft: 1,
    name: "deep",
    nodes: [
      { id: "input", kind: "trigger", config: { on: "manual" } },
      ...ids.map((id) => ({ id, kind: "control.if", config: { when: "input.go" } })),
      { id: "end", kind: "control.sleep", config: { for: "1s" } },
    ],
    edges: [...ids, "end"].map((target, index) =>
      index === 0 ? { id: "e0", source: "input", target } : { id: `e${index}`, source: `n${index - 1}`, port, target },
    ),
  };
}

describe("deep nesting", () => {
  it("compiles a thousand conditions inside each other", () => {
    const compiled = compile(nestIfs(1000, "true"), testCatalog);
    expect(compiled.ok && compiled.source.includes(`${"  ".repeat(1001)}await sleep("1s");`)).toBe(true);
  });

  it("is written and read back, as far as a person could follow it", () => {
    const graph = nestIfs(150, "true");
    const compiled = compile(graph, testCatalog);
    expect(compiled.ok && parse(compiled.source, testCatalog, graph)).toEqual({ ok: true, graph });
  });

  it("is refused, not fallen over, where no stack could hold it", () => {
    const compiled = compile(nestIfs(3000, "true"), testCatalog);
    expect(compiled.ok ? [] : compiled.diagnostics.map(({ code }) => code)).toEqual(["nested-too-deeply"]);
  });
});
