import { describe, expect, it } from "vitest";
import { draw } from "../../../../codegen/testing/draw.ts";
import { at, ids, perform, places, wires } from "../testing/perform.ts";
import { reparent } from "./reparent.ts";

const graph = at(draw("a, b, c, each:each, each/line, each/inner:each", "input > a > b > c, b > each"), {
  a: [320, 0],
  b: [640, 0],
  c: [960, 0],
  each: [500, 200],
  line: [32, 64],
  inner: [300, 64],
});

describe("moving into a container", () => {
  it("keeps edges among what moves, and lists those that would cross the wall", () => {
    const { graph: after, dropped } = reparent(graph, ["b", "c"], "each", new Map([["b", { x: 40, y: 200 }]]));
    expect(ids(after)).toEqual(["input", "a", "each/b", "each/c", "each", "each/line", "each/inner"]);
    expect(wires(after)).toEqual(["input > a", "b > c"]);
    expect(dropped.map((edge) => edge.id)).toEqual(["e2", "e4"]);
    expect(places(after)).toMatchObject({ b: "40,200", c: "460,-200" });
    perform(graph, (now) => reparent(now, ["b", "c"], "each"));
  });

  it("moves a node out to the top, where it stays in place on the canvas", () => {
    const { graph: after } = perform(graph, (now) => reparent(now, ["line"], undefined));
    expect(ids(after)).toContain("line");
    expect(places(after)["line"]).toBe("532,264");
  });

  it("never moves a container into itself, the trigger, or anything into what holds nothing", () => {
    expect(reparent(graph, ["each"], "inner").graph).toBe(graph);
    expect(reparent(graph, ["each"], "each").graph).toBe(graph);
    expect(reparent(graph, ["input"], "each").graph).toBe(graph);
    expect(reparent(graph, ["a"], "b").graph).toBe(graph);
    expect(reparent(graph, ["a"], "nobody").graph).toBe(graph);
  });

  it("carries what a container holds along", () => {
    const nested = draw("each:each, each/line, other:each", "input > each");
    expect(ids(perform(nested, (now) => reparent(now, ["each", "line"], "other")).graph)).toEqual([
      "input",
      "other/each",
      "each/line",
      "other",
    ]);
  });
});
