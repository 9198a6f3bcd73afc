import { describe, expect, it } from "vitest";

import { catalogue } from "./diagnostics/catalogue.ts";
import { compile, format, parse } from "./index.ts";
import { fixtureCatalog as catalog } from "./testing/fixture-catalog.ts";
import { playFixture } from "./testing/play-fixture.ts";
import { diagnose, graphOf, printDiagnosticsFile, printTraceFile, readFixtures } from "./testing/read-fixture.ts";
import { createTypeChecker } from "./types/type-checker.ts";

const fixtures = readFixtures();
const types = createTypeChecker({ catalog });
const right = fixtures.filter(({ name }) => !name.startsWith("wrong-"));
const wrong = fixtures.filter(({ name }) => name.startsWith("wrong-"));

function compiled(graph: Parameters<typeof compile>[0]) {
  const result = compile(graph, catalog);
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join("\n"));
  return result;
}

describe.each(right)("the fixture $name", (fixture) => {
  const graph = graphOf(fixture);

  it("says why it exists", () => {
    expect(graph.description?.length).toBeGreaterThan(20);
  });

  it("compiles to the module kept beside it", () => {
    expect(compiled(graph).source).toBe(fixture.golden("workflow.ts"));
  });

  it("type-checks against the plugins' real types", () => {
    const { source, map } = compiled(graph);
    expect(types.check(source, map)).toEqual([]);
  });

  it("comes back from its code as it was, with itself as base", () => {
    expect(parse(compiled(graph).source, catalog, graph)).toEqual({ ok: true, graph });
  });

  it("comes back from its code as an equal workflow, without a base", () => {
    const { source } = compiled(graph);
    const parsed = parse(source, catalog);
    if (!parsed.ok) throw new Error(parsed.diagnostics[0]?.message);
    expect(compiled(parsed.graph).source).toBe(source);
  });

  it("does in its scenario what the trace beside it says", async () => {
    const run = await playFixture(compiled(graph).runtime, graph.name, fixture.scenario);
    expect(printTraceFile(run)).toBe(fixture.golden("trace.json"));
  });

  it("is formatted already", () => {
    const { source } = compiled(graph);
    expect(format(source, catalog)).toEqual({ ok: true, source });
  });
});

describe.each(wrong)("the fixture $name", (fixture) => {
  it("is told what is wrong in the words kept beside it", () => {
    expect(printDiagnosticsFile(diagnose(fixture, catalog, types))).toBe(fixture.golden("diagnostics.json"));
  });

  it("is about its code", () => {
    expect(diagnose(fixture, catalog, types).map(({ code }) => code)).toContain(fixture.name.slice("wrong-".length));
  });
});

it("has a fixture for every diagnostic", () => {
  // Only a document of many thousand lines nests so deeply; nesting.test.ts makes one.
  const codes = Object.keys(catalogue).filter((code) => code !== "nested-too-deeply");
  expect(wrong.map(({ name }) => name.slice("wrong-".length)).sort()).toEqual(codes.sort());
});
