import type { Graph, GraphEdge, GraphNode } from "../../codegen/schema/graph.ts";
import { builtInKinds } from "../../codegen/schema/kind-facts.ts";
import { configOf, portOf } from "../../codegen/schema/node-facts.ts";

/**
 * The nodes that an ended run did not reach. A step or wait without a trace was not reached. Of pure code there is no trace: it is named only
 * where the graph leaves no doubt, which is where all that leads to it was not reached, or, in a run that completed, where it would have gone on to
 * a node that nothing else leads to and that was not reached.
 */
export function findSkipped(graph: Graph, traced: ReadonlySet<string>, completed: boolean): string[] {
  const nodes = graph.nodes.filter((node) => roleOf(node) !== "trigger" && roleOf(node) !== "note" && node.disabled !== true);
  const skipped = new Set(nodes.filter((node) => leavesTrace(node) && !traced.has(node.id)).map(({ id }) => id));
  const incoming = Map.groupBy(graph.edges, ({ target }) => target);
  const outgoing = Map.groupBy(graph.edges, ({ source }) => source);
  const isUnreached = (node: GraphNode): boolean => {
    const edges = incoming.get(node.id) ?? [];
    if (edges.length > 0) return edges.every(({ source }) => skipped.has(source));
    return node.parent !== undefined && skipped.has(node.parent);
  };
  const leadsOnlyTo = (edge: GraphEdge): boolean => skipped.has(edge.target) && incoming.get(edge.target)?.length === 1;
  const wentNowhere = (node: GraphNode): boolean => {
    const ports = portsOfPureCode(node);
    const edges = outgoing.get(node.id) ?? [];
    return completed && ports.length > 0 && ports.every((port) => edges.some((edge) => portOf(edge) === port && leadsOnlyTo(edge)));
  };
  for (let before = -1; before < skipped.size;) {
    before = skipped.size;
    for (const node of nodes) if (!leavesTrace(node) && (isUnreached(node) || wentNowhere(node))) skipped.add(node.id);
  }
  return nodes.map(({ id }) => id).filter((id) => skipped.has(id));
}

/** Kinds that are not built in are actions. */
function roleOf(node: GraphNode): string {
  return builtInKinds.get(node.kind)?.role ?? "step";
}

function leavesTrace(node: GraphNode): boolean {
  return roleOf(node) === "step" || roleOf(node) === "wait";
}

/** The ports by which pure code goes on; none of what ends the run or holds other nodes. */
function portsOfPureCode(node: GraphNode): readonly string[] {
  const role = roleOf(node);
  return role === "pure" || role === "choice" ? (builtInKinds.get(node.kind)?.ports(configOf(node)) ?? []) : [];
}
