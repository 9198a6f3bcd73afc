import type { Graph } from "../../../codegen/schema/graph.ts";
import { boxOf, overlaps } from "../model/geometry.ts";
import { ancestorsOf } from "../model/graph-index.ts";
import { sizesOf } from "../nodes/node-shape.ts";

/** Lays a graph out, or these nodes of it. */
type LayOut = (graph: Graph) => Promise<(graph: Graph) => Graph>;

/**
 * Gives what a proposal adds its places. Where nothing but a trigger was there, all is laid out; what a person placed stays where it is, unless
 * something new lies on it.
 */
export async function placeProposed(before: Graph, proposed: Graph, layOut: LayOut): Promise<Graph> {
  const known = new Set(before.nodes.map(({ id }) => id));
  const added = proposed.nodes.filter(({ id }) => !known.has(id));
  if (added.length === 0) return proposed;
  const isNew = before.nodes.every(({ kind }) => kind === "trigger" || kind === "note");
  if (!isNew && !lieOver(proposed, new Set(added.map(({ id }) => id)))) return proposed;
  // A layout that cannot be had is no reason to lose a proposal.
  return layOut(proposed).then(
    (place) => place(proposed),
    () => proposed,
  );
}

/** Whether one of these nodes lies over another of its container. */
function lieOver(graph: Graph, ids: ReadonlySet<string>): boolean {
  const sizes = sizesOf(graph);
  const boxes = new Map(graph.nodes.map(({ id }) => [id, boxOf(graph, id, sizes)]));
  return graph.nodes.some((node) => {
    const box = boxes.get(node.id);
    return graph.nodes.some((other) => {
      const under = boxes.get(other.id);
      if (other === node || other.parent !== node.parent || !box || !under || !overlaps(box, under)) return false;
      return [node.id, other.id].some(
        (id) => ids.has(id) || graph.nodes.some((inner) => ids.has(inner.id) && ancestorsOf(graph, inner.id).includes(id)),
      );
    });
  });
}
