import { isDeepStrictEqual } from "node:util";
import type { Graph, GraphNode } from "../../codegen/schema/graph.ts";
import { configOf, portOf } from "../../codegen/schema/node-facts.ts";
import type { EvalCase } from "./case.ts";
import { findMismatch } from "./match-partial.ts";

/** Everything that a proposed document lacks of what a case expects, in words; empty when it has all. */
export function checkGraph(graph: Graph, expected: EvalCase["expect"], before: Graph | undefined): string[] {
  const trigger = graph.nodes.find(({ kind }) => kind === "trigger");
  const wrongTrigger = expected.trigger === undefined ? undefined : findMismatch(trigger?.config, expected.trigger);
  return [
    ...(wrongTrigger === undefined ? [] : [`trigger: ${wrongTrigger}`]),
    ...expected.kinds.filter((kinds) => find(graph, kinds).length === 0).map((kinds) => `there is no ${kinds}`),
    ...expected.without.filter((kinds) => find(graph, kinds).length > 0).map((kinds) => `there is a ${kinds}`),
    ...expected.paths.filter(([from, to]) => !leads(graph, from, to)).map(([from, to]) => `nothing leads from ${from} to ${to}`),
    ...expected.inside
      .filter(([kinds, container]) => !isInside(graph, kinds, container))
      .map(([kinds, container]) => `no ${kinds} is inside a ${container}`),
    ...expected.config.flatMap(({ kind, match }) => best(find(graph, kind), `${kind}`, (node) => findMismatch(configOf(node), match))),
    ...expected.policy.flatMap(({ kind, match }) =>
      best(find(graph, kind), `the policy of ${kind}`, (node) => findMismatch(node.policy ?? {}, match)),
    ),
    ...expected.kept.filter((id) => !isKept(graph, before, id)).map((id) => `${id} is not as it was`),
    ...(graph.nodes.length > expected.mostNodes ? [`it has ${graph.nodes.length} nodes, more than ${expected.mostNodes}`] : []),
  ];
}

function find(graph: Graph, kinds: string): GraphNode[] {
  return graph.nodes.filter(({ kind }) =>
    kinds.split("|").some((one) => (one.endsWith("*") ? kind.startsWith(one.slice(0, -1)) : kind === one)),
  );
}

/** What the node that comes nearest lacks; one that lacks nothing is enough. */
function best(nodes: readonly GraphNode[], what: string, mismatchOf: (node: GraphNode) => string | undefined): string[] {
  if (nodes.length === 0) return [`there is no ${what}`];
  const mismatches = nodes.map(mismatchOf);
  return mismatches.includes(undefined) ? [] : [`${what}: ${mismatches[0]}`];
}

/** Whether edges lead from one to the other; a container leads to its body, and its body to what comes after it. */
function leads(graph: Graph, from: string, to: string): boolean {
  const [kinds = "", port] = from.split("#");
  const goals = new Set(find(graph, to).map(({ id }) => id));
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const next = (id: string, only?: string): string[] => [
    ...graph.edges.filter((edge) => edge.source === id && (only === undefined || portOf(edge) === only)).map(({ target }) => target),
    ...(only === undefined ? graph.nodes.filter(({ parent }) => parent === id).map((node) => node.id) : []),
    ...(only === undefined
      ? [nodes.get(id)?.parent].flatMap((parent) =>
          parent === undefined ? [] : graph.edges.filter(({ source }) => source === parent).map(({ target }) => target),
        )
      : []),
  ];
  const waiting = find(graph, kinds).flatMap(({ id }) => next(id, port));
  const seen = new Set(waiting);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (goals.has(id)) return true;
    for (const target of next(id)) {
      if (seen.has(target)) continue;
      seen.add(target);
      waiting.push(target);
    }
  }
  return false;
}

function isInside(graph: Graph, kinds: string, container: string): boolean {
  const containers = new Set(find(graph, container).map(({ id }) => id));
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  return find(graph, kinds).some((node) => {
    for (let at = node.parent, depth = 0; at !== undefined && depth < 20; at = nodes.get(at)?.parent, depth++)
      if (containers.has(at)) return true;
    return false;
  });
}

function isKept(graph: Graph, before: Graph | undefined, id: string): boolean {
  const plain = (of: Graph | undefined): object | undefined => {
    const node = of?.nodes.find((candidate) => candidate.id === id);
    if (node === undefined) return undefined;
    const { position: _, ...rest } = node;
    return rest;
  };
  return plain(before) !== undefined && isDeepStrictEqual(plain(graph), plain(before));
}
