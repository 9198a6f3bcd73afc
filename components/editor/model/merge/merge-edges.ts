import type { Graph, GraphEdge } from "../../../../codegen/schema/graph.ts";
import { drawEdges, edgeKey } from "../draw-edges.ts";
import { edgeIds, freshEdgeId } from "../fresh-id.ts";
import { indexOf } from "../graph-index.ts";
import type { Sides } from "./follow-renames.ts";

/**
 * The edges of a merged graph: mine, less those that they took away, and those that they added. What cannot be drawn in it is dropped, and
 * listed unless its end went on purpose on the side that had drawn it.
 */
export function mergeEdges(merged: Graph, { base, mine, theirs }: Sides): { edges: GraphEdge[]; dropped: GraphEdge[] } {
  const [before, own, other] = [keysOf(base), keysOf(mine), keysOf(theirs)];
  const there = indexOf(theirs).nodes;
  // A node that they took away and that stays all the same stays connected.
  const isKept = ({ source, target }: GraphEdge): boolean => !there.has(source) || !there.has(target);
  const kept = mine.edges.filter((edge) => other.has(edgeKey(edge)) || !before.has(edgeKey(edge)) || isKept(edge));
  const added = theirs.edges.filter((edge) => !own.has(edgeKey(edge)) && !before.has(edgeKey(edge)));
  // What both began with is drawn first, so that of two new edges that exclude each other mine comes before theirs.
  const old = kept.filter((edge) => before.has(edgeKey(edge)));
  const recent = kept.filter((edge) => !before.has(edgeKey(edge)));
  const ownIds = edgeIds(mine);
  const taken = new Set([...ownIds, ...edgeIds(theirs)]);
  const renamed = added.map((edge) => (ownIds.has(edge.id) ? { ...edge, id: freshEdgeId(taken) } : edge));
  const present = indexOf(merged).nodes;
  const drawn = drawEdges({ ...merged, edges: [] }, old, recent, renamed);
  const dropped = drawn.dropped.filter((edge) => !before.has(edgeKey(edge)) || (present.has(edge.source) && present.has(edge.target)));
  // In the order of mine, then theirs.
  const order = new Map(mine.edges.map((edge, place) => [edge, place]));
  const edges = [...drawn.edges].sort((a, b) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity) || 0);
  return { edges, dropped };
}

function keysOf(graph: Graph): ReadonlySet<string> {
  return new Set(graph.edges.map(edgeKey));
}
