import type { GraphNode } from "../schema/graph.ts";
import { bindsOutput, configOf, hasErrorPort, isContainer } from "../schema/node-facts.ts";
import type { CheckContext } from "./context.ts";

/** What a name means in a field: readable, or why not. */
export type Meaning =
  | { readonly kind: "readable"; readonly node?: GraphNode }
  | { readonly kind: "unknown" }
  | { readonly kind: "disabled" | "loose" | "not-yet-run" | "no-output"; readonly node: GraphNode }
  | { readonly kind: "inside"; readonly node: GraphNode; readonly container: string }
  | { readonly kind: "no-error"; readonly node: GraphNode; readonly catches: boolean };

/** A place where names are read: a node, and whether the field sees the node's own body (`until`, `collect`). */
export interface Place {
  readonly node: GraphNode;
  readonly seesBody: boolean;
}

/** Whether a field of a container is read in the scope of its body. */
export function seesBody(node: GraphNode, path: readonly (string | number)[]): boolean {
  return (node.kind === "control.forEach" && path[0] === "collect") || (node.kind === "control.repeat" && path[0] === "until");
}

/** What a name means at a place. */
export function findMeaning(context: CheckContext, place: Place, name: string): Meaning {
  const { nodes, trigger } = context.layout;
  if (variablesAt(context, place).includes(name)) return { kind: "readable" };
  const node = nodes.get(name);
  if (node && node === trigger) return { kind: "readable", node };
  if (node && node.kind !== "note") return findNodeMeaning(context, place, node);
  if (!name.endsWith("Error")) return { kind: "unknown" };
  const failing = nodes.get(name.slice(0, -"Error".length));
  return failing && hasErrorPort(failing, context.catalog) ? findErrorMeaning(context, place, failing) : { kind: "unknown" };
}

/** Every name that can be read at a place: the trigger, variables, nodes, errors. */
export function namesInScope(context: CheckContext, place: Place): string[] {
  const names = new Set(variablesAt(context, place));
  for (const node of context.layout.nodes.values()) {
    for (const name of [node.id, `${node.id}Error`]) {
      if (findMeaning(context, place, name).kind === "readable") names.add(name);
    }
  }
  return [...names];
}

/** The variables of the containers around a place. */
function variablesAt(context: CheckContext, { node, seesBody }: Place): readonly string[] {
  const names: string[] = [];
  const own = seesBody ? configOf(node)["as"] : undefined;
  if (typeof own === "string") names.push(own);
  for (const container of containersAround(context, node)) {
    const name = container.kind === "control.forEach" ? configOf(container)["as"] : undefined;
    if (typeof name === "string") names.push(name);
  }
  return names;
}

/** The containers a node is in, the innermost first. */
export function containersAround(context: CheckContext, node: GraphNode): GraphNode[] {
  const containers: GraphNode[] = [];
  const seen = new Set<string>([node.id]);
  for (let id = node.parent; id !== undefined && !seen.has(id);) {
    seen.add(id);
    const container = context.layout.nodes.get(id);
    if (!container || !isContainer(container)) break;
    containers.push(container);
    id = container.parent;
  }
  return containers;
}

/** The node itself, or the container around it, that is on the same level as the other node. */
function neighbourOf(context: CheckContext, place: Place, other: GraphNode): GraphNode | "body" | undefined {
  if (place.seesBody && other.parent === place.node.id) return "body";
  if (place.node.parent === other.parent) return place.node;
  return containersAround(context, place.node).find((container) => container.parent === other.parent);
}

function findNodeMeaning(context: CheckContext, place: Place, node: GraphNode): Meaning {
  const status = context.status(node);
  const neighbour = neighbourOf(context, place, node);
  if (neighbour === undefined && node.parent !== undefined) return { kind: "inside", node, container: node.parent };
  if (status === "disabled") return { kind: "disabled", node };
  if (status !== "active") return { kind: "loose", node };
  if (neighbour !== "body" && (neighbour === undefined || !precedes(context, node, neighbour))) return { kind: "not-yet-run", node };
  if (context.facts(node) && !bindsOutput(node, context.catalog)) return { kind: "no-output", node };
  return { kind: "readable", node };
}

function findErrorMeaning(context: CheckContext, place: Place, node: GraphNode): Meaning {
  const targets = context.layout.errorEdges.get(node.id) ?? [];
  const neighbour = neighbourOf(context, place, node);
  const catches = targets.length > 0;
  const readable =
    catches &&
    context.status(node) === "active" &&
    neighbour !== undefined &&
    (neighbour === "body" ||
      targets.some((edge) => {
        const target = context.layout.nodes.get(edge.target);
        return target !== undefined && (target === neighbour || precedes(context, target, neighbour));
      }));
  return readable ? { kind: "readable" } : { kind: "no-error", node, catches };
}

/** Whether one has settled when another starts. What leads there only by dead edges is not waited for by a node that it excludes. */
function precedes(context: CheckContext, first: GraphNode, second: GraphNode): boolean {
  const level = context.layout.levels.get(first.parent ?? "");
  const before = level?.places.get(first.id);
  const after = level?.places.get(second.id);
  if (level === undefined || before === undefined || after === undefined || !level.precedes(before, after)) return false;
  return level.leadsTo(before, after) || context.companions(level).mayMeet(before, after);
}
