import type { ElkNode } from "elkjs/lib/elk-api.js";
import Elk from "elkjs/lib/elk.bundled.js";
import { describe, expect, it } from "vitest";
import type { Graph } from "../../../../codegen/schema/graph.ts";
import { draw } from "../../../../codegen/testing/draw.ts";
import { resizeNode } from "../commands/resize-node.ts";
import { setCollapsed } from "../commands/set-collapsed.ts";
import { setPositions } from "../commands/set-positions.ts";
import { boxOf, overlaps, unmeasured } from "../geometry.ts";
import { at, nodeOf, perform, places } from "../testing/perform.ts";
import { layOut } from "./lay-out.ts";

const elk = new Elk();
const engine = (question: ElkNode): Promise<ElkNode> => elk.layout(question);
const arranged = async (graph: Graph, only?: readonly string[]): Promise<Graph> => {
  const { positions, sizes } = await layOut(graph, unmeasured, engine, only);
  return perform(graph, (now) => setPositions(now, positions, sizes)).graph;
};
const graph = at(
  draw(
    "vip:if, gift, card, done, each:each, each/line, each/next, memo:note",
    "input > vip, vip.true > gift > done, vip.false > card > done > each, line > next",
  ),
  {
    input: [100, 100],
    memo: [7, 7],
  },
);

describe("the automatic layout", () => {
  it("puts what comes later further right, and nothing over anything else", async () => {
    const after = await arranged(graph);
    const box = (id: string) => boxOf(after, id);
    for (const { source, target } of after.edges) expect(box(source).x + box(source).width).toBeLessThan(box(target).x);
    const top = after.nodes.filter((node) => node.parent === undefined && node.kind !== "note").map((node) => box(node.id));
    expect(top.some((one, place) => top.slice(place + 1).some((other) => overlaps(one, other)))).toBe(false);
  });

  it("keeps the order of ports, the trigger where it is and notes alone", async () => {
    const after = places(await arranged(graph));
    expect(after).toMatchObject({ input: "100,100", memo: "7,7" });
    const height = (id: string) => Number(after[id]?.split(",")[1]);
    expect(height("gift")).toBeLessThan(height("card"));
  });

  it("draws a container around its nodes, in coordinates of its own", async () => {
    const after = await arranged(graph);
    expect(places(after)).toMatchObject({ line: "40,60", next: "340,60" });
    expect(boxOf(after, "each")).toMatchObject({ width: 592, height: 156 });
    const resized = await arranged(resizeNode(graph, "each", { width: 5_000, height: 5_000 }));
    expect(nodeOf(resized, "each").size).toEqual({ width: 592, height: 156 });
  });

  it("keeps a row straight, through containers too", async () => {
    const row = await arranged(draw("a, each:each, each/line, each/next, b, c", "input > a > each > b > c, line > next, a.error > c"));
    expect(new Set(["input", "a", "each", "b", "c"].map((id) => boxOf(row, id).y))).toEqual(new Set([0]));
  });

  it("takes a closed container for a node, and leaves what it holds", async () => {
    const closed = at(setCollapsed(graph, "each", true), { line: [1, 2] });
    expect(places(await arranged(closed))["line"]).toBe("1,2");
  });

  it("gives the same for the same, and changes nothing a second time", async () => {
    const once = await arranged(graph);
    expect(await arranged(graph)).toEqual(once);
    expect(places(await arranged(once))).toEqual(places(once));
  });

  it("of a part moves nothing else, and the part stays in its corner", async () => {
    const scattered = at(graph, { gift: [1_000, 900], card: [1_200, 500], done: [900, 700] });
    const after = await arranged(scattered, ["gift", "card", "done"]);
    expect(nodeOf(after, "vip")).toBe(nodeOf(scattered, "vip"));
    expect(Math.min(...["gift", "card", "done"].map((id) => boxOf(after, id).x))).toBe(900);
    expect(boxOf(after, "done").x).toBeGreaterThan(boxOf(after, "gift").x);
    expect(places(await arranged(scattered, ["next", "line"]))).toMatchObject({ line: "0,0", next: "300,0" });
  });

  it("of unfinished and odd graphs gives something", async () => {
    expect(places(await arranged({ weft: 1, name: "empty", nodes: [], edges: [] }))).toEqual({});
    const odd = {
      ...graph,
      edges: [...graph.edges, { id: "odd", source: "gift", port: "nope", target: "card" }, { id: "out", source: "line", target: "card" }],
    };
    expect(Object.keys(places(await arranged(odd)))).toHaveLength(9);
  });

  it("of a thousand nodes takes seconds at most", async () => {
    const nodes = Array.from({ length: 1_000 }, (_, place) => ({ id: `n${place}`, kind: "http.request" }));
    const edges = nodes
      .slice(1)
      .flatMap(({ id }, place) => [
        { id: `a${place}`, source: `n${Math.floor(place / 2)}`, target: id },
        ...(place % 5 === 0 ? [{ id: `b${place}`, source: `n${Math.floor(place / 3)}`, port: "error", target: id }] : []),
      ]);
    const started = performance.now();
    const { positions } = await layOut({ weft: 1, name: "large", nodes, edges }, unmeasured, engine);
    const seconds = (performance.now() - started) / 1_000;
    expect(positions.size).toBe(1_000);
    // Three on a machine that does nothing else.
    expect(seconds).toBeLessThan(20);
  });
});
