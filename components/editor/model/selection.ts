import type { Graph } from "../../../codegen/schema/graph.ts";

/** Ids of what is selected; `last` is the node that moves and inspects as the lead of several. */
export interface Selection {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  readonly last: string | undefined;
}

export const emptySelection: Selection = { nodes: new Set(), edges: new Set(), last: undefined };

/** These nodes, the last one leading. */
export function selectNodes(ids: Iterable<string>): Selection {
  const nodes = new Set(ids);
  return { nodes, edges: new Set(), last: [...nodes].at(-1) };
}

/** Without what the graph no longer has; the same object when it has all. */
export function pruneSelection(selection: Selection, graph: Graph): Selection {
  if (selection.nodes.size === 0 && selection.edges.size === 0) return selection;
  const nodeIds = new Set(graph.nodes.map((node) => node.id));
  const edgeIds = new Set(graph.edges.map((edge) => edge.id));
  const nodes = new Set([...selection.nodes].filter((id) => nodeIds.has(id)));
  const edges = new Set([...selection.edges].filter((id) => edgeIds.has(id)));
  if (nodes.size === selection.nodes.size && edges.size === selection.edges.size) return selection;
  const last = selection.last !== undefined && nodes.has(selection.last) ? selection.last : [...nodes].at(-1);
  return { nodes, edges, last };
}
