import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, NodeRef, Statement, WorkflowIr } from "../ir/ir.ts";
import { lower } from "../lower/lower.ts";
import { arbitraryGraph } from "../testing/arbitrary-graph.ts";
import { makeOracle } from "../testing/oracle.ts";
import { propertyRuns } from "../testing/property-runs.ts";
import { readGraph } from "../testing/read-graph.ts";
import { testCatalog } from "../testing/test-catalog.ts";
import { printTrace } from "../testing/trace.ts";
import { bindsName } from "./raise-node.ts";
import { equivalent } from "./equivalent.ts";
import { raise } from "./raise.ts";

const numRuns = propertyRuns(600);
const graphs = arbitraryGraph(testCatalog, { size: 14 });

/** The program as its code would give it back: without the ids of nodes that the code doesn't name, and without the names of tasks. */
function forgetNames(ir: WorkflowIr): WorkflowIr {
  const names = new Map<string, string>();
  let tasks = 0;
  const nameTask = (): string => `task${++tasks}`;
  const rename = (node: NodeRef): NodeRef => {
    names.set(node.id, `anonymous${names.size}`);
    return { ...node, id: names.get(node.id) ?? "" };
  };
  const forgetBlock = (block: Block): Block => block.map(forget);
  const forget = (statement: Statement): Statement => {
    switch (statement.kind) {
      case "branch": {
        const node = statement.node && rename(statement.node);
        const decision = node?.id ?? statement.decision;
        return {
          ...statement,
          ...(node ? { node } : {}),
          decision,
          arms: statement.arms.map((arm) => ({ ...arm, body: forgetBlock(arm.body) })),
        };
      }
      case "guard":
        return { ...statement, body: forgetBlock(statement.body) };
      case "parallel":
        return { ...statement, arms: statement.arms.map(forgetBlock) };
      case "tasks": {
        const fresh = new Map(statement.tasks.map((task) => [task.name, nameTask()]));
        const forgetTask = (name: string): string => fresh.get(name) ?? "";
        return {
          ...statement,
          tasks: statement.tasks.map(({ name, after, body }) => ({
            name: forgetTask(name),
            after: after.map(forgetTask),
            body: forgetBlock(body),
          })),
        };
      }
      case "forEach":
        return {
          ...statement,
          node: bindsName(statement) || statement.catches ? statement.node : rename(statement.node),
          body: forgetBlock(statement.body),
        };
      case "repeat":
        return { ...statement, body: forgetBlock(statement.body) };
      default:
        return bindsName(statement) ? statement : { ...statement, node: rename(statement.node) };
    }
  };
  return { ...ir, body: forgetBlock(ir.body) };
}

describe("raise", () => {
  it("gives back a graph that means the same", () => {
    fc.assert(
      fc.property(graphs, fc.integer(), (graph, seed) => {
        const raised = raise(lower(graph, testCatalog), testCatalog);
        expect(equivalent(raised, graph, testCatalog)).toBe(true);
        const oracle = makeOracle(graph, seed);
        expect(printTrace(readGraph(raised, testCatalog, oracle))).toEqual(printTrace(readGraph(graph, testCatalog, oracle)));
      }),
      { numRuns },
    );
  });

  it("gives back a graph that lowers to the same program", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const ir = lower(graph, testCatalog);
        expect(lower(raise(ir, testCatalog), testCatalog)).toEqual(ir);
      }),
      { numRuns },
    );
  });

  it("gives back the document itself when it is the base", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const ir = lower(graph, testCatalog);
        expect(raise(ir, testCatalog, graph)).toEqual(graph);
        expect(raise(forgetNames(ir), testCatalog, graph)).toEqual(graph);
      }),
      { numRuns },
    );
  });
});
