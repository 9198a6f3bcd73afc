import { describe, expect, it } from "vitest";
import { draw } from "../../../../codegen/testing/draw.ts";
import { at, nodeOf, perform, places } from "../testing/perform.ts";
import { resizeNode } from "./resize-node.ts";
import { setCollapsed } from "./set-collapsed.ts";

const graph = at(draw("each:each, each/line, a", "input > each > a"), { each: [100, 100], line: [40, 70] });

describe("resizing a container", () => {
  it("sets its size and moves nothing", () => {
    const { graph: after } = perform(graph, (now) => resizeNode(now, "each", { width: 500, height: 300 }));
    expect(nodeOf(after, "each")).toMatchObject({ size: { width: 500, height: 300 }, position: { x: 100, y: 100 } });
    expect(nodeOf(after, "line")).toBe(nodeOf(graph, "line"));
    expect(resizeNode(after, "each", { width: 500, height: 300 })).toBe(after);
  });

  it("drawn out to the upper left leaves what is inside where it is on the canvas", () => {
    const { graph: after } = perform(graph, (now) => resizeNode(now, "each", { width: 600, height: 400 }, { x: 60, y: 80 }));
    expect(places(after)).toMatchObject({ each: "60,80", line: "80,90" });
  });
});

describe("closing a container", () => {
  it("says so, and opening it says nothing any more", () => {
    const closed = perform(graph, (now) => setCollapsed(now, "each", true)).graph;
    expect(nodeOf(closed, "each").collapsed).toBe(true);
    expect(setCollapsed(closed, "each", true)).toBe(closed);
    expect(nodeOf(perform(closed, (now) => setCollapsed(now, "each", false)).graph, "each")).toEqual(nodeOf(graph, "each"));
    expect(setCollapsed(graph, "a", true)).toBe(graph);
  });
});
