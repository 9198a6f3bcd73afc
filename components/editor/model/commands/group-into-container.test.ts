import { describe, expect, it } from "vitest";
import type { Graph } from "../../../../codegen/schema/graph.ts";
import { draw } from "../../../../codegen/testing/draw.ts";
import { at, ids, nodeOf, perform, places, wires } from "../testing/perform.ts";
import { groupIntoContainer } from "./group-into-container.ts";
import { ungroup } from "./ungroup.ts";

const graph = at(draw("a, b, c, d, vip:if", "input > a > b > c > d, a > c, b.error > d, a > vip, vip.true > d"), {
  a: [320, 0],
  b: [640, 0],
  c: [960, 100],
  d: [1280, 0],
});

function group(now: Graph, nodes: readonly string[]) {
  const result = groupIntoContainer(now, nodes, "control.forEach");
  if ("problem" in result) throw new Error(`Cannot be grouped: ${result.problem}`);
  return result;
}

describe("enclosing nodes in a container", () => {
  it("leads the edges in and out to it, each way once, and keeps the nodes in place", () => {
    const { graph: after, selection } = perform(graph, (now) => group(now, ["b", "c"]));
    expect(ids(after)).toEqual(["input", "a", "each/b", "each/c", "d", "vip", "each"]);
    expect(wires(after)).toEqual(["input > a", "a > each", "b > c", "each > d", "each.error > d", "a > vip", "vip.true > d"]);
    expect(places(after)).toMatchObject({ each: "600,-60", b: "40,60", c: "360,160" });
    expect(nodeOf(after, "each").config).toEqual({ as: "item" });
    expect([...selection.nodes]).toEqual(["each"]);
  });

  it.each([
    ["empty", [], []],
    ["trigger", ["input", "a"], ["input"]],
    ["between", ["a", "c"], ["b"]],
    ["branch", ["vip"], ["vip"]],
  ])("says %s when it cannot be", (problem, chosen, nodes) => {
    expect(groupIntoContainer(graph, chosen, "control.repeat")).toEqual({ problem, nodes });
  });

  it("says container for nodes of different ones", () => {
    const nested = draw("a, each:each, each/line", "input > a > each");
    expect(groupIntoContainer(nested, ["a", "line"], "control.repeat")).toEqual({ problem: "container", nodes: ["line"] });
  });

  it("encloses inside of a container too", () => {
    const nested = draw("each:each, each/line, each/next", "input > each, line > next");
    const result = groupIntoContainer(nested, ["line"], "control.repeat");
    expect("graph" in result && ids(result.graph)).toEqual(["input", "each", "repeated/line", "each/next", "each/repeated"]);
    expect("graph" in result && wires(result.graph)).toEqual(["input > each", "repeated > next"]);
  });
});

describe("opening a container for good", () => {
  it("is the way back of enclosing a chain", () => {
    const chain = at(draw("a, b, c, d", "input > a > b > c > d"), { a: [320, 0], b: [640, 0], c: [960, 0], d: [1280, 0] });
    const grouped = group(chain, ["b", "c"]).graph;
    const { graph: after, selection } = perform(grouped, (now) => ungroup(now, ["each"]));
    expect(wires(after).sort()).toEqual(wires(chain).sort());
    expect(places(after)).toEqual(places(chain));
    expect([...selection.nodes]).toEqual(["b", "c"]);
  });

  it("leads every port that ended a round to what came after, and an empty one's ends to each other", () => {
    const nested = draw("each:each, each/vip:if, each/gift, d", "input > each > d, vip.true > gift");
    expect(wires(perform(nested, (now) => ungroup(now, ["each"])).graph)).toEqual([
      "vip.true > gift",
      "input > vip",
      "vip.false > d",
      "gift > d",
    ]);
    expect(wires(ungroup(draw("each:each, d", "input > each > d"), ["each"]).graph)).toEqual(["input > d"]);
  });

  it("of a node that holds nothing is no edit", () => {
    expect(perform(graph, (now) => ungroup(now, ["a"])).graph).toBe(graph);
  });
});
