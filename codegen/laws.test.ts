import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as mapConcurrently from "../plugins/kit/map-concurrently.ts";
import * as pick from "../plugins/kit/pick.ts";
import * as respond from "../plugins/kit/respond.ts";
import * as stepError from "../plugins/kit/step-error.ts";
import { check } from "./check/check.ts";
import { emit } from "./emit/emit.ts";
import { compile, format, parse, parseCodeBody } from "./index.ts";
import { lower } from "./lower/lower.ts";
import { parseSource } from "./parse/parse.ts";
import type { Graph } from "./schema/graph.ts";
import { isContainer } from "./schema/node-facts.ts";
import { arbitraryGraph } from "./testing/arbitrary-graph.ts";
import { listSyntax } from "./testing/list-syntax.ts";
import { makeHostile } from "./testing/make-hostile.ts";
import { arbitraryMutation, mutateJson } from "./testing/mutate-json.ts";
import { makeOracle } from "./testing/oracle.ts";
import { propertyRuns, sampleSeed } from "./testing/property-runs.ts";
import { readGraph } from "./testing/read-graph.ts";
import { nameSteps, printCodeTrace, runCode } from "./testing/run-code.ts";
import type { CodeTrace } from "./testing/run-code.ts";
import { testCatalog as catalog } from "./testing/test-catalog.ts";
import { createTypeChecker } from "./types/type-checker.ts";

const kit = {
  "@/plugins/kit/map-concurrently": mapConcurrently,
  "@/plugins/kit/pick": pick,
  "@/plugins/kit/respond": respond,
  "@/plugins/kit/step-error": stepError,
};

const graphs = (size: number): fc.Arbitrary<Graph> => arbitraryGraph(catalog, { size }).filter((graph) => compile(graph, catalog).ok);

/** What running the code can show of a direct reading of the graph: durable work, and the end. */
function readDurable(graph: Graph, seed: number): string[] {
  const oracle = makeOracle(graph, seed);
  const { entries, ending } = readGraph(graph, catalog, oracle);
  const durable = new Set(
    graph.nodes
      .filter(({ kind }) => kind === "code" || !/^(?:control\.(?!call|approval|waitForEvent)|trigger|note)/.test(kind))
      .map(({ id }) => id),
  );
  const trace: CodeTrace = {
    entries: entries.filter(({ node }) => durable.has(node)),
    ending: { kind: ending.kind === "failed" ? "failed" : "completed", at: ending.at },
  };
  return printCodeTrace(trace);
}

describe("the laws of the language", () => {
  it("1: emitted code type-checks against the plugins' real types", () => {
    const checker = createTypeChecker({ catalog });
    fc.assert(
      fc.property(graphs(14), (graph) => {
        const { source, map } = emit(lower(graph, catalog), catalog);
        const found = checker.check(source, map);
        expect(found.map(({ message, excerpt }) => `${message} ${excerpt?.text ?? ""}`)).toEqual([]);
      }),
      { numRuns: propertyRuns(60), endOnFailure: true },
    );
  });

  it("2: code read back onto its document is the document", () => {
    fc.assert(
      fc.property(graphs(14), (graph) => {
        expect(parse(emit(lower(graph, catalog), catalog).source, catalog, graph)).toEqual({ ok: true, graph });
      }),
      { numRuns: propertyRuns(400), endOnFailure: true, ...sampleSeed(4) },
    );
  });

  it("2: code read back without its document means the same", () => {
    fc.assert(
      fc.property(graphs(14), (graph) => {
        const { source } = emit(lower(graph, catalog), catalog);
        const parsed = parse(source, catalog);
        expect(
          parsed.ok && check(parsed.graph, catalog, { parseCode: parseCodeBody }).filter(({ severity }) => severity === "error"),
        ).toEqual([]);
        expect(parsed.ok && emit(lower(parsed.graph, catalog), catalog).source.length > 0).toBe(true);
      }),
      { numRuns: propertyRuns(200), endOnFailure: true },
    );
  });

  it("3: printing what was read changes nothing", () => {
    fc.assert(
      fc.property(graphs(14), (graph) => {
        const { source } = emit(lower(graph, catalog), catalog);
        expect(format(source, catalog)).toEqual({ ok: true, source });
      }),
      { numRuns: propertyRuns(400), endOnFailure: true },
    );
  });

  it("4 and 7: both targets do what a direct reading of the graph does, at the same instants", async () => {
    await fc.assert(
      fc.asyncProperty(graphs(14), fc.integer(), async (drawn, seed) => {
        const graph = nameSteps(drawn);
        const ir = lower(graph, catalog);
        const expected = readDurable(graph, seed);
        const loops = new Set(graph.nodes.filter(isContainer).map(({ id }) => id));
        const oracle = makeOracle(graph, seed);
        const shown = printCodeTrace(await runCode(emit(ir, catalog).source, graph.name, oracle, kit));
        const served = printCodeTrace(await runCode(emit(ir, catalog, { target: "server" }).source, graph.name, oracle, kit));
        expect(served).toEqual(shown);
        // Of what still runs beside a failure that a loop's error port caught, the language says nothing.
        const caughtLoop = graph.edges.some(({ source, port }) => port === "error" && loops.has(source));
        expect(caughtLoop ? shown.filter((line) => expected.includes(line)) : shown).toEqual(expected);
      }),
      { numRuns: propertyRuns(300), endOnFailure: true },
    );
  });

  it("5: parsing never throws, whatever the text", () => {
    fc.assert(
      fc.property(graphs(6), fc.nat(), fc.nat(40), fc.string(), (graph, at, length, text) => {
        const { source } = emit(lower(graph, catalog), catalog);
        const start = at % source.length;
        const parsed = parseSource(source.slice(0, start) + text + source.slice(start + length), catalog);
        expect(parsed.ok || parsed.diagnostics.length > 0).toBe(true);
      }),
      { numRuns: propertyRuns(400), endOnFailure: true },
    );
  });

  it("5: checking and compiling never throw, whatever became of the document", () => {
    fc.assert(
      fc.property(graphs(10), fc.array(arbitraryMutation, { minLength: 5, maxLength: 5 }), (graph, mutations) => {
        let mutated: unknown = graph;
        for (const mutation of mutations) {
          mutated = mutateJson(mutated, mutation);
          const diagnostics = check(mutated, catalog, { parseCode: parseCodeBody });
          // What a mutated document is, only `check` can tell.
          const compiled = compile(mutated as Graph, catalog);
          expect(compiled.ok).toBe(diagnostics.every(({ severity }) => severity !== "error"));
        }
      }),
      { numRuns: propertyRuns(400), endOnFailure: true },
    );
  });

  it("6: no text changes the structure of the program", () => {
    fc.assert(
      fc.property(graphs(14), fc.infiniteStream(fc.nat()), (graph, numbers) => {
        const hostile = compile(makeHostile(graph, numbers), catalog);
        expect(hostile.ok ? [] : hostile.diagnostics.map(({ message }) => message)).toEqual([]);
        const plain = compile(graph, catalog);
        for (const target of ["source", "runtime"] as const) {
          expect(hostile.ok && listSyntax(hostile[target])).toEqual(plain.ok && listSyntax(plain[target]));
        }
      }),
      { numRuns: propertyRuns(300), endOnFailure: true },
    );
  });
});
