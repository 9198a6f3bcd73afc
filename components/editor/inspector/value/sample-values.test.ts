import { describe, expect, it } from "vitest";
import type { Graph, GraphNode } from "../../../../codegen/schema/graph.ts";
import { sampleValues } from "./sample-values.ts";

const loop: GraphNode = { id: "each", kind: "control.forEach", config: { items: "{{ order.items }}", as: "item" } };
const inside: GraphNode = { id: "send", kind: "slack.sendMessage", parent: "each" };
const graph: Graph = { weft: 1, name: "x", nodes: [loop, inside], edges: [] };

describe("what names stand for in a preview", () => {
  it("are the last outputs, and in a loop the first entry of its list", () => {
    const values = sampleValues(graph, inside, { order: { items: [{ sku: "a" }, { sku: "b" }] } }, { REGION: "eu" });
    expect(values.get("item")).toEqual({ sku: "a" });
    expect(values.get("env")).toEqual({ REGION: "eu" });
  });

  it("say nothing of an entry while the list is empty or unknown", () => {
    expect(sampleValues(graph, inside, { order: { items: [] } }, {}).has("item")).toBe(false);
    expect(sampleValues(graph, inside, {}, {}).has("item")).toBe(false);
  });

  it("know the entry in the loop's own fields too", () => {
    expect(sampleValues(graph, loop, { order: { items: [1] } }, {}).get("item")).toBe(1);
  });
});
