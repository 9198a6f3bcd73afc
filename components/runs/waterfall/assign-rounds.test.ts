import { describe, expect, it } from "vitest";
import type { Graph, GraphNode } from "../../../codegen/schema/graph.ts";
import { sampleStep } from "../timeline/sample-timeline.ts";
import { assignRounds, containersOf } from "./assign-rounds.ts";

function graphOf(...nodes: GraphNode[]): Graph {
  return { weft: 1, name: "sample", nodes, edges: [] };
}

const loop = (id: string, parent?: string, concurrency?: number): GraphNode => ({
  id,
  kind: "control.forEach",
  ...(parent === undefined ? {} : { parent }),
  ...(concurrency === undefined ? {} : { config: { concurrency } }),
});
const call = (id: string, parent: string): GraphNode => ({ id, kind: "http.request", parent });

/** `pay#2` for a step in a container's second round, `lines#1.item#3` in two. */
function rounds(graph: Graph, ids: readonly string[]): string[] {
  const assigned = assignRounds(
    ids.map((id) => sampleStep(id)),
    containersOf(graph),
  );
  return ids.map((id) => (assigned.get(id) ?? []).map(({ container, number }) => `${container}#${number ?? "?"}`).join("."));
}

describe("assignRounds", () => {
  it("begins a round when a node comes again", () => {
    const graph = graphOf(loop("each"), call("a", "each"), call("b", "each"));
    expect(rounds(graph, ["step_a_0", "step_b_0", "step_a_1", "step_b_1", "step_a_2"])).toEqual([
      "each#1",
      "each#1",
      "each#2",
      "each#2",
      "each#3",
    ]);
  });

  it("puts a node that not every round reaches into the round where it ran", () => {
    const graph = graphOf(loop("each"), call("a", "each"), call("rare", "each"));
    expect(rounds(graph, ["step_a_0", "step_a_1", "step_rare_0", "step_a_2"])).toEqual(["each#1", "each#2", "each#2", "each#3"]);
  });

  it("counts the inner rounds anew in each outer one", () => {
    const graph = graphOf(loop("outer"), call("head", "outer"), loop("inner", "outer"), call("item", "inner"));
    expect(rounds(graph, ["step_head_0", "step_item_0", "step_item_1", "step_head_1", "step_item_2"])).toEqual([
      "outer#1",
      "outer#1.inner#1",
      "outer#1.inner#2",
      "outer#2",
      "outer#2.inner#1",
    ]);
  });

  it("takes a node's n-th call for the n-th round where rounds overlap", () => {
    const graph = graphOf(loop("each", undefined, 4), call("a", "each"), call("b", "each"));
    expect(rounds(graph, ["step_a_0", "step_a_1", "step_b_0", "step_a_2", "step_b_1"])).toEqual([
      "each#1",
      "each#2",
      "each#1",
      "each#3",
      "each#2",
    ]);
  });

  it("does not guess the rounds of a container inside overlapping ones", () => {
    const graph = graphOf(loop("each", undefined, 2), loop("inner", "each"), call("item", "inner"));
    expect(rounds(graph, ["step_item_0", "step_item_1"])).toEqual(["each#?.inner#?", "each#?.inner#?"]);
  });

  it("puts what a container does between rounds into the round that it ends", () => {
    const graph = graphOf(loop("each"), call("a", "each"));
    expect(rounds(graph, ["step_a_0", "step_each_0", "step_a_1", "step_each_1"])).toEqual(["each#1", "each#1", "each#2", "each#2"]);
  });

  it("leaves steps outside of containers alone", () => {
    expect(rounds(graphOf({ id: "a", kind: "http.request" }), ["step_a_0"])).toEqual([""]);
  });
});
