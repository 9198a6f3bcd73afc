import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "./check/check.ts";
import { edges, graph, node } from "./testing/make-graph.ts";
import { renameNode } from "./rename.ts";
import { arbitraryGraph } from "./testing/arbitrary-graph.ts";
import { testCatalog } from "./testing/test-catalog.ts";

describe("renameNode", () => {
  it("rewrites ids, edges, parents and every expression, and nothing else", () => {
    const before = graph(
      [
        node("order", "http.request", { url: "https://x/order" }),
        node("tell", "control.set", {
          fields: {
            order: "order {{ order.body.order }} {{ 'order' }}",
            e: "{{ orderError?.message ?? `${order}` }}",
            same: "{{  other.order  }}",
          },
        }),
        node("c", "control.if", { when: "order.ok===true" }),
        node("work", "code", { source: "return order", inputs: { order: "{{order}}" } }),
        node("map", "control.set", {
          fields: { v: "{{ list.map((order) => order.id + bill) }}", w: "{{ list.map((bill) => bill + order) }}" },
        }),
      ],
      "input > order, order.error > tell",
    );
    expect(renameNode(before, "order", "bill")).toEqual({
      ...before,
      nodes: [
        before.nodes[0],
        node("bill", "http.request", { url: "https://x/order" }),
        node("tell", "control.set", {
          fields: {
            order: "order {{ bill.body.order }} {{ 'order' }}",
            e: "{{ billError?.message ?? `${bill}` }}",
            same: "{{  other.order  }}",
          },
        }),
        node("c", "control.if", { when: "bill.ok === true" }),
        node("work", "code", { source: "return order", inputs: { order: "{{ bill }}" } }),
        node("map", "control.set", {
          fields: { v: "{{ list.map((order) => order.id + bill) }}", w: "{{ list.map((bill2) => bill2 + bill) }}" },
        }),
      ],
      edges: edges("input > bill, bill.error > tell"),
    });
  });

  it("renames a container with what is inside it, and leaves its variable alone", () => {
    const loop = (id: string): ReturnType<typeof node> =>
      node(id, "control.forEach", { items: "{{ input.items }}", as: "item", collect: "{{ item.id }}" });
    const before = graph([loop("item2"), node("a", "control.set", { fields: { v: "{{ item }}" } }, { parent: "item2" })], "input > item2");
    expect(renameNode(before, "item", "thing")).toEqual(before);
    expect(renameNode(before, "item2", "each").nodes.slice(1)).toEqual([
      loop("each"),
      node("a", "control.set", { fields: { v: "{{ item }}" } }, { parent: "each" }),
    ]);
  });

  it("keeps a valid graph valid, and renaming back gives the graph in canonical text", () => {
    fc.assert(
      fc.property(arbitraryGraph(testCatalog), fc.nat(), (value, pick) => {
        const id = value.nodes[pick % value.nodes.length]?.id ?? "";
        const renamed = renameNode(value, id, "renamedNode");
        expect(check(renamed, testCatalog).filter(({ severity }) => severity === "error")).toEqual([]);
        expect(renameNode(renamed, "renamedNode", id)).toEqual(value);
      }),
      { numRuns: 300 },
    );
  });
});
