import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryGraph } from "../testing/arbitrary-graph.ts";
import { testCatalog } from "../testing/test-catalog.ts";
import type { Graph } from "../schema/graph.ts";
import { check } from "./check.ts";
import { edges, graph, node } from "../testing/make-graph.ts";

const numRuns = Number(process.env["WEFT_PROPERTY_RUNS"] ?? 1_000);

/** A change somewhere in a document: a value replaced, removed or moved. */
interface Mutation {
  readonly at: readonly number[];
  readonly value: unknown;
}

const arbitraryMutations = fc.array(
  fc.record<Mutation>({
    at: fc.array(fc.nat({ max: 1_000 }), { minLength: 1, maxLength: 5 }),
    value: fc.oneof(
      fc.constantFrom<unknown>(
        null,
        "",
        "{{ a",
        "{{ input.x }}",
        "n1",
        "input",
        "error",
        "out",
        "__proto__",
        "constructor",
        -1,
        1e300,
        true,
        [],
        {},
        undefined,
        [[]],
      ),
      fc.jsonValue(),
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

function mutate(document: unknown, { at, value }: Mutation): void {
  let target = document;
  for (const [depth, step] of at.entries()) {
    if (target === null || typeof target !== "object") return;
    const keys = Object.keys(target);
    const key = keys[step % (keys.length || 1)];
    if (key === undefined) return;
    const record = target as Record<string, unknown>;
    if (depth < at.length - 1) target = record[key];
    else if (value === undefined) delete record[key];
    else record[key] = value;
  }
}

describe("check", () => {
  it("finds no error in valid graphs with every construct", () => {
    fc.assert(
      fc.property(arbitraryGraph(testCatalog, { hostile: true }), (value) => {
        expect(check(value, testCatalog).filter(({ severity }) => severity === "error")).toEqual([]);
      }),
      { numRuns: Math.ceil(numRuns / 2) },
    );
  });

  it("never throws, whatever becomes of a valid document", () => {
    fc.assert(
      fc.property(arbitraryGraph(testCatalog), arbitraryMutations, (value, mutations) => {
        const document: unknown = structuredClone(value);
        for (const mutation of mutations) mutate(document, mutation);
        expect(Array.isArray(check(document, testCatalog))).toBe(true);
      }),
      { numRuns },
    );
  });

  it("never throws for any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(check(value, testCatalog).length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same whatever the order of edges", () => {
    const nodes = ["a", "b", "c"].map((id) => node(id));
    const wires = edges("input > a, a > b, input > c, b > c");
    expect(check(graph(nodes, wires.toReversed()), testCatalog)).toEqual(check(graph(nodes, wires), testCatalog));
  });

  it("does not change the graph", () => {
    const value = graph([node("a")], "input > a");
    const before = structuredClone(value);
    check(value, testCatalog);
    expect(value).toEqual(before);
  });

  it("refuses documents that are none, deep ones and newer ones", () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    const document = { ...graph([]), nodes: [node("input", "trigger", { on: "manual", input: { deep: deep as never } })] };
    const codesOf = (value: unknown): string[] => check(value, testCatalog).map(({ code }) => code);
    expect(codesOf(document)).toEqual(["invalid-document"]);
    expect(codesOf(null)).toEqual(["invalid-document"]);
    expect(codesOf({ ...graph([]), weft: 2 })).toEqual(["newer-document"]);
    expect(codesOf({ ...graph([]), extra: 1 })).toEqual(["invalid-document"]);
    expect(codesOf({ ...graph([]), nodes: [{ id: 1, kind: "trigger" }] })).toEqual(["invalid-document"]);
  });

  it("checks 1,000 nodes between two keystrokes", () => {
    const nodes = Array.from({ length: 1_000 }, (_, index) =>
      node(`n${index}`, "http.request", {
        url: `https://x/{{ ${index === 0 ? "input" : `n${index - 1}`}.body.id }}`,
        body: { a: "{{ input.b }}" },
      }),
    );
    const wiring = nodes.map(({ id }, index) => `${index === 0 ? "input" : `n${index - 1}`} > ${id}`).join(", ");
    const value: Graph = graph(nodes, wiring);
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      expect(check(value, testCatalog)).toEqual([]);
      return performance.now() - start;
    });
    // The goal is 20 ms; the limit leaves room for a busy machine.
    expect(times.toSorted((a, b) => a - b)[2]).toBeLessThan(60);
  });
});
