import type { Catalog } from "../catalog.ts";
import { canonicalConfig } from "../expression/index.ts";
import type { NodePlace } from "../ir/walk-nodes.ts";
import { printBlock } from "../ir/print.ts";
import { walkNodes } from "../ir/walk-nodes.ts";
import type { Block, NodeRef, Statement, Task, WorkflowIr } from "../ir/ir.ts";
import { lower } from "../lower/lower.ts";
import type { Graph } from "../schema/graph.ts";
import { fieldForm, nodeKind } from "../schema/node-facts.ts";
import { asNode, bindsName, raiseNode } from "./raise-node.ts";

/** How a program's nodes are called in its base. */
export interface Match {
  /** The base's ids for the nodes that the code doesn't name; an empty one where a fresh id is needed. */
  readonly ids: ReadonlyMap<NodeRef, string>;
  /** Whether the program differs from the base's in what its statements hold only, not in how they stand. */
  readonly sameShape: boolean;
}

/** Finds a program's nodes in the document it came from. */
export function matchNodes(ir: WorkflowIr, base: Graph, catalog: Catalog): Match {
  const places = walkNodes(ir.body);
  const former = lowerBase(base, catalog);
  const known = former ? walkNodes(former.body) : [];
  const ids = new Map<NodeRef, string>();
  if (former && known.length === places.length && known.every((one, index) => sameSort(one, places[index]))) {
    for (const [index, { node }] of known.entries()) {
      const place = places[index];
      if (place && !bindsName(asNode(place))) ids.set(place.node, node.id);
    }
    const names = new Map(places.map(({ node }) => [node.id, ids.get(node) ?? node.id]));
    const shape = printBlock(numberTasks(ir.body), 0, (id) => names.get(id) ?? id).join("\n");
    const sameShape = former.trigger.node.id === ir.trigger.node.id && shape === printBlock(numberTasks(former.body)).join("\n");
    return { ids, sameShape };
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
  return { ids, sameShape: false };
}

/** The base as a program; undefined for a document that can't be compiled. */
function lowerBase(base: Graph, catalog: Catalog): WorkflowIr | undefined {
  try {
    return lower(base, catalog);
  } catch {
    return undefined;
  }
}

/** The block with its tasks called by numbers, which no node is: code names a task only where its last node binds a value. */
function numberTasks(block: Block, counter = { last: 0 }): Block {
  return block.map((statement): Statement => {
    switch (statement.kind) {
      case "branch":
        return { ...statement, arms: statement.arms.map((arm) => ({ ...arm, body: numberTasks(arm.body, counter) })) };
      case "guard":
      case "forEach":
      case "repeat":
        return { ...statement, body: numberTasks(statement.body, counter) };
      case "parallel":
        return { ...statement, arms: statement.arms.map((arm) => numberTasks(arm, counter)) };
      case "tasks": {
        const numbers = new Map(statement.tasks.map(({ name }) => [name, `${++counter.last}`]));
        const number = (name: string): string => numbers.get(name) ?? "";
        const tasks = statement.tasks.map(({ name, after, body }): Task => ({
          name: number(name),
          after: after.map(number),
          body: numberTasks(body, counter),
        }));
        return { ...statement, tasks };
      }
      default:
        return statement;
    }
  });
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

function kindOf(place: NodePlace): string {
  return raiseNode(asNode(place), "", undefined).kind;
}

function configOf(place: NodePlace, catalog: Catalog): unknown {
  const { kind, config } = raiseNode(asNode(place), "", undefined);
  const facts = nodeKind(kind, catalog);
  return facts ? canonicalConfig(config ?? {}, (path) => fieldForm(facts, path)) : config;
}
