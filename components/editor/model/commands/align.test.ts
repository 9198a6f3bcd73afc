import { describe, expect, it } from "vitest";
import { draw } from "../../../../codegen/testing/draw.ts";
import type { Sizes } from "../geometry.ts";
import { at, perform, places } from "../testing/perform.ts";
import type { Alignment } from "./align.ts";
import { align } from "./align.ts";
import { distribute } from "./distribute.ts";

const graph = at(draw("a, b, c, each:each, each/line", "input > a"), {
  a: [0, 0],
  b: [100, 50],
  c: [400, 300],
  each: [1000, 1000],
  line: [32, 64],
});
const sizes: Sizes = new Map([
  ["a", { width: 100, height: 40 }],
  ["b", { width: 200, height: 60 }],
  ["c", { width: 100, height: 40 }],
  ["line", { width: 100, height: 40 }],
]);

describe("aligning", () => {
  const cases: [Alignment, Record<string, string>][] = [
    ["left", { a: "0,0", b: "0,50", c: "0,300" }],
    ["center", { a: "200,0", b: "150,50", c: "200,300" }],
    ["right", { a: "400,0", b: "300,50", c: "400,300" }],
    ["top", { a: "0,0", b: "100,0", c: "400,0" }],
    ["middle", { a: "0,150", b: "100,140", c: "400,150" }],
    ["bottom", { a: "0,300", b: "100,280", c: "400,300" }],
  ];
  it.each(cases)("%s", (how, expected) => {
    expect(places(perform(graph, (now) => align(now, ["a", "b", "c"], how, sizes)).graph)).toMatchObject(expected);
  });

  it("counts in places on the canvas, whatever container a node is in", () => {
    expect(places(align(graph, ["a", "line"], "left", sizes))["line"]).toBe("-1000,64");
  });

  it("leaves one alone as it is", () => {
    expect(align(graph, ["a"], "left", sizes)).toBe(graph);
  });
});

describe("distributing", () => {
  it("makes the gaps equal between the outer two, which stay", () => {
    expect(places(perform(graph, (now) => distribute(now, ["c", "a", "b"], "horizontal", sizes)).graph)).toMatchObject({
      a: "0,0",
      b: "150,50",
      c: "400,300",
    });
    expect(places(distribute(graph, ["a", "b", "c"], "vertical", sizes))).toMatchObject({ a: "0,0", b: "100,140", c: "400,300" });
    expect(distribute(graph, ["a", "b"], "vertical", sizes)).toBe(graph);
  });
});
