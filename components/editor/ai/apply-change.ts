import type { Graph } from "../../../codegen/schema/graph.ts";
import type { GraphChange } from "../../../lib/api/ai-schemas.ts";

/** The draft after an operation, by what the server says it changed; nodes keep their order, new ones come last. */
export function applyChange(graph: Graph, { workflow, renamed, nodes, edges, removed }: GraphChange): Graph {
  const named = renamed
    ? { ...graph, nodes: graph.nodes.map((node) => (node.id === renamed.from ? { ...node, id: renamed.to } : node)) }
    : graph;
  return {
    ...named,
    ...workflow,
    nodes: replace(named.nodes, nodes, removed.nodes),
    edges: replace(named.edges, edges, removed.edges),
  };
}

function replace<Item extends { readonly id: string }>(before: readonly Item[], put: readonly Item[], removed: readonly string[]): Item[] {
  const [fresh, gone] = [new Map(put.map((item) => [item.id, item])), new Set(removed)];
  const known = new Set(before.map(({ id }) => id));
  return [...before.flatMap((item) => fresh.get(item.id) ?? (gone.has(item.id) ? [] : [item])), ...put.filter(({ id }) => !known.has(id))];
}
