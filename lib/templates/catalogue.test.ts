import { beforeAll, describe, expect, it } from "vitest";
import { installedPlugins } from "../plugins/installed-plugins.ts";
import type { Compiler } from "../running-server.ts";
import { createCompiler } from "../workflows/create-compiler.ts";
import { TEMPLATES } from "./catalogue.ts";
import { templateGraph } from "./find-template.ts";

const COLUMN = 280;
const nothing = { workflows: new Set<string>(), connections: new Set<string>(), variables: new Map() };
let compiler: Compiler;

beforeAll(async () => {
  const { catalog } = await installedPlugins();
  compiler = createCompiler({ catalog, hasConnection: () => false });
});

describe.each(TEMPLATES)("$id", (entry) => {
  it("compiles with no error and no warning in a workspace that has nothing", () => {
    expect(compiler.compile(entry.graph, { ...nothing, looseData: "error" }).warnings).toEqual([]);
  });

  it("says what it does, and labels what its canvas shows", () => {
    const graph = templateGraph(entry);
    expect(graph.title).toMatch(/^[A-Z][^.!]{5,60}$/);
    expect(graph.description).toMatch(/^[A-Z].{30,160}\.$/);
    const silent = graph.nodes.filter((node) => node.kind !== "note" && !node.label);
    expect(silent.map((node) => node.id)).toEqual([]);
  });

  it("is laid out from left to right, with no node on another", () => {
    const { nodes, edges } = templateGraph(entry);
    const at = new Map(nodes.map((node) => [node.id, { x: 0, y: 0, ...node.position }]));
    const back = edges.filter(({ source, target }) => (at.get(target)?.x ?? 0) - (at.get(source)?.x ?? 0) < COLUMN);
    expect(back).toEqual([]);
    const places = nodes.map((node) => `${node.parent ?? ""} ${node.position?.x} ${node.position?.y}`);
    expect(new Set(places).size).toBe(nodes.length);
  });
});

it("has one of each id and name", () => {
  for (const names of [TEMPLATES.map((entry) => entry.id), TEMPLATES.map((entry) => templateGraph(entry).name)]) {
    expect(new Set(names).size).toBe(TEMPLATES.length);
  }
});
