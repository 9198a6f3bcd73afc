import { renameNode } from "../../../codegen/rename.ts";
import type { Graph, GraphEdge, GraphNode } from "../../../codegen/schema/graph.ts";
import { removeSelection } from "../model/commands/remove-selection.ts";
import { drawEdges, edgeKey } from "../model/draw-edges.ts";
import { freshEdgeId } from "../model/fresh-id.ts";
import { indexOf } from "../model/graph-index.ts";
import { selectNodes } from "../model/selection.ts";
import type { ChangeList } from "./list-changes.ts";
import { between, fits } from "./list-changes.ts";

/** The chosen changes that can be made: those whose requirements are chosen too, and can be made. */
export function settleChoice({ changes }: ChangeList, chosen: ReadonlySet<string>): ReadonlySet<string> {
  const byKey = new Map(changes.map((change) => [change.key, change]));
  const known = new Map<string, boolean>();
  const holds = (key: string): boolean => {
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    known.set(key, true);
    const result = chosen.has(key) && (byKey.get(key)?.requires ?? []).every(holds);
    known.set(key, result);
    return result;
  };
  return new Set(changes.flatMap(({ key }) => (holds(key) ? [key] : [])));
}

/** What a choice of changes makes of the document, and the document before it with its nodes called the same. */
export interface Taken {
  readonly graph: Graph;
  readonly before: Graph;
  /** Nodes that only their names tell from before. */
  readonly renamed: readonly string[];
}

/**
 * The document with the chosen ones of a proposal's changes. A new node that is left out leaves as a deleted one does: what led to it leads on
 * to where it led. A node that is kept keeps the edges it had. The result is a document that could have been drawn.
 */
export function takeChanges(list: ChangeList, chosen: ReadonlySet<string>): Taken {
  const { renamed, changes } = list;
  const taken = settleChoice(list, chosen);
  const left = changes.filter(({ key }) => !taken.has(key));
  const renames = changes.flatMap((change) => (change.kind === "renamed" && taken.has(change.key) ? [change.to] : []));
  if (left.length === 0) return { graph: list.proposed, before: renamed, renamed: renames };
  const without = left.flatMap((change) => (change.kind === "added" ? [change.node.id] : []));
  const before = indexOf(renamed).nodes;
  const former = new Set(left.flatMap((change) => (change.kind === "changed" ? [change.node.id] : [])));
  const mixed = { ...list.proposed, nodes: list.proposed.nodes.map((node) => (former.has(node.id) && before.get(node.id)) || node) };
  const proposed = removeSelection(mixed, selectNodes(without), { reconnect: true }).graph;
  const kept = left.flatMap((change) => (change.kind === "removed" ? [change.node] : []));
  const nodes = inOrder(renamed, [...proposed.nodes, ...kept]);
  const details = left.some(({ kind }) => kind === "workflow") ? renamed : list.proposed;
  const graph: Graph = {
    ...list.proposed,
    name: details.name,
    title: details.title,
    description: details.description,
    nodes,
    edges: edgesOf(list, proposed, nodes, left),
  };
  for (const key of ["title", "description"] as const) if (graph[key] === undefined) delete graph[key];
  const back = (now: Graph): Graph =>
    left.reduce((named, change) => (change.kind === "renamed" ? renameNode(named, change.to, change.from) : named), now);
  return { graph: back(graph), before: back(renamed), renamed: renames };
}

function edgesOf({ renamed, proposed, changes }: ChangeList, cut: Graph, nodes: GraphNode[], left: ChangeList["changes"]): GraphEdge[] {
  const present = new Set(nodes.map(({ id }) => id));
  const [was, is] = [new Map(renamed.edges.map((edge) => [edgeKey(edge), edge])), new Set(proposed.edges.map(edgeKey))];
  const leftKeys = new Set(left.map(({ key }) => key));
  const listed = new Set(changes.map(({ key }) => key));
  const ofKind = (kind: "added" | "removed"): Set<string> =>
    new Set(changes.flatMap((change) => (change.kind === kind ? [change.node.id] : [])));
  const [added, removed] = [ofKind("added"), ofKind("removed")];
  const isInterrupted = (graph: Graph, edge: GraphEdge, through: ReadonlySet<string>): boolean =>
    [...between(graph, edge, through)].some((id) => present.has(id));
  // Between nodes of the document, an edge that leads on over what is left out is neither side's.
  const isBridge = (edge: GraphEdge): boolean => !is.has(edgeKey(edge)) && !added.has(edge.source) && !added.has(edge.target);
  const fromProposal = cut.edges
    .filter(
      (edge) =>
        !isBridge(edge) &&
        !leftKeys.has(`connected ${edgeKey(edge)}`) &&
        (was.has(edgeKey(edge)) || !isInterrupted(renamed, edge, removed)),
    )
    .map((edge) => was.get(edgeKey(edge)) ?? edge);
  const fromBefore = renamed.edges.filter((edge) => {
    const key = edgeKey(edge);
    if (is.has(key)) return false;
    return listed.has(`disconnected ${key}`) ? leftKeys.has(`disconnected ${key}`) : !isInterrupted(proposed, edge, added);
  });
  const bare = { ...renamed, nodes, edges: [] };
  const { edges } = drawEdges(
    bare,
    fromProposal.filter((edge) => fits(bare, edge)),
    withoutDoubles(fromBefore, fromProposal).filter((edge) => fits(bare, edge)),
  );
  return withOwnIds(edges);
}

function withoutDoubles(edges: readonly GraphEdge[], others: readonly GraphEdge[]): GraphEdge[] {
  const known = new Set(others.map(edgeKey));
  return edges.filter((edge) => !known.has(edgeKey(edge)));
}

/** Both sides may have given the same id to different edges. */
function withOwnIds(edges: readonly GraphEdge[]): GraphEdge[] {
  const [all, seen] = [new Set(edges.map(({ id }) => id)), new Set<string>()];
  return edges.map((edge) => {
    if (!seen.has(edge.id)) {
      seen.add(edge.id);
      return edge;
    }
    return { ...edge, id: freshEdgeId(all) };
  });
}

/** What was there before in its order, then what is new in the proposal's. */
function inOrder(before: Graph, nodes: readonly GraphNode[]): GraphNode[] {
  const at = new Map(before.nodes.map(({ id }, index) => [id, index]));
  return nodes.toSorted((a, b) => (at.get(a.id) ?? Infinity) - (at.get(b.id) ?? Infinity) || 0);
}
