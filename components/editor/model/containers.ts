import type { Graph, GraphEdge } from "../../../codegen/schema/graph.ts";
import { isContainer } from "../../../codegen/schema/node-facts.ts";
import { edgeKey } from "./draw-edges.ts";
import type { Box, Point, Sizes } from "./geometry.ts";
import { boxOf, unmeasured } from "./geometry.ts";
import { ancestorsOf, indexOf, withDescendants } from "./graph-index.ts";

/** Where a node or container is on the canvas, and how large: a container from its nodes, or as large as a person made it. */
export function boundsOf(graph: Graph, id: string, sizes: Sizes = unmeasured): Box {
  return boxOf(graph, id, sizes);
}

/** The innermost open container at a point of the canvas; undefined for the top. `except` are nodes being dragged: a container is not dropped into itself. */
export function containerAt(graph: Graph, point: Point, sizes: Sizes = unmeasured, except: Iterable<string> = []): string | undefined {
  const dragged = withDescendants(graph, except);
  const hidden = hiddenNodes(graph);
  let found: string | undefined;
  let depth = -1;
  for (const node of graph.nodes) {
    if (!isContainer(node) || node.collapsed === true || dragged.has(node.id) || hidden.has(node.id)) continue;
    const levels = ancestorsOf(graph, node.id).length;
    if (levels <= depth || !contains(boxOf(graph, node.id, sizes), point)) continue;
    found = node.id;
    depth = levels;
  }
  return found;
}

/** The nodes inside closed containers, which are not drawn. */
export function hiddenNodes(graph: Graph): ReadonlySet<string> {
  const closed = graph.nodes.filter((node) => node.collapsed === true && isContainer(node)).map((node) => node.id);
  if (closed.length === 0) return new Set();
  return withDescendants(
    graph,
    closed.flatMap((id) =>
      indexOf(graph)
        .children(id)
        .map((node) => node.id),
    ),
  );
}

/** The node that stands for a node on the canvas: itself, or the outermost closed container around it. */
export function shownAs(graph: Graph, id: string): string {
  const { nodes } = indexOf(graph);
  return ancestorsOf(graph, id).findLast((around) => nodes.get(around)?.collapsed === true) ?? id;
}

/** The edges to draw: those whose ends are hidden are led to the closed container, once for each way, or left out inside of it. */
export function shownEdges(graph: Graph): readonly GraphEdge[] {
  const hidden = hiddenNodes(graph);
  if (hidden.size === 0) return graph.edges;
  const seen = new Set<string>();
  return graph.edges.flatMap((edge): GraphEdge[] => {
    if (!hidden.has(edge.source) && !hidden.has(edge.target)) return [edge];
    const source = shownAs(graph, edge.source);
    const target = shownAs(graph, edge.target);
    const key = edgeKey({ ...edge, source, target });
    if (source === target || seen.has(key)) return [];
    seen.add(key);
    return [{ ...edge, source, target }];
  });
}

function contains(box: Box, { x, y }: Point): boolean {
  return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
}
