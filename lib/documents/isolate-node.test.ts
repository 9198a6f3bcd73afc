import { beforeAll, describe, expect, it } from "vitest";
import type { Graph, GraphEdge, GraphNode } from "../../codegen/schema/graph.ts";
import { installedPlugins } from "../plugins/installed-plugins.ts";
import type { WorkspaceCatalog } from "../plugins/load-catalog.ts";
import { addServices } from "../plugins/load-catalog.ts";
import type { Compiler } from "../running-server.ts";
import { createCompiler } from "../workflows/create-compiler.ts";
import { isolateNode } from "./isolate-node.ts";

let catalog: WorkspaceCatalog;
let compiler: Compiler;

beforeAll(async () => {
  const { catalog: installed } = await installedPlugins();
  catalog = addServices(installed, []);
  compiler = createCompiler({ catalog: installed, hasConnection: () => true });
});

const trigger: GraphNode = { id: "input", kind: "trigger", config: { on: "http" } };
const code = (id: string, inputs: GraphNode["config"] = {}, more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  kind: "code",
  config: { source: "return 1;", inputs },
  ...more,
});

function graphOf(nodes: GraphNode[], edges: GraphEdge[] = []): Graph {
  return { weft: 1, name: "whole", nodes, edges };
}

/** The node alone, which must compile whatever the rest is like. */
function isolate(graph: Graph, id: string, given: readonly string[] = []) {
  const isolated = isolateNode(graph, id, catalog, new Set(given));
  expect(compiler.compile(isolated.graph, { looseData: "warn" }).version.exportName).toBe(isolated.graph.name);
  return { ...isolated, ids: isolated.graph.nodes.map((node) => node.id) };
}

describe("isolateNode", () => {
  it("stands in for what a node reads, and for nothing else", () => {
    const graph = graphOf([
      trigger,
      code("first"),
      code("second", { a: "{{ first.a }}" }),
      code("third", { b: "{{ second.b }} and {{ first.c }}" }),
    ]);
    expect(isolate(graph, "third")).toMatchObject({
      ids: ["start", "second", "first", "third", "result"],
      reads: ["second", "first"],
      trigger: undefined,
    });
  });

  it("keeps the trigger's name where the node reads it, by hand whatever it was", () => {
    const { graph, reads, ids } = isolate(graphOf([trigger, code("first", { a: "{{ input.body.anything }}" })]), "first");
    expect([ids, reads, graph.nodes[0]?.config]).toEqual([["input", "first", "result"], ["input"], { on: "manual" }]);
  });

  it("takes an error's value under the name it is read by", () => {
    const edges = [{ id: "e", source: "first", port: "error", target: "second" }];
    const graph = graphOf([trigger, code("first"), code("second", { a: "{{ firstError.message }}" })], edges);
    expect(isolate(graph, "second").reads).toEqual(["firstError"]);
  });

  it("goes from loop to loop for the first items of both", () => {
    const graph = graphOf([
      trigger,
      code("orders"),
      { id: "each", kind: "control.forEach", config: { items: "{{ orders.list }}", as: "order" } },
      { id: "lines", kind: "control.forEach", parent: "each", config: { items: "{{ order.lines }}", as: "line" } },
      code("price", { line: "{{ line.price }}", order: "{{ order.id }}" }, { parent: "lines" }),
    ]);
    expect(isolate(graph, "price")).toMatchObject({ ids: ["start", "orders", "order", "line", "price", "result"], reads: ["orders"] });
    expect(isolate(graph, "price", ["line", "order"]).reads).toEqual(["line", "order"]);
  });

  it("takes along what a container holds, with the edges inside it", () => {
    const graph = graphOf(
      [
        trigger,
        code("job"),
        { id: "until", kind: "control.repeat", config: { until: "asked > 3 && job.id !== null", max: 5 } },
        code("asked", { id: "{{ job.id }}" }, { parent: "until" }),
        code("noted", { asked: "{{ asked }}" }, { parent: "until" }),
      ],
      [{ id: "inside", source: "asked", target: "noted" }],
    );
    const { ids, reads, graph: alone } = isolate(graph, "until");
    expect([ids, reads]).toEqual([["start", "job", "until", "asked", "noted", "result"], ["job"]]);
    expect(alone.edges.map(({ source, target }) => `${source} ${target}`)).toContain("asked noted");
  });

  it("runs a node that is disabled, and one of no fitting name", () => {
    const graph = { ...graphOf([trigger, code("off", {}, { disabled: true })]), name: "No name" };
    const { graph: alone } = isolate(graph, "off");
    expect([alone.name, alone.nodes[1]?.disabled]).toEqual(["workflow", undefined]);
  });

  it("gives names of its own that nobody has", () => {
    expect(isolate(graphOf([trigger, code("start"), code("result", { a: "{{ start }}" })]), "result").ids).toEqual([
      "start2",
      "start",
      "result",
      "result2",
    ]);
  });

  it("refuses what gives nothing by itself", () => {
    const graph = graphOf([trigger, { id: "choice", kind: "control.if", config: { when: "true" } }]);
    for (const id of ["choice", "input", "nobody"]) {
      expect(() => isolateNode(graph, id, catalog, new Set())).toThrow(expect.objectContaining({ code: "invalid_input" }));
    }
  });
});
