import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Graph, GraphNode } from "../../../codegen/schema/graph.ts";
import { graphSchema } from "../../../codegen/schema/graph.ts";
import { portOf } from "../../../codegen/schema/node-facts.ts";
import type { Operation } from "../../../lib/ai/operation.ts";
import { edgeKey } from "../model/draw-edges.ts";
import { portsOf } from "../model/ports.ts";
import { ids, wires } from "../model/testing/perform.ts";
import { listChanges } from "./list-changes.ts";
import { takeChanges } from "./take-changes.ts";

const node = (id: string, more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  kind: "http.request",
  config: { url: `https://${id}.example` },
  ...more,
});
const trigger: GraphNode = { id: "input", kind: "trigger", config: { on: "manual" } };
/** `a > b`, `a.port > b`. */
function graphOf(nodes: readonly GraphNode[], edges: readonly string[] = [], name = "sample"): Graph {
  return {
    weft: 1,
    name,
    nodes: [trigger, ...nodes],
    edges: edges.map((edge, at) => {
      const [from = "", target = ""] = edge.split(" > ");
      const [source = "", port] = from.split(".");
      return { id: `e${at + 1}`, source, ...(port === undefined ? {} : { port }), target };
    }),
  };
}
const keys = (before: Graph, after: Graph, operations: readonly Operation[] = []): string[] =>
  listChanges(before, after, operations).changes.map(({ key }) => key);
/** What the document becomes without these changes. */
function without(before: Graph, after: Graph, left: readonly string[], operations: readonly Operation[] = []): Graph {
  const list = listChanges(before, after, operations);
  const chosen = list.changes.map(({ key }) => key).filter((key) => !left.includes(key));
  return takeChanges(list, new Set(chosen)).graph;
}

const chain = graphOf([node("a"), node("b")], ["input > a", "a > b"]);
const between = graphOf([node("a"), node("b"), node("x"), node("y")], ["input > a", "a > x", "x > y", "y > b"]);

describe("the list of changes", () => {
  it("has a line for each node, and none for the edges that come and go with one", () => {
    expect(keys(chain, between)).toEqual(["added x", "added y"]);
    expect(keys(between, chain)).toEqual(["removed x", "removed y"]);
  });

  it("has a line for an edge between nodes that both have", () => {
    const other = graphOf([node("a"), node("b")], ["input > a", "input > b"]);
    expect(keys(chain, other)).toEqual(['connected ["input","out","b"]', 'disconnected ["a","out","b"]']);
  });

  it("knows a renamed node by what the model did, though it was changed too", () => {
    const after = graphOf(
      [node("order", { config: { url: "https://new.example" } }), node("b", { config: { url: "{{ order.body }}" } })],
      ["input > order", "order > b"],
    );
    const before = graphOf([node("a"), node("b", { config: { url: "{{ a.body }}" } })], ["input > a", "a > b"]);
    expect(keys(before, after, [{ op: "renameNode", id: "a", to: "order" }])).toEqual(["renamed order", "changed order"]);
  });
});

describe("taking a part of a proposal", () => {
  it("leads on where a new node is left out, and is what was there where all are", () => {
    expect(wires(without(chain, between, ["added x"])).toSorted()).toEqual(["a > y", "input > a", "y > b"]);
    expect(wires(without(chain, between, ["added y"])).toSorted()).toEqual(["a > x", "input > a", "x > b"]);
    expect(without(chain, between, ["added x", "added y"])).toEqual(chain);
  });

  it("keeps a node with its edges, and then closes no gap over it", () => {
    expect(without(between, chain, ["removed x", "removed y"])).toEqual(between);
    expect(wires(without(between, chain, ["removed x"])).toSorted()).toEqual(["a > x", "input > a"]);
  });

  it("takes what is in a container only with it", () => {
    const loop: GraphNode = { id: "each", kind: "control.forEach", config: { items: "{{ input.list }}", as: "item" } };
    const after = graphOf([node("a"), node("b"), loop, node("inner", { parent: "each" })], ["input > a", "a > each", "each > b"]);
    expect(without(chain, after, ["added each"])).toEqual(chain);
    expect(ids(without(chain, after, ["added inner"]))).toEqual(["input", "a", "b", "each"]);
  });

  it("takes no container away while something stays in it", () => {
    const loop: GraphNode = { id: "each", kind: "control.forEach", config: { items: "{{ input.list }}", as: "item" } };
    const before = graphOf([loop, node("inner", { parent: "each" })], ["input > each"]);
    expect(ids(without(before, graphOf([]), ["removed inner"]))).toEqual(["input", "each", "each/inner"]);
  });

  it("puts nodes that were drawn into a loop back where they were", () => {
    const loop: GraphNode = { id: "each", kind: "control.forEach", config: { items: "{{ input.list }}", as: "item" } };
    const after = graphOf([node("a", { parent: "each" }), node("b"), loop], ["input > each", "each > b"]);
    expect(without(chain, after, ["added each"])).toEqual(chain);
  });

  it("gives a node its former name back everywhere", () => {
    const before = graphOf([node("a"), node("b", { config: { url: "{{ a.body }}" } })], ["input > a", "a > b"]);
    const after = graphOf(
      [node("order", { label: "Order", config: { url: "https://a.example" } }), node("b", { config: { url: "{{ order.body }}" } })],
      ["input > order", "order > b"],
    );
    const operations: Operation[] = [{ op: "renameNode", id: "a", to: "order" }];
    const left = without(before, after, ["renamed order"], operations);
    expect(left.nodes).toEqual([trigger, node("a", { label: "Order" }), node("b", { config: { url: "{{ a.body }}" } })]);
    expect(wires(left)).toEqual(["input > a", "a > b"]);
  });

  it("leaves an edge out whose port is left out", () => {
    const before = graphOf(
      [{ id: "which", kind: "control.switch", config: { cases: [{ port: "vip", when: "true" }] } }, node("a")],
      ["input > which", "which.vip > a"],
    );
    const cases = { cases: [{ port: "gold", when: "true" }] };
    const after = graphOf([{ id: "which", kind: "control.switch", config: cases }, node("a")], ["input > which", "which.gold > a"]);
    expect(without(before, after, ["changed which"]).edges.map(portOf)).toEqual(["out"]);
    expect(without(before, after, ["changed which", 'disconnected ["which","vip","a"]'])).toEqual(before);
  });

  it("is all of it, or nothing, at the ends; and between always a document that can be drawn", () => {
    const names = ["a", "b", "c", "d", "e", "f"];
    const graph = fc
      .tuple(
        fc.subarray(names),
        fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 10 }),
        fc.array(fc.webUrl(), { minLength: 6, maxLength: 6 }),
      )
      .map(([nodes, pairs, urls]) => {
        const all = ["input", ...nodes];
        const edges = new Set(
          pairs.flatMap(([from, to]) =>
            from < to && all[from] !== undefined && all[to] !== undefined ? [`${all[from]} > ${all[to]}`] : [],
          ),
        );
        return graphOf(
          nodes.map((id, at) => node(id, { config: { url: urls[at] ?? "" } })),
          [...edges],
        );
      });
    fc.assert(
      fc.property(graph, graph, fc.func(fc.boolean()), (before, after, isTaken) => {
        const list = listChanges(before, after, []);
        expect(takeChanges(list, new Set(list.changes.map(({ key }) => key))).graph).toBe(after);
        const none = takeChanges(list, new Set()).graph;
        expect(none.nodes.map(({ id }) => id)).toEqual(before.nodes.map(({ id }) => id));
        expect(none.edges.map(edgeKey).toSorted()).toEqual(before.edges.map(edgeKey).toSorted());
        const some = takeChanges(list, new Set(list.changes.flatMap(({ key }) => (isTaken(key) ? [key] : [])))).graph;
        expect(graphSchema.safeParse(some).error).toBeUndefined();
        const known = new Map(some.nodes.map((each) => [each.id, each]));
        expect(known.size).toBe(some.nodes.length);
        expect(new Set(some.edges.map(({ id }) => id)).size).toBe(some.edges.length);
        for (const edge of some.edges) {
          const source = known.get(edge.source);
          expect(source && portsOf(source)).toContain(portOf(edge));
          expect(known.has(edge.target)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
