import type { Catalog } from "../catalog.ts";
import { canonicalConfig } from "../expression/index.ts";
import type { NodePlace } from "../ir/walk-nodes.ts";
import { walkNodes } from "../ir/walk-nodes.ts";
import type { NodeRef, WorkflowIr } from "../ir/ir.ts";
import { lower } from "../lower/lower.ts";
import type { Graph } from "../schema/graph.ts";
import { fieldForm, nodeKind } from "../schema/node-facts.ts";
import { bindsName, raiseNode } from "./raise-node.ts";
import type { NodeStatement } from "./raise-node.ts";

/** The base's ids for the nodes of a program that its code doesn't name. */
export function matchNodes(ir: WorkflowIr, base: Graph, catalog: Catalog): ReadonlyMap<NodeRef, string> {
  const places = walkNodes(ir.body);
  const known = listBase(base, catalog);
  const ids = new Map<NodeRef, string>();
  if (known.length === places.length && known.every((one, index) => sameSort(one, places[index]))) {
    for (const [index, { node }] of known.entries()) {
      const place = places[index];
      if (place && !bindsName(asNode(place))) ids.set(place.node, node.id);
    }
    return ids;
  }
  const taken = new Set(places.filter((place) => bindsName(asNode(place))).map(({ node }) => node.id));
  const features = describeNodes(known, (node) => node.id, catalog);
  for (const describe of descriptions) {
    const own = describeNodes(places, (node) => ids.get(node) ?? node.id, catalog);
    const key = (node: Features | undefined): string => JSON.stringify(node && describe(node));
    const open = Map.groupBy(
      known.filter(({ node }) => !taken.has(node.id)),
      (one) => key(features.get(one)),
    );
    for (const place of places) {
      if (bindsName(asNode(place)) || ids.has(place.node)) continue;
      const found = open.get(key(own.get(place)))?.shift();
      if (!found) continue;
      ids.set(place.node, found.node.id);
      taken.add(found.node.id);
    }
  }
  // What matches nothing must not take the name of another node.
  const free = new Set([...taken, ...base.nodes.map((node) => node.id)]);
  for (const place of places) if (!bindsName(asNode(place)) && !ids.has(place.node) && free.has(place.node.id)) ids.set(place.node, "");
  return ids;
}

/** The base's nodes as its code has them; none for a document that can't be compiled. */
function listBase(base: Graph, catalog: Catalog): NodePlace[] {
  try {
    return walkNodes(lower(base, catalog).body);
  } catch {
    return [];
  }
}

function sameSort(a: NodePlace, b: NodePlace | undefined): boolean {
  if (!b) return false;
  const one = asNode(a);
  const other = asNode(b);
  if (kindOf(a) !== kindOf(b)) return false;
  return bindsName(one) || bindsName(other) ? a.node.id === b.node.id : true;
}

/** What a node can be recognised by. */
interface Features {
  readonly kind: string;
  readonly config: unknown;
  readonly label: string;
  readonly container: string;
  /** The last named node before it. */
  readonly after: string;
}

/** Ways to recognise a node, the surest first. */
const descriptions: readonly ((features: Features) => unknown)[] = [
  (node) => node,
  ({ kind, config, label, container }) => [kind, config, label, container],
  ({ kind, config }) => [kind, config],
  ({ kind, label, after }) => [kind, label, after],
  ({ kind, container }) => [kind, container],
];

function describeNodes(places: readonly NodePlace[], name: (node: NodeRef) => string, catalog: Catalog): Map<NodePlace, Features> {
  const found = new Map<NodePlace, Features>();
  let after = "";
  for (const place of places) {
    const container = place.container ? name(place.container) : "";
    found.set(place, { kind: kindOf(place), config: configOf(place, catalog), label: place.node.label, container, after });
    if (bindsName(asNode(place))) after = place.node.id;
  }
  return found;
}

function asNode({ statement, node }: NodePlace): NodeStatement {
  if (statement.kind !== "branch") return statement;
  return { ...statement, node, type: statement.type ?? "if", choices: statement.choices ?? [] };
}

function kindOf(place: NodePlace): string {
  return raiseNode(asNode(place), "", undefined).kind;
}

function configOf(place: NodePlace, catalog: Catalog): unknown {
  const { kind, config } = raiseNode(asNode(place), "", undefined);
  const facts = nodeKind(kind, catalog);
  return facts ? canonicalConfig(config ?? {}, (path) => fieldForm(facts, path)) : config;
}
