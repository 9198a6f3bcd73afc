import type { Catalog } from "../catalog.ts";
import type { GraphEdge, GraphNode } from "./graph.ts";
import type { Json } from "./json.ts";
import type { FieldForm, KindFacts } from "./kind-facts.ts";
import { actionFacts, builtInKinds } from "./kind-facts.ts";

const emptyConfig: Readonly<Record<string, Json>> = {};

/** The facts of a built-in kind or of a catalog's action; undefined when there is no such kind. */
export function nodeKind(kind: string, catalog: Catalog): KindFacts | undefined {
  return builtInKinds.get(kind) ?? (catalog.actions.has(kind) ? actionFacts : undefined);
}

/** The node's config, an empty one when it has none. */
export function configOf(node: GraphNode): Readonly<Record<string, Json>> {
  return node.config ?? emptyConfig;
}

/** The ports an edge may leave the node by, in their order; none for an unknown kind. */
export function portsOf(node: GraphNode, catalog: Catalog): readonly string[] {
  return nodeKind(node.kind, catalog)?.ports(configOf(node)) ?? [];
}

/** The port of an edge, `out` when it names none. */
export function portOf(edge: GraphEdge): string {
  return edge.port ?? "out";
}

/** Whether the node can fail and then choose `error`: a step or a container. */
export function hasErrorPort(node: GraphNode, catalog: Catalog): boolean {
  const role = nodeKind(node.kind, catalog)?.role;
  return role === "step" || role === "container";
}

/** Whether the node holds other nodes. */
export function isContainer(node: GraphNode): boolean {
  return builtInKinds.get(node.kind)?.role === "container";
}

/** Whether the node chooses among ports whatever its edges: `if`, `switch`, `approval`, `waitForEvent`. */
export function alwaysDecides(node: GraphNode): boolean {
  return (
    node.kind === "control.if" || node.kind === "control.switch" || node.kind === "control.approval" || node.kind === "control.waitForEvent"
  );
}

/** Whether a port stands open that the node never leaves by: the timeout of a wait that has none. */
export function isNeverChosen(node: GraphNode, port: string): boolean {
  const waits = node.kind === "control.approval" || node.kind === "control.waitForEvent";
  return waits && port === "timeout" && configOf(node)["timeout"] === undefined;
}

/** Whether the node's id names a value that expressions can read. */
export function bindsOutput(node: GraphNode, catalog: Catalog): boolean {
  return nodeKind(node.kind, catalog)?.binds(configOf(node)) ?? false;
}

/** How the string at a path of the node's config is read. */
export function fieldForm(facts: KindFacts, path: readonly (string | number)[]): FieldForm {
  for (const rule of facts.fields) {
    if (rule.path.length > path.length) continue;
    if (rule.path.every((step, index) => step === "*" || step === String(path[index]))) return rule.form;
  }
  return "template";
}
