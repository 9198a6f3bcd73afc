import type { Graph, GraphEdge } from "../../../../codegen/schema/graph.ts";
import { isContainer } from "../../../../codegen/schema/node-facts.ts";
import { changeNodes, keep, withProperty } from "../change-nodes.ts";
import type { Edited } from "../edited.ts";
import type { Point } from "../geometry.ts";
import { absolutePosition, toParent } from "../geometry.ts";
import { ancestorsOf, indexOf, outermost } from "../graph-index.ts";
import { selectNodes } from "../selection.ts";

/**
 * The graph with nodes moved into a container, or out to the top. `positions` are relative to the new container; a node without one stays
 * where it is on the canvas. Edges that would cross a container's wall are taken away and listed. The trigger stays at the top, and a
 * container never moves into itself.
 */
export function reparent(
  graph: Graph,
  ids: Iterable<string>,
  parent: string | undefined,
  positions: ReadonlyMap<string, Point> = new Map(),
): Edited & { readonly dropped: readonly GraphEdge[] } {
  const index = indexOf(graph);
  const container = parent === undefined ? undefined : index.nodes.get(parent);
  const around = new Set(parent === undefined ? [] : [parent, ...ancestorsOf(graph, parent)]);
  const canHold = parent === undefined || (container !== undefined && isContainer(container));
  const movable = outermost(graph, ids).filter((node) => canHold && node.kind !== "trigger" && !around.has(node.id));
  const moving = new Set(movable.map((node) => node.id));
  const moved = changeNodes(graph, (node) => {
    if (!moving.has(node.id)) return node;
    const { x, y } = positions.get(node.id) ?? toParent(graph, absolutePosition(graph, node.id), parent);
    const stays = node.position?.x === x && node.position.y === y;
    return withProperty(stays ? node : { ...node, position: { x, y } }, "parent", parent);
  });
  const { nodes } = indexOf(moved);
  const crosses = ({ source, target }: GraphEdge): boolean => nodes.get(source)?.parent !== nodes.get(target)?.parent;
  // An edge that crossed a wall before is somebody else's problem.
  const dropped = graph.edges.filter((edge) => (moving.has(edge.source) || moving.has(edge.target)) && crosses(edge));
  const next = keep(
    moved,
    () => true,
    (edge) => !dropped.includes(edge),
  );
  return { graph: next, selection: selectNodes(moving.size > 0 ? moving : ids), dropped };
}
