import { describe, expect, it } from "vitest";
import type { Graph, GraphNode } from "../../../codegen/schema/graph.ts";
import { gap, nodeSize } from "../model/geometry.ts";
import { placeNewNodes } from "./place-new-nodes.ts";

const nodeOf = (id: string, x: number, y = 0): GraphNode => ({
  id,
  kind: id === "input" ? "trigger" : "control.set",
  config: {},
  position: { x, y },
});
const graphOf = (nodes: GraphNode[], edges: readonly string[]): Graph => ({
  weft: 1,
  name: "a",
  nodes,
  edges: edges.map((edge, index) => {
    const [source = "", target = ""] = edge.split(" ");
    return { id: `e${index}`, source, target };
  }),
});
const placesOf = (graph: Graph) => Object.fromEntries(graph.nodes.map(({ id, position }) => [id, [position?.x, position?.y]]));

const before = graphOf([nodeOf("input", 0), nodeOf("end", 320)], ["input end"]);

describe("nodes that code added", () => {
  it("stand behind what leads to them, below what stands there already", () => {
    const after = graphOf([nodeOf("input", 0), nodeOf("end", 320), nodeOf("beside", 0)], ["input end", "input beside"]);
    const { input, end, beside } = placesOf(placeNewNodes(before, after));
    expect([input, end]).toEqual([
      [0, 0],
      [320, 0],
    ]);
    expect(beside).toEqual([nodeSize.width + gap.x, nodeSize.height + gap.y]);
  });

  it("that were put in between move what follows to the right", () => {
    const after = graphOf(
      [nodeOf("input", 0), nodeOf("first", 0), nodeOf("second", 0), nodeOf("end", 320)],
      ["input first", "first second", "second end"],
    );
    const places = placesOf(placeNewNodes(before, after));
    const columns = ["input", "first", "second", "end"].map((id) => places[id]?.[0] ?? 0);
    expect(columns.slice(1).map((x, index) => x - (columns[index] ?? 0) >= nodeSize.width)).toEqual([true, true, true]);
  });

  it("are none where nothing was added", () => {
    const after = graphOf([nodeOf("input", 0), nodeOf("end", 320)], []);
    expect(placeNewNodes(before, after)).toBe(after);
  });
});
