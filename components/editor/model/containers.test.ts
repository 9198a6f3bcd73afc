import { describe, expect, it } from "vitest";
import { draw } from "../../../codegen/testing/draw.ts";
import { setCollapsed } from "./commands/set-collapsed.ts";
import { resizeNode } from "./commands/resize-node.ts";
import { boundsOf, containerAt, hiddenNodes, shownAs, shownEdges } from "./containers.ts";
import type { Sizes } from "./geometry.ts";
import { at, wires } from "./testing/perform.ts";

const graph = at(draw("a, each:each, each/inner:each, inner/line, each/next, b", "input > a > each > b, inner > next"), {
  a: [0, 0],
  each: [100, 100],
  inner: [32, 64],
  line: [32, 64],
  next: [500, 64],
});
const sizes: Sizes = new Map([["line", { width: 200, height: 100 }]]);

describe("the size of a container", () => {
  it("is what its nodes need, and room around them", () => {
    expect(boundsOf(graph, "inner", sizes)).toEqual({ x: 132, y: 164, width: 264, height: 196 });
    expect(boundsOf(graph, "each", sizes)).toEqual({ x: 100, y: 100, width: 752, height: 292 });
  });

  it("is its own where that is larger, and that of any node while it is closed", () => {
    expect(boundsOf(resizeNode(graph, "each", { width: 2_000, height: 100 }), "each", sizes)).toMatchObject({ width: 2_000, height: 292 });
    expect(boundsOf(setCollapsed(graph, "each", true), "each", sizes)).toMatchObject({ width: 220, height: 64 });
  });
});

describe("the container at a point", () => {
  it("is the innermost open one, and none of what is dragged", () => {
    expect(containerAt(graph, { x: 0, y: 0 }, sizes)).toBeUndefined();
    expect(containerAt(graph, { x: 700, y: 150 }, sizes)).toBe("each");
    expect(containerAt(graph, { x: 200, y: 200 }, sizes)).toBe("inner");
    expect(containerAt(graph, { x: 200, y: 200 }, sizes, ["inner"])).toBe("each");
    expect(containerAt(graph, { x: 200, y: 200 }, sizes, ["each"])).toBeUndefined();
    expect(containerAt(setCollapsed(graph, "each", true), { x: 120, y: 120 }, sizes)).toBeUndefined();
  });
});

describe("a closed container", () => {
  const closed = setCollapsed(graph, "each", true);

  it("hides what it holds, however deep", () => {
    expect([...hiddenNodes(closed)].sort()).toEqual(["inner", "line", "next"]);
    expect(hiddenNodes(graph).size).toBe(0);
    expect(shownAs(closed, "line")).toBe("each");
    expect(shownAs(graph, "line")).toBe("line");
  });

  it("hides the edges inside, and those around stay the very objects", () => {
    expect(wires({ ...closed, edges: [...shownEdges(closed)] })).toEqual(["input > a", "a > each", "each > b"]);
    expect(shownEdges(graph)).toBe(graph.edges);
  });

  it("stands for its nodes at edges that cross its wall in an unfinished document, each way once", () => {
    const crossing = {
      ...closed,
      edges: [...closed.edges, { id: "x", source: "b", target: "next" }, { id: "y", source: "b", target: "line" }],
    };
    expect(shownEdges(crossing).slice(3)).toEqual([{ id: "x", source: "b", target: "each" }]);
  });
});
