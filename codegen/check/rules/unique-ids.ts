import type { CheckContext } from "../context.ts";

/** An id names one node; an edge's id names one edge. */
export function checkUniqueIds(context: CheckContext): void {
  for (const node of findRepeated(context.graph.nodes.map((item) => item.id))) {
    context.report("duplicate-id", { node }, { node });
  }
  for (const edge of findRepeated(context.graph.edges.map((item) => item.id))) {
    context.report("duplicate-edge-id", { edge }, { edge });
  }
}

function findRepeated(ids: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) repeated.add(id);
    seen.add(id);
  }
  return repeated;
}
