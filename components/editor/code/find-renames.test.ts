import { describe, expect, it } from "vitest";
import type { Graph, GraphNode } from "../../../codegen/schema/graph.ts";
import { findRenames } from "./find-renames.ts";

const graphOf = (...nodes: readonly (readonly [id: string, kind: string, label?: string])[]): Graph => ({
  weft: 1,
  name: "a",
  nodes: nodes.map(([id, kind, label]): GraphNode => ({ id, kind, config: {}, ...(label === undefined ? {} : { label }) })),
  edges: [],
});

describe("a node has a new name", () => {
  it("when one of its kind is gone and one is new", () => {
    expect(findRenames(graphOf(["a", "http.request"], ["b", "control.set"]), graphOf(["c", "http.request"], ["b", "control.set"]))).toEqual(
      [["a", "c"]],
    );
  });

  it("by its label when several of a kind have one", () => {
    const before = graphOf(["a", "http.request", "One"], ["b", "http.request", "Two"]);
    const after = graphOf(["x", "http.request", "Two"], ["y", "http.request", "One"]);
    expect(findRenames(before, after)).toEqual([
      ["a", "y"],
      ["b", "x"],
    ]);
  });

  it("and none when it cannot be told which, or when a node was only added", () => {
    expect(
      findRenames(graphOf(["a", "http.request"], ["b", "http.request"]), graphOf(["x", "http.request"], ["y", "http.request"])),
    ).toEqual([]);
    expect(findRenames(graphOf(["a", "http.request"]), graphOf(["a", "http.request"], ["b", "http.request"]))).toEqual([]);
    expect(findRenames(graphOf(["a", "http.request"]), graphOf(["b", "control.set"]))).toEqual([]);
  });
});
