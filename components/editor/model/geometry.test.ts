import { describe, expect, it } from "vitest";
import { draw } from "../../../codegen/testing/draw.ts";
import { resizeNode } from "./commands/resize-node.ts";
import { setCollapsed } from "./commands/set-collapsed.ts";
import type { Sizes } from "./geometry.ts";
import { boxOf, toParent } from "./geometry.ts";
import { hiddenNodes } from "./hidden-nodes.ts";
import { at } from "./testing/perform.ts";

const graph = at(draw("a, each:each, each/inner:each, inner/line, each/next, b", "input > a > each > b, inner > next"), {
  a: [0, 0],
  each: [100, 100],
  inner: [32, 64],
  line: [32, 64],
  next: [500, 64],
});
const sizes: Sizes = new Map([["line", { width: 200, height: 100 }]]);

describe("where things are", () => {
  it("is told from the container they are in", () => {
    expect(boxOf(graph, "line", sizes)).toEqual({ x: 164, y: 228, width: 200, height: 100 });
    expect(toParent(graph, { x: 164, y: 228 }, "inner")).toEqual({ x: 32, y: 64 });
    expect(toParent(graph, { x: 5, y: 6 }, undefined)).toEqual({ x: 5, y: 6 });
  });

  it("ends in a document whose containers hold each other", () => {
    const odd = { ...graph, nodes: graph.nodes.map((node) => (node.id === "each" ? { ...node, parent: "inner" } : node)) };
    expect(boxOf(odd, "line", sizes)).toMatchObject({ x: 164, y: 228 });
  });
});

describe("the size of a container", () => {
  it("is what its nodes need, and room around them", () => {
    expect(boxOf(graph, "inner", sizes)).toEqual({ x: 132, y: 164, width: 264, height: 196 });
    expect(boxOf(graph, "each", sizes)).toEqual({ x: 100, y: 100, width: 752, height: 292 });
  });

  it("is its own where that is larger, and that of any node while it is closed", () => {
    expect(boxOf(resizeNode(graph, "each", { width: 2_000, height: 100 }), "each", sizes)).toMatchObject({ width: 2_000, height: 292 });
    expect(boxOf(setCollapsed(graph, "each", true), "each", sizes)).toMatchObject({ width: 220, height: 64 });
  });
});

describe("a closed container", () => {
  it("hides what it holds, however deep", () => {
    expect([...hiddenNodes(setCollapsed(graph, "each", true))].sort()).toEqual(["inner", "line", "next"]);
    expect(hiddenNodes(graph).size).toBe(0);
  });
});
