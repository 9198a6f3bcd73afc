import { describe, expect, it } from "vitest";
import type { Graph, GraphNode } from "../../../codegen/schema/graph.ts";
import { inputPlace, portPlaces, shapesOf, sizesOf } from "./node-shape.ts";

const graphOf = (...nodes: GraphNode[]): Graph => ({ weft: 1, name: "test", nodes, edges: [] });

describe("shapesOf", () => {
  it("draws an open container around what it holds, left and up too", () => {
    const graph = graphOf(
      { id: "each", kind: "control.forEach", position: { x: 500, y: 0 } },
      { id: "one", kind: "http.request", parent: "each", position: { x: 0, y: 120 } },
      { id: "two", kind: "http.request", parent: "each", position: { x: 260, y: 120 } },
    );
    expect(shapesOf(graph).get("each")).toEqual({ x: -24, y: 0, width: 24 + 260 + 220 + 32, height: 120 + 64 + 32 });
  });

  it("draws a collapsed container like any step", () => {
    const graph = graphOf({ id: "each", kind: "control.forEach", collapsed: true, size: { width: 900, height: 900 } });
    expect(shapesOf(graph).get("each")).toEqual({ x: 0, y: 0, width: 220, height: 64 });
  });

  it("ends for a container that is inside itself", () => {
    const graph = graphOf({ id: "a", kind: "control.repeat", parent: "b" }, { id: "b", kind: "control.repeat", parent: "a" });
    expect(shapesOf(graph).size).toBe(2);
  });
});

describe("sizesOf", () => {
  it("says nothing of places, which the model's commands know", () => {
    const graph = graphOf({ id: "a", kind: "http.request", position: { x: 500, y: 20 } });
    expect(sizesOf(graph).get("a")).toEqual({ width: 220, height: 64 });
  });
});

describe("ports", () => {
  it("grow a switch with its cases", () => {
    const node: GraphNode = {
      id: "route",
      kind: "control.switch",
      config: { cases: ["a", "b", "c"].map((port) => ({ port, when: "true" })) },
    };
    const shape = shapesOf(graphOf(node)).get("route");
    expect(shape?.height).toBe(112);
    expect(portPlaces(node, { width: 220, height: 112 }).map(({ port, y }) => [port, y])).toEqual([
      ["a", 20],
      ["b", 44],
      ["c", 68],
      ["default", 92],
    ]);
  });

  it("put errors below and nothing in front of a trigger", () => {
    expect(portPlaces({ id: "a", kind: "http.request" }, { width: 220, height: 64 })).toEqual([
      { port: "out", x: 220, y: 32 },
      { port: "error", x: 192, y: 64 },
    ]);
    expect(inputPlace({ id: "input", kind: "trigger" }, { width: 220, height: 64 })).toBeUndefined();
  });
});
