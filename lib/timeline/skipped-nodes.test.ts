import { describe, expect, it } from "vitest";
import type { Graph } from "../../codegen/schema/graph.ts";
import { findSkipped } from "./skipped-nodes.ts";

/** A graph in short: `id kind` for each node, `a > b` or `a.port > b` for each edge. */
function graph(nodes: readonly string[], edges: readonly string[]): Graph {
  return {
    weft: 1,
    name: "flow",
    nodes: nodes.map((text) => {
      const [id = "", kind = "", parent] = text.split(" ");
      return { id, kind, ...(parent === undefined ? {} : { parent }) };
    }),
    edges: edges.map((text, at) => {
      const [from = "", target = ""] = text.split(" > ");
      const [source = "", port] = from.split(".");
      return { id: `e${at}`, source, target, ...(port === undefined ? {} : { port }) };
    }),
  };
}

const skipped = (of: Graph, traced: readonly string[], completed = true): string[] => findSkipped(of, new Set(traced), completed);

describe("nodes that a run did not reach", () => {
  const choice = graph(
    ["input trigger", "big control.if", "a code", "b code", "remark note", "end control.return"],
    ["input > big", "big.true > a", "big.false > b", "a > end", "b > end"],
  );

  it("are steps without a trace; what starts a run and what only says something are not asked for", () => {
    expect(skipped(choice, ["a"])).toEqual(["b"]);
    expect(skipped(choice, ["a"], false)).toEqual(["b"]);
  });

  it("are pure code to which only skipped nodes lead", () => {
    const after = graph(
      ["input trigger", "big control.if", "b code", "set control.set", "more control.if", "end control.return"],
      ["input > big", "big.false > b", "b > set", "set > more", "more.true > end"],
    );
    expect(skipped(after, [])).toEqual(["b", "set", "more", "end"]);
    expect(skipped(after, ["b"])).toEqual([]);
  });

  it("are pure code that would have gone on to a skipped node, in a run that completed", () => {
    const before = graph(
      ["input trigger", "big control.if", "set control.set", "b code", "c code"],
      ["input > big", "big.false > set", "set > b", "big.true > c"],
    );
    expect(skipped(before, ["c"])).toEqual(["set", "b"]);
    expect(skipped(before, ["c"], false)).toEqual(["b"]);
  });

  it("are not pure code that may have gone another way, or joined another branch", () => {
    const open = graph(["input trigger", "a code", "big control.if", "b code"], ["input > a", "a > big", "big.true > b"]);
    expect(skipped(open, ["a"])).toEqual(["b"]);
    const joined = graph(["input trigger", "a code", "set control.set", "b code"], ["input > set", "input > a", "set > b", "a > b"]);
    expect(skipped(joined, [])).toEqual(["a", "b"]);
  });

  it("are what is inside of a container that was not reached, and the steps inside of one that was", () => {
    const loop = graph(
      ["input trigger", "a code", "loop control.forEach", "set control.set loop", "b code loop"],
      ["input > a", "a > loop", "set > b"],
    );
    expect(skipped(loop, [])).toEqual(["a", "loop", "set", "b"]);
    expect(skipped(loop, ["a"], false)).toEqual(["b"]);
  });

  it("are no disabled nodes", () => {
    const { nodes, ...rest } = choice;
    const disabled = { ...rest, nodes: nodes.map((node) => (node.id === "b" ? { ...node, disabled: true } : node)) };
    expect(skipped(disabled, ["a"])).toEqual([]);
  });
});
