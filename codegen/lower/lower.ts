import type { Catalog } from "../catalog.ts";
import { findReads } from "../ir/find-reads.ts";
import type { Block, Statement, WorkflowIr } from "../ir/ir.ts";
import type { Graph, GraphNode } from "../schema/graph.ts";
import { configOf, isContainer } from "../schema/node-facts.ts";
import { ALWAYS } from "./control-tree.ts";
import { finishBlock } from "./finish-block.ts";
import { joinExclusive, setApart } from "./join-exclusive.ts";
import { makeStatement } from "./make-statement.ts";
import { makePoset } from "./poset.ts";
import type { GraphIndex, Region } from "./read-region.ts";
import { catchesError, indexGraph, readRegion } from "./read-region.ts";
import { structure } from "./structure.ts";

/**
 * The structured program a graph means. Expects a graph that `check` accepts; breaks an invariant otherwise. The document's order of nodes
 * orders siblings; the order of edges changes nothing.
 */
export function lower(graph: Graph, catalog: Catalog): WorkflowIr {
  const index = indexGraph(graph, catalog);
  const { trigger } = index;
  return {
    name: graph.name,
    title: graph.title ?? "",
    description: graph.description ?? "",
    trigger: { node: { id: trigger.id, label: trigger.label ?? "" }, config: configOf(trigger) },
    body: lowerRegion(index, ""),
  };
}

function lowerRegion(index: GraphIndex, container: string): Block {
  const region = joinExclusive(readRegion(index, container));
  if (region.items.length === 0) return [];
  const statements = region.items.map((node) => lowerNode(index, node));
  const block = structureRegion(region, statements);
  const stuck = findConcurrentReturns(block, false);
  if (stuck.size === 0) return block;
  const apart = new Set([...region.items.keys()].filter((item) => stuck.has(region.items[item]?.id ?? "")));
  return structureRegion(setApart(region, apart), statements);
}

function structureRegion(region: Region, statements: readonly Statement[]): Block {
  const poset = makePoset(region);
  const plan = { region, poset, statements, walk: walkTree(region.tree), findReads };
  return finishBlock(structure(plan, [...poset.items.keys()], ALWAYS, []));
}

function lowerNode(index: GraphIndex, node: GraphNode): Statement {
  const body = isContainer(node) ? lowerRegion(index, node.id) : [];
  return makeStatement(node, catchesError(index, node), body);
}

/** Each node's position in a depth-first walk. Children are made after their parents, so numbers ascend on the way down. */
function walkTree(tree: { readonly parent: readonly number[] }): Int32Array {
  const size = tree.parent.length;
  const weight = new Int32Array(size).fill(1);
  for (let node = size - 1; node > 0; node--) {
    const parent = tree.parent[node] ?? ALWAYS;
    weight[parent] = (weight[parent] ?? 0) + (weight[node] ?? 0);
  }
  const walk = new Int32Array(size);
  const next = new Int32Array(size).fill(1);
  for (let node = 1; node < size; node++) {
    const parent = tree.parent[node] ?? ALWAYS;
    walk[node] = (walk[parent] ?? 0) + (next[parent] ?? 0);
    next[parent] = (next[parent] ?? 0) + (weight[node] ?? 0);
  }
  return walk;
}

/** Nodes whose `return`, at any depth, stands inside a parallel arm or a task. */
function findConcurrentReturns(block: Block, concurrent: boolean, found = new Set<string>()): Set<string> {
  for (const statement of block) {
    switch (statement.kind) {
      case "return":
        if (concurrent) found.add(statement.node.id);
        break;
      case "forEach":
      case "repeat":
        if (concurrent && returns(statement.body)) found.add(statement.node.id);
        break;
      case "branch":
        for (const arm of statement.arms) findConcurrentReturns(arm.body, concurrent, found);
        break;
      case "guard":
        findConcurrentReturns(statement.body, concurrent, found);
        break;
      case "parallel":
        for (const arm of statement.arms) findConcurrentReturns(arm, true, found);
        break;
      case "tasks":
        for (const task of statement.tasks) findConcurrentReturns(task.body, true, found);
        break;
      default:
    }
  }
  return found;
}

function returns(block: Block): boolean {
  return block.some((statement) => {
    switch (statement.kind) {
      case "return":
        return true;
      case "forEach":
      case "repeat":
      case "guard":
        return returns(statement.body);
      case "branch":
        return statement.arms.some((arm) => returns(arm.body));
      case "parallel":
        return statement.arms.some(returns);
      case "tasks":
        return statement.tasks.some((task) => returns(task.body));
      default:
        return false;
    }
  });
}
