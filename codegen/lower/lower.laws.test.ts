import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryGraph } from "../testing/arbitrary-graph.ts";
import { makeOracle } from "../testing/oracle.ts";
import { propertyRuns } from "../testing/property-runs.ts";
import { readGraph } from "../testing/read-graph.ts";
import { runIr } from "../testing/run-ir.ts";
import { testCatalog } from "../testing/test-catalog.ts";
import { printTrace } from "../testing/trace.ts";
import { lower } from "./lower.ts";

const numRuns = propertyRuns(1500);

describe("lower", () => {
  it("keeps the trace of a direct reading: the same nodes, each at the same instant", () => {
    fc.assert(
      fc.property(arbitraryGraph(testCatalog, { size: 14 }), fc.array(fc.integer(), { minLength: 4, maxLength: 4 }), (graph, seeds) => {
        const ir = lower(graph, testCatalog);
        for (const seed of seeds) {
          const oracle = makeOracle(graph, seed);
          expect(printTrace(runIr(ir, oracle))).toEqual(printTrace(readGraph(graph, testCatalog, oracle)));
        }
      }),
      { numRuns },
    );
  });

  it("gives the same program whatever the order of edges", () => {
    fc.assert(
      fc.property(arbitraryGraph(testCatalog, { size: 20 }), fc.integer(), (graph, seed) => {
        const edges = graph.edges
          .map((edge, index) => ({ edge, key: Math.imul(index + 1, seed | 1) }))
          .sort((a, b) => a.key - b.key)
          .map(({ edge }) => edge);
        expect(lower({ ...graph, edges }, testCatalog)).toEqual(lower(graph, testCatalog));
      }),
      { numRuns },
    );
  });
});
