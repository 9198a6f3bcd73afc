import type { Graph } from "../../../codegen/schema/graph.ts";
import { edgeKey } from "../model/draw-edges.ts";
import { indexOf } from "../model/graph-index.ts";
import { diffGraphs } from "../publish/diff-graphs.ts";
import type { ChangeMark, MarkedGraph } from "./preview.ts";

/** Puts what a change takes away beside what it makes. `before` must call the nodes as `after` does; `renamed` are those it called otherwise. */
export function markChanges(before: Graph, after: Graph, renamed: readonly string[] = []): MarkedGraph {
  const diff = diffGraphs(before, after);
  const old = indexOf(before).nodes;
  const nodes = new Map<string, ChangeMark>([
    ...renamed.map((id) => [id, "changed"] as const),
    ...diff.added.map(({ id }) => [id, "added"] as const),
    ...diff.changed.map(({ node }) => [node.id, old.has(node.id) ? "changed" : "added"] as const),
    ...before.nodes.flatMap(({ id }) => (indexOf(after).nodes.has(id) ? [] : [[id, "removed"] as const])),
  ]);
  const known = new Set(before.edges.map(edgeKey));
  const isThere = (id: string): boolean => nodes.has(id) || indexOf(after).nodes.has(id);
  const now = new Set(after.edges.map(edgeKey));
  // The draft may have given a removed edge's id to another one.
  const gone = before.edges
    .filter((edge) => !now.has(edgeKey(edge)) && isThere(edge.source) && isThere(edge.target))
    .filter(({ source, target }) => nodes.get(source) === "removed" || nodes.get(target) === "removed")
    .map((edge) => ({ ...edge, id: `removed ${edge.id}` }));
  return {
    graph: {
      ...after,
      nodes: [...after.nodes, ...before.nodes.filter(({ id }) => nodes.get(id) === "removed")],
      edges: [...after.edges, ...gone],
    },
    marks: {
      nodes,
      edges: new Map<string, ChangeMark>([
        ...after.edges.flatMap((edge) => (known.has(edgeKey(edge)) ? [] : [[edge.id, "added"] as const])),
        ...gone.map(({ id }) => [id, "removed"] as const),
      ]),
    },
  };
}
