import { describe, expect, it } from "vitest";
import type { Graph } from "../../../../codegen/schema/graph.ts";
import { parseGraph } from "../../../../codegen/schema/parse-graph.ts";
import { draw } from "../../../../codegen/testing/draw.ts";
import { setConfig } from "../commands/set-config.ts";
import { emptySelection, selectNodes } from "../selection.ts";
import { at, ids, nodeOf, perform, places, wires } from "../testing/perform.ts";
import { copy, cut } from "./copy.ts";
import { paste, pasteGraph } from "./paste.ts";
import { readClipboard } from "./read-clipboard.ts";

const middle = { x: 1_000, y: 500 };

function copied(graph: Graph, nodes: readonly string[]): string {
  return copy(graph, selectNodes(nodes)) ?? "";
}

function pasted(graph: Graph, text: string, parent?: string) {
  const result = paste(graph, text, middle, parent);
  if ("problem" in result) throw new Error(`Cannot be pasted: ${result.problem}`);
  return result;
}

describe("copying", () => {
  it("gives a graph document of the nodes, what they hold and the edges between them", () => {
    const graph = draw("a, each:each, each/line, b", "input > a > each > b");
    const parsed = parseGraph(JSON.parse(copied(graph, ["each", "a"])));
    expect("graph" in parsed && ids(parsed.graph)).toEqual(["a", "each", "each/line"]);
    expect("graph" in parsed && wires(parsed.graph)).toEqual(["a > each"]);
  });

  it("takes a node out of its container, and where it is on the canvas along", () => {
    const graph = at(draw("each:each, each/line", "input > each"), { each: [100, 100], line: [32, 64] });
    const parsed = readClipboard(copied(graph, ["line"]));
    expect("nodes" in parsed && parsed.nodes).toEqual([
      { id: "line", kind: "http.request", config: { url: "https://example.com/line" }, position: { x: 132, y: 164 } },
    ]);
  });

  it("gives nothing when no node is selected", () => {
    expect(copy(draw("a", "input > a"), emptySelection)).toBeUndefined();
  });

  it("cutting takes away what it gives", () => {
    const graph = draw("a, b", "input > a > b");
    const { text } = cut(graph, selectNodes(["a"]));
    const { graph: after } = perform(graph, cut, selectNodes(["a"]));
    expect(ids(after)).toEqual(["input", "b"]);
    expect(ids(pasted(after, text ?? "").graph)).toEqual(["input", "b", "a"]);
  });
});

describe("pasting", () => {
  it("takes a whole document where there is nothing but a trigger, and its nodes alone where there is more", () => {
    const whole: Graph = { ...draw("a, b", "input > a > b"), description: "What it does" };
    const http = setConfig(whole, "input", ["on"], "http");
    const blank: Graph = { weft: 1, name: "mine", nodes: [{ id: "input", kind: "trigger", config: { on: "manual" } }], edges: [] };
    const { graph } = pasted(blank, JSON.stringify(http));
    expect([graph.name, graph.description, wires(graph)]).toEqual(["mine", "What it does", ["input > a", "a > b"]]);
    expect(nodeOf(graph, "input").config).toEqual({ on: "http" });

    const { graph: more } = pasted(draw("own", "input > own"), JSON.stringify(http));
    expect([wires(more), nodeOf(more, "input").config]).toEqual([["input > own", "a > b"], { on: "manual" }]);
    // The trigger is there for its name alone.
    const { graph: part } = pasted(blank, copied(setConfig(http, "a", ["url"], "{{ input.x }}"), ["a"]));
    expect([wires(part), nodeOf(part, "input").config]).toEqual([[], { on: "manual" }]);
  });

  it("makes ids free, references follow, and the nodes' middle stands where it is told", () => {
    let graph = at(draw("a, b", "input > a > b"), { a: [0, 0], b: [320, 0] });
    graph = setConfig(graph, "b", ["url"], "{{ a.body }}{{ input.x }}{{ gone.y }}");
    const text = copied(graph, ["a", "b"]);
    const { graph: after, selection } = perform(graph, (now) => pasted(now, text));
    expect(wires(after)).toEqual(["input > a", "a > b", "a2 > b2"]);
    expect(nodeOf(after, "b2").config).toEqual({ url: "{{ a2.body }}{{ input.x }}{{ gone.y }}" });
    expect(places(after)).toMatchObject({ a2: "730,468", b2: "1050,468" });
    expect([...selection.nodes]).toEqual(["a2", "b2"]);
    expect(after.nodes.slice(0, 3).every((node, place) => node === graph.nodes[place])).toBe(true);
  });

  it("twice in a row makes two copies", () => {
    const graph = draw("a", "input > a");
    const text = copied(graph, ["a"]);
    expect(ids(pasted(pasted(graph, text).graph, text).graph)).toEqual(["input", "a", "a2", "a3"]);
  });

  it("covers nothing: at the same place once more, it stands a little aside", () => {
    const graph = at(draw("a", "input > a"), { input: [-500, 0], a: [890, 468] });
    const once = pasted(graph, copied(graph, ["a"])).graph;
    expect(places(pasted(once, copied(graph, ["a"])).graph)).toMatchObject({ a: "890,468", a2: "930,508", a3: "970,548" });
  });

  it("into another workflow lets what read the one trigger read the other", () => {
    const from = setConfig(draw("a", "input > a"), "a", ["url"], "{{ input.body.id }}");
    const to: Graph = { weft: 1, name: "other", nodes: [{ id: "order", kind: "trigger", config: { on: "http" } }], edges: [] };
    const { graph } = perform(to, (now) => pasted(now, copied(from, ["a"])));
    expect(ids(graph)).toEqual(["order", "a"]);
    expect(nodeOf(graph, "a").config).toEqual({ url: "{{ order.body.id }}" });
  });

  it("into a workflow whose trigger is called as a pasted node keeps the two apart", () => {
    const from = setConfig(draw("order, a", "input > order > a"), "a", ["url"], "{{ order.id }}{{ input.id }}");
    const to: Graph = { weft: 1, name: "other", nodes: [{ id: "order", kind: "trigger", config: { on: "http" } }], edges: [] };
    const { graph } = pasted(to, JSON.stringify(from)) satisfies { graph: Graph };
    expect(ids(graph)).toEqual(["order", "order2", "a"]);
    expect(nodeOf(graph, "a").config).toEqual({ url: "{{ order2.id }}{{ order.id }}" });
    expect(wires(graph)).toEqual(["order2 > a"]);
  });

  it("never gives a node the name of something else that is read", () => {
    const from = setConfig(draw("a, b", "input > a > b"), "b", ["url"], "{{ a2.body }}");
    expect(ids(pasted(draw("a", "input > a"), copied(from, ["a", "b"])).graph)).toEqual(["input", "a", "a3", "b"]);
  });

  it("brings the trigger where there is none", () => {
    const graph = draw("a", "input > a");
    const empty: Graph = { weft: 1, name: "empty", nodes: [], edges: [] };
    expect(wires(pasted(empty, JSON.stringify(graph)).graph)).toEqual(["input > a"]);
  });

  it("into a container keeps clear of its title, and gives a loop another variable", () => {
    const graph = draw("each:each", "input > each");
    const result = pasteGraph(graph, draw("each:each, each/line", "input > each"), { x: 0, y: 0 }, "each");
    expect(ids(result.graph)).toEqual(["input", "each", "each/each2", "each2/line"]);
    expect(places(result.graph)["each2"]).toBe("40,60");
    expect(nodeOf(result.graph, "each2").config).toMatchObject({ as: "item2" });
  });

  it("takes plain JSON of nodes, with or without ids, edges and a list around", () => {
    const list = [{ kind: "slack.sendMessage", config: { text: "hi" } }, { kind: "slack.sendMessage" }];
    expect(ids(pasted(draw("a", "input > a"), JSON.stringify(list)).graph)).toEqual(["input", "a", "message", "message2"]);
    expect(ids(pasted(draw("a", "input > a"), JSON.stringify({ kind: "code" })).graph)).toEqual(["input", "a", "result"]);
    const wired = {
      nodes: [
        { id: "x", kind: "code" },
        { id: "y", kind: "code" },
      ],
      edges: [{ source: "x", target: "y" }],
    };
    const { graph } = pasted(draw("a", "input > a"), JSON.stringify(wired));
    expect(wires(graph)).toEqual(["input > a", "x > y"]);
    expect(places(graph)["y"]).not.toBe(places(graph)["x"]);
  });

  it("leaves out edges and parents that make no sense", () => {
    const odd = {
      weft: 1,
      name: "odd",
      nodes: [
        { id: "x", kind: "code", parent: "y" },
        { id: "y", kind: "code" },
        { id: "y", kind: "note" },
        { id: "p", kind: "control.repeat", parent: "p" },
      ],
      edges: [
        { id: "1", source: "x", target: "y" },
        { id: "2", source: "y", target: "x" },
        { id: "3", source: "x", target: "gone" },
      ],
    };
    const { graph } = pasted(draw("a", "input > a"), JSON.stringify(odd));
    expect(ids(graph)).toEqual(["input", "a", "x", "y", "p"]);
    expect(wires(graph)).toEqual(["input > a", "x > y"]);
  });

  it("says what is wrong with what it cannot take", () => {
    const problem = (text: string) => paste(draw("a", "input > a"), text, middle);
    expect(problem("  ")).toEqual({ problem: "nothing" });
    expect(problem("[]")).toEqual({ problem: "nothing" });
    expect(problem("export async function f() {}")).toEqual({ problem: "text" });
    expect(problem('{"a":1}')).toMatchObject({ problem: "shape" });
    expect(problem("42")).toMatchObject({ problem: "shape" });
    expect(problem('{"weft":1,"name":"x","nodes":[{"id":1}],"edges":[]}')).toMatchObject({
      problem: "shape",
      detail: expect.stringContaining("nodes.0.id"),
    });
  });
});
