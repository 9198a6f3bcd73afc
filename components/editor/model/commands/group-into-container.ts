import type { Graph, GraphEdge, GraphNode } from "../../../../codegen/schema/graph.ts";
import type { Json } from "../../../../codegen/schema/json.ts";
import { portOf } from "../../../../codegen/schema/node-facts.ts";
import { edgeKey } from "../draw-edges.ts";
import type { Edited } from "../edited.ts";
import { edgeIds, freshEdgeId, freshId, freshVariable, takenNames } from "../fresh-id.ts";
import type { Sizes } from "../geometry.ts";
import { boxAround, containerPadding, positionOf, sizeOf, unmeasured } from "../geometry.ts";
import { indexOf, outermost } from "../graph-index.ts";
import { selectNodes } from "../selection.ts";
import { suggestName } from "../suggest-name.ts";
import { defaultConfig } from "./default-config.ts";

/**
 * Why nodes cannot be put into a container: there are none (`empty`); the `trigger` is one of them; they are in different `container`s; what
 * lies `between` them is not selected, so that the container would wait for itself; a `branch` leads out of them by a port that the
 * container does not have.
 */
export interface GroupProblem {
  readonly problem: "empty" | "trigger" | "container" | "between" | "branch";
  /** The nodes it is about. */
  readonly nodes: readonly string[];
}

/** The graph with nodes enclosed in a new container, selected; edges into and out of them lead to it. */
export function groupIntoContainer(
  graph: Graph,
  ids: Iterable<string>,
  kind: "control.forEach" | "control.repeat",
  sizes: Sizes = unmeasured,
): (Edited & { readonly id: string }) | GroupProblem {
  const members = outermost(graph, ids);
  const inside = new Set(members.map((node) => node.id));
  const problem = findProblem(graph, members, inside);
  if (problem) return problem;
  const taken = takenNames(graph);
  const id = freshId(suggestName(kind), taken);
  const config: Record<string, Json> = defaultConfig(kind);
  if (kind === "control.forEach") config["as"] = freshVariable("item", taken);
  const around = boxAround(members.map((node) => ({ ...positionOf(node), ...sizeOf(graph, node.id, sizes) })));
  const corner = { x: (around?.x ?? 0) - containerPadding.left, y: (around?.y ?? 0) - containerPadding.top };
  const parent = members[0]?.parent;
  const container: GraphNode = { id, kind, config, ...(parent !== undefined && { parent }), position: corner };
  const nodes = graph.nodes.map((node) => {
    if (!inside.has(node.id)) return node;
    const { x, y } = positionOf(node);
    return { ...node, parent: id, position: { x: x - corner.x, y: y - corner.y } };
  });
  return { graph: { ...graph, nodes: [...nodes, container], edges: leadToContainer(graph, inside, id) }, selection: selectNodes([id]), id };
}

function findProblem(graph: Graph, members: readonly GraphNode[], inside: ReadonlySet<string>): GroupProblem | undefined {
  const steps = members.filter((node) => node.kind !== "note");
  if (steps.length === 0) return { problem: "empty", nodes: [] };
  const triggers = members.filter((node) => node.kind === "trigger");
  if (triggers.length > 0) return { problem: "trigger", nodes: triggers.map((node) => node.id) };
  const strangers = members.filter((node) => node.parent !== members[0]?.parent);
  if (strangers.length > 0) return { problem: "container", nodes: strangers.map((node) => node.id) };
  const between = findBetween(graph, inside);
  if (between.length > 0) return { problem: "between", nodes: between };
  const branches = graph.edges.filter((edge) => leaves(edge, inside) && portOf(edge) !== "out" && portOf(edge) !== "error");
  return branches.length > 0 ? { problem: "branch", nodes: [...new Set(branches.map((edge) => edge.source))] } : undefined;
}

/** The nodes outside that come after one inside and before another. */
function findBetween(graph: Graph, inside: ReadonlySet<string>): string[] {
  const index = indexOf(graph);
  const after = walk(inside, (id) => index.outgoing(id).map((edge) => edge.target));
  const before = walk(inside, (id) => index.incoming(id).map((edge) => edge.source));
  return graph.nodes.flatMap(({ id }) => (!inside.has(id) && after.has(id) && before.has(id) ? [id] : []));
}

function walk(from: Iterable<string>, next: (id: string) => readonly string[]): Set<string> {
  const found = new Set(from);
  // A set that grows is walked to its end.
  for (const id of found) for (const other of next(id)) found.add(other);
  return found;
}

function leaves(edge: GraphEdge, inside: ReadonlySet<string>): boolean {
  return inside.has(edge.source) && !inside.has(edge.target);
}

/** Edges from and to the outside at the container instead, each way once. */
function leadToContainer(graph: Graph, inside: ReadonlySet<string>, id: string): GraphEdge[] {
  const taken = edgeIds(graph);
  const seen = new Set<string>();
  return graph.edges.flatMap((edge): GraphEdge[] => {
    if (inside.has(edge.source) === inside.has(edge.target)) return [edge];
    const led = inside.has(edge.source) ? { ...edge, source: id } : { ...edge, target: id };
    const key = edgeKey(led);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ ...led, id: freshEdgeId(taken) }];
  });
}
