import { renameNode } from "../../../codegen/rename.ts";
import type { Graph, GraphEdge, GraphNode } from "../../../codegen/schema/graph.ts";
import { portOf } from "../../../codegen/schema/node-facts.ts";
import type { Operation } from "../../../lib/ai/operation.ts";
import { edgeKey } from "../model/draw-edges.ts";
import { indexOf } from "../model/graph-index.ts";
import { portsOf } from "../model/ports.ts";
import type { FieldChange } from "../publish/diff-graphs.ts";
import { diffGraphs } from "../publish/diff-graphs.ts";

/** One thing that a proposal changes, which can be taken or left. `requires` are the keys of changes without which it cannot be. */
export type ProposedChange = { readonly key: string; readonly requires: readonly string[] } & (
  | { readonly kind: "workflow"; readonly fields: readonly FieldChange[] }
  | { readonly kind: "added" | "removed"; readonly node: GraphNode }
  | { readonly kind: "changed"; readonly node: GraphNode; readonly fields: readonly FieldChange[] }
  | { readonly kind: "renamed"; readonly from: string; readonly to: string }
  | { readonly kind: "connected" | "disconnected"; readonly edge: GraphEdge }
);

/** A proposal against the document it was made of. */
export interface ChangeList {
  readonly proposed: Graph;
  /** The document with its nodes called as the proposal calls them: from here on a node is the same by its id. */
  readonly renamed: Graph;
  readonly changes: readonly ProposedChange[];
}

/**
 * Lists what a proposal changes. An edge has a line of its own only between nodes that both sides have: one at a new or a removed node comes and
 * goes with it, and so does the one that a new node interrupts, or that closes the gap of a removed one.
 */
export function listChanges(base: Graph, proposed: Graph, operations: readonly Operation[]): ChangeList {
  const { graph: renamed, renames } = renameAlong(base, proposed, operations);
  const diff = diffGraphs(renamed, proposed);
  const [added, removed] = [idsOf(diff.added), idsOf(diff.removed)];
  const changed = new Set(diff.changed.map(({ node }) => node.id));
  const keyOf = (id: string): string | undefined =>
    added.has(id) ? `added ${id}` : removed.has(id) ? `removed ${id}` : changed.has(id) ? `changed ${id}` : undefined;
  const inAdded = ({ parent }: GraphNode): string[] => (parent !== undefined && added.has(parent) ? [`added ${parent}`] : []);
  const survive = ({ source, target }: GraphEdge): boolean =>
    !added.has(source) && !added.has(target) && !removed.has(source) && !removed.has(target);
  const now = indexOf(proposed).nodes;
  const connected = diff.connected.filter((edge) => survive(edge) && between(renamed, edge, removed).size === 0);
  const disconnected = diff.disconnected.filter(
    (edge) => survive(edge) && between(proposed, edge, added).size === 0 && now.get(edge.source)?.parent === now.get(edge.target)?.parent,
  );
  const changes: ProposedChange[] = [
    ...(diff.fields.length > 0 ? [{ key: "workflow", kind: "workflow" as const, fields: diff.fields, requires: [] }] : []),
    ...renames.map(({ from, to }) => ({ key: `renamed ${to}`, kind: "renamed" as const, from, to, requires: [] })),
    ...diff.added.map((node) => ({ key: `added ${node.id}`, kind: "added" as const, node, requires: inAdded(node) })),
    ...diff.changed.map(({ node, fields }) => ({
      key: `changed ${node.id}`,
      kind: "changed" as const,
      node,
      fields,
      requires: inAdded(node),
    })),
    ...diff.removed.map((node) => ({
      key: `removed ${node.id}`,
      kind: "removed" as const,
      node,
      // What is inside has to go somewhere first.
      requires: indexOf(renamed)
        .children(node.id)
        .flatMap(({ id }) => keyOf(id) ?? []),
    })),
    ...connected.map((edge) => ({
      key: `connected ${edgeKey(edge)}`,
      kind: "connected" as const,
      edge,
      // Where ends are side by side, or a port is there, by another change only.
      requires: fits(renamed, edge) ? [] : [edge.source, edge.target].flatMap((id) => (changed.has(id) ? [`changed ${id}`] : [])),
    })),
    ...disconnected.map((edge) => ({ key: `disconnected ${edgeKey(edge)}`, kind: "disconnected" as const, edge, requires: [] })),
  ];
  return { proposed, renamed, changes };
}

/** Of the nodes in `through` those on a way from an edge's source to its target over nothing but them. */
export function between(graph: Graph, { source, target }: Pick<GraphEdge, "source" | "target">, through: ReadonlySet<string>): Set<string> {
  const index = indexOf(graph);
  const reach = (start: string, next: (id: string) => readonly string[]): Set<string> => {
    const found = new Set<string>();
    const queue = [start];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      for (const other of next(id)) {
        if (!through.has(other) || found.has(other)) continue;
        found.add(other);
        queue.push(other);
      }
    }
    return found;
  };
  const after = reach(source, (id) => index.outgoing(id).map((edge) => edge.target));
  const before = reach(target, (id) => index.incoming(id).map((edge) => edge.source));
  return new Set([...after].filter((id) => before.has(id)));
}

/** Renames in the document what the proposal has renamed: by what the model did, and what only its id tells from a node that is gone. */
function renameAlong(base: Graph, proposed: Graph, operations: readonly Operation[]) {
  const target = idsOf(proposed.nodes);
  const renames = new Map<string, string>();
  const removed = new Set<string>();
  const own = idsOf(base.nodes);
  for (const operation of operations) {
    if (operation.op === "removeNode") removed.add(operation.id);
    if (operation.op !== "renameNode" || removed.has(operation.id)) continue;
    const origin = [...renames].find(([, to]) => to === operation.id)?.[0] ?? operation.id;
    if (own.has(origin)) renames.set(origin, operation.to);
  }
  let graph = base;
  const done: { from: string; to: string }[] = [];
  const rename = (from: string, to: string): void => {
    const taken = idsOf(graph.nodes);
    if (from === to || !target.has(to) || target.has(from) || taken.has(to) || !taken.has(from)) return;
    graph = renameNode(graph, from, to);
    done.push({ from, to });
  };
  for (const [from, to] of renames) rename(from, to);
  for (const { node, renamedFrom } of diffGraphs(graph, proposed).changed) if (renamedFrom !== undefined) rename(renamedFrom, node.id);
  return { graph, renames: done };
}

/** Whether a graph has both ends of an edge, side by side, and its port. */
export function fits(graph: Graph, edge: GraphEdge): boolean {
  const { nodes } = indexOf(graph);
  const [from, to] = [nodes.get(edge.source), nodes.get(edge.target)];
  return from !== undefined && to !== undefined && from.parent === to.parent && portsOf(from).includes(portOf(edge));
}

function idsOf(nodes: readonly { readonly id: string }[]): Set<string> {
  return new Set(nodes.map(({ id }) => id));
}
