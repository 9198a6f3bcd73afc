import { describe, expect, it } from "vitest";
import { check } from "../../../codegen/check/check.ts";
import { draw } from "../../../codegen/testing/draw.ts";
import { testCatalog } from "../../../codegen/testing/test-catalog.ts";
import type { Direction } from "./navigate.ts";
import { enterContainer, leaveContainer, navigate, nextProblem, selectAll, selectDownstream, selectUpstream } from "./navigate.ts";
import { emptySelection, selectNodes } from "./selection.ts";
import { at } from "./testing/perform.ts";

//  input ── vip ──(true)── gift ──┐
//             └──(false)── card ──┴─ done      alone
const graph = at(
  draw(
    "vip:if, gift, card, done, alone, each:each, each/first, each/second",
    "input > vip, vip.true > gift > done, vip.false > card > done, first > second",
  ),
  {
    input: [0, 100],
    vip: [320, 100],
    gift: [640, 0],
    card: [640, 200],
    done: [960, 120],
    alone: [1280, 100],
    each: [0, 600],
    first: [32, 64],
    second: [352, 64],
  },
);

function walk(from: string, ...directions: Direction[]): string | undefined {
  return directions.reduce((selection, direction) => navigate(graph, selection, direction), selectNodes([from])).last;
}

describe("arrows", () => {
  it("begin at the trigger", () => {
    expect(navigate(graph, emptySelection, "right").last).toBe("input");
  });

  it("go right along the edge nearest in height, and left back", () => {
    expect(walk("input", "right")).toBe("vip");
    expect(walk("input", "right", "right")).toBe("gift");
    expect(walk("done", "left")).toBe("card");
    expect(walk("gift", "left", "left")).toBe("input");
  });

  it("go up and down among nodes of a container, by the eye", () => {
    expect(walk("gift", "down")).toBe("card");
    expect(walk("card", "up")).toBe("gift");
  });

  it("go by the eye where no edge leads, and stay at an end", () => {
    expect(walk("done", "right")).toBe("alone");
    const selection = selectNodes(["alone"]);
    expect(navigate(graph, selection, "right")).toBe(selection);
  });

  it("do not leave a container", () => {
    expect(walk("first", "right")).toBe("second");
    expect(walk("second", "right", "up")).toBe("second");
  });
});

describe("selecting along the graph", () => {
  it("extends by one edge, or by all", () => {
    const one = selectDownstream(graph, selectNodes(["vip"]));
    expect([...one.nodes]).toEqual(["vip", "gift", "card"]);
    expect(one.last).toBe("vip");
    expect([...selectDownstream(graph, selectNodes(["vip"]), { whole: true }).nodes]).toEqual(["vip", "gift", "card", "done"]);
    expect([...selectUpstream(graph, selectNodes(["done"])).nodes]).toEqual(["done", "gift", "card"]);
    expect([...selectUpstream(graph, selectNodes(["gift"]), { whole: true }).nodes]).toEqual(["gift", "vip", "input"]);
    const end = selectNodes(["done"]);
    expect(selectDownstream(graph, end)).toBe(end);
  });

  it("goes into a container and out of it", () => {
    expect(enterContainer(graph, selectNodes(["each"])).last).toBe("first");
    expect(leaveContainer(graph, selectNodes(["second"])).last).toBe("each");
    expect(leaveContainer(graph, selectNodes(["vip"]))).toBe(emptySelection);
    const leaf = selectNodes(["vip"]);
    expect(enterContainer(graph, leaf)).toBe(leaf);
  });

  it("selects all of the level", () => {
    expect([...selectAll(graph, selectNodes(["first"])).nodes]).toEqual(["first", "second"]);
    expect([...selectAll(graph, emptySelection).nodes]).toEqual(["input", "vip", "gift", "card", "done", "alone", "each"]);
  });
});

describe("the next problem", () => {
  it("is the next node's in the document, errors first, round and back", () => {
    const wrong = draw("a:if, b, c:if, d", "input > a, a.yes > b > c, c.true > d, c.no > d");
    const broken = { ...wrong, nodes: wrong.nodes.map((node) => (node.id === "d" ? { ...node, kind: "no.such" } : node)) };
    const diagnostics = check(broken, testCatalog);
    const next = (from: string | undefined, step: 1 | -1 = 1) =>
      nextProblem(broken, from === undefined ? emptySelection : selectNodes([from]), diagnostics, step)?.location;
    expect(next(undefined)).toEqual({ edge: "e2" });
    expect(next("a")).toEqual({ edge: "e5" });
    expect(next("c")).toEqual({ node: "d" });
    expect(next("d")).toEqual({ edge: "e2" });
    expect(next("a", -1)).toEqual({ node: "d" });
    expect(nextProblem(broken, emptySelection, [])).toBeUndefined();
  });
});
