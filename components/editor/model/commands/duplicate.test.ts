import { describe, expect, it } from "vitest";
import { draw } from "../../../../codegen/testing/draw.ts";
import { at, ids, nodeOf, perform, places, wires } from "../testing/perform.ts";
import { duplicate } from "./duplicate.ts";
import { setConfig } from "./set-config.ts";

describe("duplicating", () => {
  it("copies edges and references among the nodes, and keeps references to others", () => {
    let graph = at(draw("a, b, c", "input > a > b > c"), { b: [100, 0], c: [400, 0] });
    graph = setConfig(graph, "c", ["url"], "{{ a.body }}/{{ b.body }}");
    const { graph: after, selection } = perform(graph, (now) => duplicate(now, ["b", "c"]));
    expect(wires(after)).toEqual(["input > a", "a > b", "b > c", "b2 > c2"]);
    expect(nodeOf(after, "c2").config).toEqual({ url: "{{ a.body }}/{{ b2.body }}" });
    expect(places(after)).toMatchObject({ b2: "140,40", c2: "440,40" });
    expect([...selection.nodes]).toEqual(["b2", "c2"]);
  });

  it("copies a container with what it holds and a variable of its own", () => {
    const graph = setConfig(draw("each:each, each/line", "input > each"), "line", ["url"], "{{ item }}");
    const { graph: after, selection } = perform(graph, (now) => duplicate(now, ["each", "line"]));
    expect(ids(after)).toEqual(["input", "each", "each/line", "each2", "each2/line2"]);
    expect(nodeOf(after, "each2").config).toMatchObject({ as: "item2" });
    expect(nodeOf(after, "line2").config).toEqual({ url: "{{ item2 }}" });
    expect([...selection.nodes]).toEqual(["each2"]);
  });

  it("copies no trigger", () => {
    const graph = draw("a", "input > a");
    expect(perform(graph, (now) => duplicate(now, ["input"])).graph).toBe(graph);
  });

  it("of a node whose copy's name another copy has gets both right", () => {
    const graph = setConfig(draw("a, a2", "input > a > a2"), "a2", ["url"], "{{ a.body }}");
    const { graph: after } = perform(graph, (now) => duplicate(now, ["a", "a2"]));
    expect(wires(after)).toEqual(["input > a", "a > a2", "a3 > a4"]);
    expect(nodeOf(after, "a4").config).toEqual({ url: "{{ a3.body }}" });
  });
});
