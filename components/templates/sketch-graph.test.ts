import { expect, it } from "vitest";
import { sketchGraph } from "./sketch-graph.ts";

const graph = {
  weft: 1,
  name: "g",
  nodes: [
    { id: "start", kind: "trigger", position: { x: -100, y: 50 } },
    { id: "each", kind: "control.forEach", position: { x: 200, y: 50 } },
    { id: "inner", kind: "http.request", parent: "each", position: { x: 24, y: 60 } },
    { id: "remark", kind: "note", position: { x: 0, y: -500 } },
  ],
  edges: [{ id: "e1", source: "start", target: "each" }],
};

it("puts the upper left node at 0, 0, a container around what it holds, and leaves notes out", () => {
  const { boxes, width, height } = sketchGraph(graph);
  expect(boxes).toEqual([
    { id: "start", x: 0, y: 0, width: 220, height: 72, tone: "start" },
    { id: "each", x: 300, y: 0, width: 268, height: 156, tone: "frame" },
    { id: "inner", x: 324, y: 60, width: 220, height: 72, tone: "plain" },
  ]);
  expect({ width, height }).toEqual({ width: 568, height: 156 });
});

it("draws a thread from the right side of a node to the left side of the next", () => {
  expect(sketchGraph(graph).threads).toEqual(["M220 36C260 36 260 36 300 36"]);
});

it("draws nothing of what is no document", () => {
  expect(sketchGraph({ nodes: 3 }).boxes).toEqual([]);
});
