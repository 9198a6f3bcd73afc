import { describe, expect, it } from "vitest";
import { draw } from "../../../../codegen/testing/draw.ts";
import { at, perform, places } from "../testing/perform.ts";
import { moveNodes } from "./move-nodes.ts";
import { setPositions } from "./set-positions.ts";

const graph = at(draw("a, each:each, each/line", "input > a > each"), { input: [0, 0], a: [320, 0], each: [640, 0], line: [32, 64] });

describe("moving", () => {
  it("moves a container with what it holds, which keeps its place in it", () => {
    const { graph: after } = perform(graph, (now) => moveNodes(now, ["each", "line", "a"], 10, -20));
    expect(places(after)).toEqual({ input: "0,0", a: "330,-20", each: "650,-20", line: "32,64" });
    expect(after.nodes[0]).toBe(graph.nodes[0]);
    expect(after.nodes[3]).toBe(graph.nodes[3]);
  });

  it("by nothing is no edit", () => {
    expect(perform(graph, (now) => moveNodes(now, ["a"], 0, 0)).graph).toBe(graph);
  });
});

describe("placing", () => {
  it("puts nodes where they are told, and containers to their size", () => {
    const { graph: after } = perform(graph, (now) =>
      setPositions(now, new Map([["a", { x: 1, y: 2 }]]), new Map([["each", { width: 400, height: 300 }]])),
    );
    expect(places(after)).toEqual({ input: "0,0", a: "1,2", each: "640,0", line: "32,64" });
    expect(after.nodes.find((node) => node.id === "each")?.size).toEqual({ width: 400, height: 300 });
    expect(setPositions(after, new Map([["a", { x: 1, y: 2 }]]), new Map([["each", { width: 400, height: 300 }]]))).toBe(after);
  });
});
