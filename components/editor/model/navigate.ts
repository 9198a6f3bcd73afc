import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import type { Graph, GraphNode } from "../../../codegen/schema/graph.ts";
import { isContainer } from "../../../codegen/schema/node-facts.ts";
import { hiddenNodes } from "./hidden-nodes.ts";
import type { Sizes } from "./geometry.ts";
import { boxOf, unmeasured } from "./geometry.ts";
import { indexOf } from "./graph-index.ts";
import type { Selection } from "./selection.ts";
import { emptySelection, selectNodes } from "./selection.ts";

export type Direction = "left" | "right" | "up" | "down";

/**
 * The selection after an arrow key: right and left go along edges to the node nearest in height, up and down to the nearest node of the same
 * container by the eye. Where edges lead nowhere, the eye decides too. The first arrow selects the trigger. The same selection at an end.
 */
export function navigate(graph: Graph, selection: Selection, direction: Direction, sizes: Sizes = unmeasured): Selection {
  const current = selection.last === undefined ? undefined : indexOf(graph).nodes.get(selection.last);
  if (!current) {
    const first = graph.nodes.find((node) => node.kind === "trigger") ?? graph.nodes[0];
    return first ? selectNodes([first.id]) : selection;
  }
  const next = alongEdge(graph, current, direction, sizes) ?? byEye(graph, current, direction, sizes);
  return next === undefined ? selection : selectNodes([next]);
}

function alongEdge(graph: Graph, from: GraphNode, direction: Direction, sizes: Sizes): string | undefined {
  if (direction === "up" || direction === "down") return undefined;
  const index = indexOf(graph);
  const ends =
    direction === "right" ? index.outgoing(from.id).map((edge) => edge.target) : index.incoming(from.id).map((edge) => edge.source);
  const { y } = center(graph, from.id, sizes);
  return nearest(ends, (id) => Math.abs(center(graph, id, sizes).y - y));
}

/** The nearest sibling in a direction; what lies beside the way counts twice. */
function byEye(graph: Graph, from: GraphNode, direction: Direction, sizes: Sizes): string | undefined {
  const start = center(graph, from.id, sizes);
  const vertical = direction === "up" || direction === "down";
  const sign = direction === "right" || direction === "down" ? 1 : -1;
  const reach = (id: string): { ahead: number; beside: number } => {
    const { x, y } = center(graph, id, sizes);
    const [dx, dy] = [x - start.x, y - start.y];
    return vertical ? { ahead: sign * dy, beside: Math.abs(dx) } : { ahead: sign * dx, beside: Math.abs(dy) };
  };
  const siblings = indexOf(graph)
    .children(from.parent)
    .filter((node) => node !== from)
    .map((node) => node.id);
  const ahead = siblings.filter((id) => {
    const { ahead: forward, beside } = reach(id);
    return forward > 0 && (vertical || beside < forward);
  });
  return nearest(ahead, (id) => reach(id).ahead + 2 * reach(id).beside);
}

/** The selection with what is one edge further downstream, or everything that is. */
export function selectDownstream(graph: Graph, selection: Selection, { whole = false } = {}): Selection {
  return extend(selection, whole, (id) =>
    indexOf(graph)
      .outgoing(id)
      .map((edge) => edge.target),
  );
}

/** The selection with what is one edge further upstream, or everything that is. */
export function selectUpstream(graph: Graph, selection: Selection, { whole = false } = {}): Selection {
  return extend(selection, whole, (id) =>
    indexOf(graph)
      .incoming(id)
      .map((edge) => edge.source),
  );
}

function extend(selection: Selection, whole: boolean, next: (id: string) => readonly string[]): Selection {
  const nodes = new Set(selection.nodes);
  for (const id of whole ? nodes : selection.nodes) for (const other of next(id)) nodes.add(other);
  return nodes.size === selection.nodes.size ? selection : { ...selection, nodes };
}

/** The selection one level further in: the node that begins a container's round, nearest to the upper left. Same where there is none, or it is closed. */
export function enterContainer(graph: Graph, selection: Selection): Selection {
  const index = indexOf(graph);
  const container = selection.last === undefined ? undefined : index.nodes.get(selection.last);
  if (!container || !isContainer(container) || container.collapsed === true) return selection;
  const inside = index.children(container.id);
  const starts = inside.filter((node) => node.kind !== "note" && index.incoming(node.id).length === 0);
  const first = nearest(
    (starts.length > 0 ? starts : inside).map((node) => node.id),
    (id) => boxOf(graph, id).x + boxOf(graph, id).y,
  );
  return first === undefined ? selection : selectNodes([first]);
}

/** The selection one level further out: the container around, or nothing at the top. */
export function leaveContainer(graph: Graph, selection: Selection): Selection {
  const parent = selection.last === undefined ? undefined : indexOf(graph).nodes.get(selection.last)?.parent;
  return parent === undefined ? emptySelection : selectNodes([parent]);
}

/** Everything that is drawn at the level of the selection, or all of the top. */
export function selectAll(graph: Graph, selection: Selection): Selection {
  const parent = selection.last === undefined ? undefined : indexOf(graph).nodes.get(selection.last)?.parent;
  const hidden = hiddenNodes(graph);
  return selectNodes(
    indexOf(graph)
      .children(parent)
      .flatMap((node) => (hidden.has(node.id) ? [] : [node.id])),
  );
}

/** The next thing that is wrong, after the node that is selected, errors before warnings, and round again; undefined when nothing is. */
export function nextProblem(
  graph: Graph,
  selection: Selection,
  diagnostics: readonly Diagnostic[],
  step: 1 | -1 = 1,
): Diagnostic | undefined {
  const order = new Map(graph.nodes.map((node, place) => [node.id, place]));
  const nodeOf = ({ location }: Diagnostic): string | undefined =>
    location.node ?? (location.edge === undefined ? undefined : indexOf(graph).edges.get(location.edge)?.source);
  const worst = diagnostics.some((each) => each.severity === "error") ? "error" : "warning";
  const places = diagnostics
    .filter((each) => each.severity === worst)
    .map((diagnostic) => ({ diagnostic, place: order.get(nodeOf(diagnostic) ?? "") ?? -1 }))
    .sort((a, b) => a.place - b.place)
    .filter(({ place }, position, all) => place !== all[position - 1]?.place);
  const here = selection.last === undefined ? -2 : (order.get(selection.last) ?? -2);
  const found = step === 1 ? places.find(({ place }) => place > here) : places.findLast(({ place }) => place < here);
  return (found ?? places.at(step === 1 ? 0 : -1))?.diagnostic;
}

function center(graph: Graph, id: string, sizes: Sizes): { x: number; y: number } {
  const { x, y, width, height } = boxOf(graph, id, sizes);
  return { x: x + width / 2, y: y + height / 2 };
}

function nearest(ids: readonly string[], distance: (id: string) => number): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (const id of ids) {
    const far = distance(id);
    if (far >= least) continue;
    best = id;
    least = far;
  }
  return best;
}
