import type { CheckContext } from "../context.ts";
import { nearestName } from "../nearest-name.ts";

/** Both ends of an edge exist, are on the same side of every wall, and may be connected at all. */
export function checkEdgeEnds(context: CheckContext): void {
  const { nodes } = context.layout;
  for (const edge of context.graph.edges) {
    const location = { edge: edge.id };
    const source = nodes.get(edge.source);
    const target = nodes.get(edge.target);
    for (const [end, id, node] of [["source", edge.source, source] as const, ["target", edge.target, target] as const]) {
      if (!node) context.report("unknown-edge-end", { edge: edge.id, node: id, end, nearest: nearestName(id, nodes.keys()) }, location);
      else if (node.kind === "note") context.report("edge-on-note", { node: id }, location);
    }
    if (!source || !target || source.kind === "note" || target.kind === "note") continue;
    if (target.kind === "trigger") context.report("edge-into-trigger", { source: source.id, target: target.id }, location);
    else if (source.parent !== target.parent) {
      context.report("edge-crosses-container", { source: source.id, target: target.id }, location);
    }
  }
}
