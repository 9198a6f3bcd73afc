import { readLayout } from "../../codegen/check/layout.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import { portOf } from "../../codegen/schema/node-facts.ts";

/** The ids of nodes that a run can come to. */
export function idsThatRun(graph: Graph): Set<string> {
  return new Set([...readLayout(graph).statuses].flatMap(([{ id }, status]) => (status === "active" ? [id] : [])));
}

/** The approvals of both graphs that a node had to wait for before, by node, and need not wait for now. */
export function findOpened(before: Graph, after: Graph, runs: ReadonlySet<string>): Map<string, string[]> {
  const opened = new Map<string, string[]>();
  const [past, present] = [followEdges(before), followEdges(after)];
  const came = past();
  const known = new Set(before.nodes.flatMap(({ id, kind }) => (kind === "control.approval" ? [id] : [])));
  for (const { id: approval, kind } of after.nodes) {
    if (kind !== "control.approval" || !known.has(approval) || !runs.has(approval)) continue;
    const [cameAnyway, comeAnyway] = [past(approval), present(approval)];
    for (const id of comeAnyway) {
      if (came.has(id) && !cameAnyway.has(id)) opened.set(id, [...(opened.get(id) ?? []), approval]);
    }
  }
  return opened;
}

/** Follows a graph's edges from its trigger and into containers, but for those by which an approval is given. */
function followEdges({ nodes, edges }: Graph): (refused?: string) => Set<string> {
  const next = Map.groupBy(edges, ({ source }) => source);
  const entered = new Set(edges.map(({ target }) => target));
  const first = Map.groupBy(
    nodes.filter(({ id }) => !entered.has(id)),
    ({ parent }) => parent ?? "",
  );
  const starts = nodes.flatMap(({ id, kind }) => (kind === "trigger" ? [id] : []));
  return (refused) => {
    const reached = new Set<string>(starts);
    for (const id of reached) {
      for (const edge of next.get(id) ?? []) if (id !== refused || portOf(edge) !== "approved") reached.add(edge.target);
      for (const inside of first.get(id) ?? []) reached.add(inside.id);
    }
    return reached;
  };
}
