import { describe, expect, it } from "vitest";
import type { Graph, GraphNode } from "../../../codegen/schema/graph.ts";
import { setPositions } from "../model/commands/set-positions.ts";
import { places } from "../model/testing/perform.ts";
import { placeProposed } from "./place-proposed.ts";

const trigger: GraphNode = { id: "input", kind: "trigger", position: { x: 0, y: 0 } };
const at = (id: string, x: number, y: number, more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  kind: "control.sleep",
  position: { x, y },
  ...more,
});
const graphOf = (...nodes: GraphNode[]): Graph => ({ weft: 1, name: "sample", nodes: [trigger, ...nodes], edges: [] });
/** A layout that puts everything in one place, to tell that it was asked. */
const stack = async (graph: Graph) => (now: Graph) => setPositions(now, new Map(graph.nodes.map(({ id }) => [id, { x: 7, y: 7 }])));

describe("placing a proposal", () => {
  it("lays out all of it where there was only a trigger", async () => {
    expect(places(await placeProposed(graphOf(), graphOf(at("nap", 300, 0)), stack))).toEqual({ input: "7,7", nap: "7,7" });
  });

  it("leaves alone what a person placed, and what is new beside it", async () => {
    const proposed = graphOf(at("nap", 300, 0), at("more", 600, 0));
    expect(await placeProposed(graphOf(at("nap", 300, 0)), proposed, stack)).toBe(proposed);
  });

  it("lays out where something new lies on what is there, a loop for its steps included", async () => {
    const before = graphOf(at("nap", 300, 0));
    expect(places(await placeProposed(before, graphOf(at("nap", 300, 0), at("more", 320, 20)), stack)).more).toBe("7,7");
    const loop = at("each", 0, 200, { kind: "control.forEach" });
    const inner = [at("one", 40, 60, { parent: "each" }), at("two", 340, 60, { parent: "each" })];
    const crowded = graphOf(at("nap", 300, 0), loop, ...inner, at("after", 300, 200));
    expect(places(await placeProposed(before, crowded, stack)).after).toBe("7,7");
  });

  it("moves nothing for a change without new nodes, though nodes lay over each other before", async () => {
    const before = graphOf(at("nap", 300, 0), at("other", 310, 10));
    const proposed = graphOf(at("nap", 300, 0, { label: "Longer" }), at("other", 310, 10));
    expect(await placeProposed(before, proposed, stack)).toBe(proposed);
  });

  it("goes without a layout that cannot be had", async () => {
    const proposed = graphOf(at("nap", 300, 0));
    expect(await placeProposed(graphOf(), proposed, () => Promise.reject(new Error("offline")))).toBe(proposed);
  });
});
