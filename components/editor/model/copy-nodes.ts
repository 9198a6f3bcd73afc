import { renameNode, renameVariable } from "../../../codegen/rename.ts";
import type { Graph, GraphEdge, GraphNode } from "../../../codegen/schema/graph.ts";
import { configOf } from "../../../codegen/schema/node-facts.ts";
import { freshEdgeId, freshId, freshVariable } from "./fresh-id.ts";

/** A part of a graph that is to be put into a graph: nodes and the edges between them. */
export interface Fragment {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/**
 * The fragment with ids and loops' variables that are free, and every reference inside following. `taken` and `takenEdges` then hold them
 * too. References to what is not in the fragment stay as they are.
 */
export function withFreshNames(
  fragment: Fragment,
  taken: Set<string>,
  takenEdges: Set<string>,
): Fragment & { readonly ids: ReadonlyMap<string, string> } {
  let copy: Graph = { weft: 1, name: "fragment", nodes: [...fragment.nodes], edges: [...fragment.edges] };
  const own = new Set(fragment.nodes.flatMap(({ id }) => [id, `${id}Error`]));
  const ids = new Map<string, string>();
  for (const { id } of fragment.nodes) {
    // A name that another node of the fragment still has would catch its references.
    const others = new Set([...taken, ...own]);
    if (!taken.has(id)) for (const name of [id, `${id}Error`]) others.delete(name);
    const fresh = freshId(id, others);
    taken.add(fresh).add(`${fresh}Error`);
    ids.set(id, fresh);
    copy = renameNode(copy, id, fresh);
  }
  for (const { id, kind, config } of copy.nodes) {
    const variable = kind === "control.forEach" ? configOf({ id, kind, config })["as"] : undefined;
    if (typeof variable === "string" && variable !== "") copy = renameVariable(copy, id, freshVariable(variable, taken));
  }
  const edges = copy.edges.map((edge) => ({ ...edge, id: freshEdgeId(takenEdges) }));
  return { nodes: copy.nodes, edges, ids };
}
