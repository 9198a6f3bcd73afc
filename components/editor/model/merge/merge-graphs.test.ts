import { describe, expect, it } from "vitest";
import type { Graph } from "../../../../codegen/schema/graph.ts";
import { draw } from "../../../../codegen/testing/draw.ts";
import { addNode } from "../commands/add-node.ts";
import { connect } from "../commands/connect.ts";
import { moveNodes } from "../commands/move-nodes.ts";
import { removeSelection } from "../commands/remove-selection.ts";
import { renameNode } from "../commands/rename-node.ts";
import { reparent } from "../commands/reparent.ts";
import { setConfig } from "../commands/set-config.ts";
import { setDetails } from "../commands/set-details.ts";
import { setNode } from "../commands/set-node.ts";
import { emptySelection, selectNodes } from "../selection.ts";
import { at, ids, nodeOf, places, wires } from "../testing/perform.ts";
import { mergeGraphs } from "./merge-graphs.ts";
import { takeTheirs } from "./take-theirs.ts";

const base = at(draw("a, b, each:each, each/line", "input > a > b > each"), {
  input: [0, 0],
  a: [320, 0],
  b: [640, 0],
  each: [960, 0],
  line: [32, 64],
});
const here = { x: 5, y: 5 };

function remove(graph: Graph, ...nodes: string[]): Graph {
  return removeSelection(graph, selectNodes(nodes), { reconnect: true }).graph;
}

function rename(graph: Graph, from: string, to: string): Graph {
  return renameNode(graph, emptySelection, from, to).graph;
}

/** A merge that leaves nothing to decide. */
function merged(mine: Graph, theirs: Graph): Graph {
  const { graph, conflicts, dropped } = mergeGraphs(base, mine, theirs);
  expect({ conflicts, dropped }).toEqual({ conflicts: [], dropped: [] });
  return graph;
}

describe("merging", () => {
  it("takes what one side alone changed, and keeps all else the very objects of mine", () => {
    const mine = setConfig(base, "a", ["url"], "mine");
    expect(mergeGraphs(base, mine, base).graph).toBe(mine);
    expect(mergeGraphs(base, base, base).graph).toBe(base);
    const graph = merged(mine, setConfig(base, "b", ["url"], "theirs"));
    expect([nodeOf(graph, "a").config, nodeOf(graph, "b").config]).toEqual([{ url: "mine" }, { url: "theirs" }]);
    expect(nodeOf(graph, "a")).toBe(nodeOf(mine, "a"));
    expect(graph.edges).toBe(mine.edges);
  });

  it("takes different fields of one node from each", () => {
    const mine = setNode(setConfig(base, "a", ["headers", "accept"], "x"), "a", { label: "Mine" });
    const theirs = setNode(setConfig(base, "a", ["headers", "from"], "y"), "a", { policy: { retries: 1 } });
    expect(nodeOf(merged(mine, theirs), "a")).toMatchObject({
      label: "Mine",
      policy: { retries: 1 },
      config: { url: "https://example.com/a", headers: { accept: "x", from: "y" } },
    });
  });

  it("takes the same change of both as one", () => {
    const change = (graph: Graph): Graph => setConfig(graph, "a", ["url"], "same");
    expect(nodeOf(merged(change(base), change(base)), "a").config).toEqual({ url: "same" });
  });

  it("takes nodes and edges that each added, and gives theirs other names where both chose the same", () => {
    const mine = addNode(base, { kind: "http.request", position: here, after: { node: "a", port: "out" }, config: { url: "mine" } }).graph;
    const added = addNode(base, {
      kind: "http.request",
      position: here,
      after: { node: "b", port: "out" },
      config: { url: "theirs" },
    }).graph;
    const theirs = setConfig(added, "each", ["items"], "{{ response.body }}");
    const graph = merged(mine, theirs);
    expect(wires(graph)).toEqual(["input > a", "a > b", "b > each", "a > response", "b > response2"]);
    expect(new Set(graph.edges.map((edge) => edge.id)).size).toBe(5);
    expect(nodeOf(graph, "response2").config).toEqual({ url: "theirs" });
    expect(nodeOf(graph, "each").config).toMatchObject({ items: "{{ response2.body }}" });
  });

  it("takes away what one side took away", () => {
    expect(wires(merged(remove(base, "a"), setConfig(base, "b", ["url"], "x")))).toEqual(["b > each", "input > b"]);
    expect(ids(merged(setConfig(base, "b", ["url"], "x"), remove(base, "a", "each")))).toEqual(["input", "b"]);
    expect(ids(merged(remove(base, "a"), moveNodes(base, ["a"], 10, 10)))).not.toContain("a");
  });

  it("lets a node stay where I put it when both moved it", () => {
    const graph = merged(moveNodes(base, ["a"], 0, 100), moveNodes(base, ["a", "b"], 50, 0));
    expect(places(graph)).toMatchObject({ a: "320,100", b: "690,0" });
  });

  it("follows a node that one side renamed and the other changed and read", () => {
    const mine = rename(base, "a", "order");
    const theirs = setConfig(setConfig(base, "a", ["url"], "theirs"), "b", ["url"], "{{ a.body }}");
    const graph = merged(mine, theirs);
    expect(ids(graph)).toEqual(["input", "order", "b", "each", "each/line"]);
    expect([nodeOf(graph, "order").config, nodeOf(graph, "b").config]).toEqual([{ url: "theirs" }, { url: "{{ order.body }}" }]);
    const back = merged(theirs, mine);
    expect([nodeOf(back, "order").config, nodeOf(back, "b").config]).toEqual([{ url: "theirs" }, { url: "{{ order.body }}" }]);
  });

  it("follows a trigger that was renamed and moved, and one that both renamed", () => {
    const theirs = moveNodes(rename(base, "input", "order"), ["order"], 9, 9);
    expect(wires(merged(setNode(base, "input", { label: "Start" }), theirs))).toEqual(["order > a", "a > b", "b > each"]);
    expect(ids(merged(rename(base, "input", "sale"), theirs))).toEqual(["sale", "a", "b", "each", "each/line"]);
  });

  it("takes a container and a place that they chose together", () => {
    const theirs = reparent(base, ["b"], "each", new Map([["b", { x: 40, y: 50 }]])).graph;
    const graph = merged(moveNodes(base, ["b"], 7, 7), theirs);
    expect(ids(graph)).toContain("each/b");
    expect(places(graph)["b"]).toBe("40,50");
  });

  it("moves a node out of a container that is gone, and it stays in place on the canvas", () => {
    const theirs = addNode(base, { kind: "code", position: { x: 300, y: 64 }, parent: "each" }).graph;
    const graph = merged(remove(base, "each"), theirs);
    expect(ids(graph)).toEqual(["input", "a", "b", "result"]);
    expect(places(graph)["result"]).toBe("1260,64");
  });
});

describe("what both changed otherwise", () => {
  it("stays mine and is listed, field by field", () => {
    const mine = setDetails(setNode(setConfig(base, "a", ["url"], "mine"), "b", { label: "Mine" }), { title: "Mine" });
    const theirs = setDetails(setNode(setConfig(base, "a", ["url"], "theirs"), "b", { label: "Theirs" }), { title: "Theirs" });
    const { graph, conflicts } = mergeGraphs(base, mine, theirs);
    expect(graph).toBe(mine);
    expect(conflicts).toEqual([
      { node: "a", field: ["config", "url"], mine: "mine", theirs: "theirs" },
      { node: "b", field: ["label"], mine: "Mine", theirs: "Theirs" },
      { node: undefined, field: ["title"], mine: "Mine", theirs: "Theirs" },
    ]);
    expect(conflicts.reduce(takeTheirs, graph)).toEqual(theirs);
  });

  it("is a list as a whole", () => {
    const [from, mine, theirs] = [[1], [1, 2], [0, 1]].map((list) => setConfig(base, "a", ["list"], list));
    const { conflicts } = mergeGraphs(from ?? base, mine ?? base, theirs ?? base);
    expect(conflicts).toEqual([{ node: "a", field: ["config", "list"], mine: [1, 2], theirs: [0, 1] }]);
  });

  it("is a node that I took away and they worked on", () => {
    const theirs = setConfig(base, "a", ["url"], "theirs");
    const { graph, conflicts } = mergeGraphs(base, remove(base, "a"), theirs);
    expect(ids(graph)).not.toContain("a");
    expect(conflicts).toMatchObject([{ node: "a", field: [], mine: undefined, theirs: { id: "a", config: { url: "theirs" } } }]);
    const taken = conflicts.reduce(takeTheirs, graph);
    expect(wires(taken)).toEqual(["b > each", "input > b", "input > a", "a > b"]);
  });

  it("is a node that I worked on and they took away, which stays connected", () => {
    const mine = setConfig(base, "a", ["url"], "mine");
    const { graph, conflicts } = mergeGraphs(base, mine, remove(base, "a"));
    expect(conflicts).toEqual([{ node: "a", field: [], mine: nodeOf(mine, "a"), theirs: undefined }]);
    expect(wires(graph)).toEqual(["input > a", "a > b", "b > each", "input > b"]);
    expect(wires(conflicts.reduce(takeTheirs, graph))).toEqual(["b > each", "input > b"]);
  });

  it("is the container a node is in", () => {
    const two = addNode(base, { kind: "control.repeat", id: "again", position: { x: 0, y: 900 } }).graph;
    const { graph, conflicts } = mergeGraphs(two, reparent(two, ["a"], "each").graph, reparent(two, ["a"], "again").graph);
    expect(conflicts).toEqual([{ node: "a", field: ["parent"], mine: "each", theirs: "again" }]);
    expect(ids(conflicts.reduce(takeTheirs, graph))).toContain("again/a");
  });
});

describe("edges that cannot be", () => {
  it("are dropped and listed where together they would close a cycle", () => {
    const loose = draw("a, b", "input > a, input > b");
    const [mine, theirs] = [
      connect(loose, { source: "a", port: "out", target: "b" }),
      connect(loose, { source: "b", port: "out", target: "a" }),
    ];
    const { graph, dropped, conflicts } = mergeGraphs(loose, mine, theirs);
    expect(wires(graph)).toEqual(["input > a", "input > b", "a > b"]);
    expect(dropped).toMatchObject([{ source: "b", target: "a" }]);
    expect(conflicts).toEqual([]);
  });

  it("are dropped and listed where an end is gone or behind a wall", () => {
    const theirs = connect(base, { source: "a", port: "error", target: "each" });
    expect(mergeGraphs(base, remove(base, "a"), theirs).dropped).toMatchObject([{ source: "a", port: "error", target: "each" }]);
    expect(mergeGraphs(base, reparent(base, ["a"], "each").graph, theirs).dropped).toMatchObject([{ source: "a", port: "error" }]);
  });

  it("let no two containers hold each other", () => {
    const two = draw("one:each, two:each", "input > one");
    const [mine, theirs] = [reparent(two, ["one"], "two").graph, reparent(two, ["two"], "one").graph];
    expect(ids(mergeGraphs(two, mine, theirs).graph)).toEqual(["input", "two/one", "two"]);
  });
});
