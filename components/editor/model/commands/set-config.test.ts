import { describe, expect, it } from "vitest";
import { draw } from "../../../../codegen/testing/draw.ts";
import { nodeOf, perform, wires } from "../testing/perform.ts";
import { setConfig } from "./set-config.ts";

const graph = draw("a, way:switch, b, c", "input > a > way, way.gold > b, way.default > c");
const config = (now: typeof graph, id: string) => nodeOf(now, id).config;

describe("setting a field", () => {
  it("makes the objects and lists on the way, and changes one node alone", () => {
    const { graph: after } = perform(graph, (now) => setConfig(now, "a", ["headers", "accept"], "text/html"));
    expect(config(after, "a")).toEqual({ url: "https://example.com/a", headers: { accept: "text/html" } });
    expect(after.nodes.filter((node, place) => node !== graph.nodes[place])).toHaveLength(1);
    expect(config(setConfig(graph, "a", ["list", 0, "x"], 1), "a")).toMatchObject({ list: [{ x: 1 }] });
  });

  it("by undefined takes it away, from a list too", () => {
    expect(config(perform(graph, (now) => setConfig(now, "a", ["url"], undefined)).graph, "a")).toEqual({});
    expect(config(setConfig(graph, "way", ["cases", 0], undefined), "way")).toEqual({
      cases: [{ port: "silver", when: "input.f1 === true" }],
    });
  });

  it("keeps the order of fields, and sets the whole config", () => {
    const two = setConfig(setConfig(graph, "a", ["body"], 1), "a", ["url"], "x");
    expect(Object.keys(config(two, "a") ?? {})).toEqual(["url", "body"]);
    expect(config(setConfig(two, "a", [], { url: "y" }), "a")).toEqual({ url: "y" });
    expect(setConfig(graph, "a", [], "no config")).toBe(graph);
  });

  it("to what it is already is no edit", () => {
    expect(perform(graph, (now) => setConfig(now, "a", ["url"], "https://example.com/a")).graph).toBe(graph);
    expect(setConfig(graph, "nobody", ["url"], "x")).toBe(graph);
  });

  it("takes any key for a key", () => {
    const { graph: after } = perform(graph, (now) => setConfig(now, "a", ["headers", "__proto__"], "x"));
    expect(Object.getOwnPropertyDescriptor(config(after, "a")?.["headers"], "__proto__")?.value).toBe("x");
    expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  });
});

describe("the ports of a switch", () => {
  it("take their edges along when they are called otherwise", () => {
    const { graph: after } = perform(graph, (now) => setConfig(now, "way", ["cases", 0, "port"], "best"));
    expect(wires(after)).toEqual(["input > a", "a > way", "way.best > b", "way.default > c"]);
  });

  it("take their edges along when they go", () => {
    const { graph: after } = perform(graph, (now) => setConfig(now, "way", ["cases", 0], undefined));
    expect(wires(after)).toEqual(["input > a", "a > way", "way.default > c"]);
  });
});
