import type { Graph } from "../../../../codegen/schema/graph.ts";
import type { Sizes } from "../geometry.ts";
import { boxOf, unmeasured } from "../geometry.ts";
import { outermost } from "../graph-index.ts";
import { placeOnCanvas } from "./align.ts";

/** The graph with the gaps between these nodes made equal; the outer two stay. Fewer than three have nothing to share. */
export function distribute(graph: Graph, ids: Iterable<string>, axis: "horizontal" | "vertical", sizes: Sizes = unmeasured): Graph {
  const [start, length] = axis === "horizontal" ? (["x", "width"] as const) : (["y", "height"] as const);
  const items = outermost(graph, ids)
    .map((node) => ({ node, box: boxOf(graph, node.id, sizes) }))
    .sort((a, b) => a.box[start] + a.box[length] / 2 - (b.box[start] + b.box[length] / 2));
  const first = items[0];
  const last = items.at(-1);
  if (!first || !last || items.length < 3) return graph;
  const span = last.box[start] + last.box[length] - first.box[start];
  const free = (span - items.reduce((sum, { box }) => sum + box[length], 0)) / (items.length - 1);
  let at = first.box[start];
  const points = items.map(({ box }) => {
    const point = { x: box.x, y: box.y, [start]: Math.round(at) };
    at += box[length] + free;
    return point;
  });
  return placeOnCanvas(
    graph,
    items.map(({ node }) => node),
    points,
  );
}
