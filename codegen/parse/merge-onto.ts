import type { Catalog } from "../catalog.ts";
import { canonicalConfig } from "../expression/index.ts";
import { printSchemaText } from "../emit/input-type.ts";
import type { WorkflowIr } from "../ir/ir.ts";
import { indexGraph, readRegion } from "../lower/read-region.ts";
import { makeStatement } from "../lower/make-statement.ts";
import type { Graph, GraphEdge, GraphNode } from "../schema/graph.ts";
import { configOf, fieldForm, isContainer, nodeKind, portOf } from "../schema/node-facts.ts";
import { equivalent } from "./equivalent.ts";
import type { NodeStatement } from "./raise-node.ts";
import { raiseNode } from "./raise-node.ts";

/** The base with what the code says of its nodes, where the code's shape is that of the base: no edge changes. */
export function updateNodes(made: readonly GraphNode[], ir: WorkflowIr, base: Graph, catalog: Catalog): Graph {
  const known = new Map(made.map((node) => [node.id, node]));
  const catching = findCatching(base);
  const graph: Graph = { ...base, name: ir.name, nodes: base.nodes.map((node) => mergeNode(node, known.get(node.id), catching, catalog)) };
  setText(graph, "title", ir.title);
  setText(graph, "description", ir.description);
  return structuredClone(graph);
}

/** A freshly raised graph in the clothes of the document it came from. */
export function mergeOnto(fresh: Graph, base: Graph, catalog: Catalog): Graph {
  const fillers = new Set(fresh.nodes.filter((node) => node.disabled === true).map((node) => node.id));
  const nodes = mergeNodes({ ...fresh, nodes: fresh.nodes.filter((node) => !fillers.has(node.id)) }, base, catalog);
  const ids = new Set(nodes.map((node) => node.id));
  const kept = base.edges.filter((edge) => ids.has(edge.source) && ids.has(edge.target));
  const graph: Graph = { ...base, name: fresh.name, nodes, edges: kept };
  setText(graph, "title", fresh.title);
  setText(graph, "description", fresh.description);
  if (means(graph, fresh, catalog)) return structuredClone(graph);
  return structuredClone(mergeEdges(graph, fresh, fillers, catalog));
}

function setText(graph: Graph, field: "title" | "description", text: string | undefined): void {
  if ((graph[field] ?? "") === (text ?? "")) return;
  if (text === undefined || text === "") delete graph[field];
  else graph[field] = text;
}

/** The base's nodes that are still there, in the base's order, new ones after the one that precedes them in the code. */
function mergeNodes(fresh: Graph, base: Graph, catalog: Catalog): GraphNode[] {
  const made = new Map(fresh.nodes.map((node) => [node.id, node]));
  const running = findRunning(base, catalog);
  const former = new Map(base.nodes.map((node) => [node.id, node]));
  const stays = (node: GraphNode): boolean => {
    if (made.has(node.id)) return true;
    if (running.has(node.id)) return false;
    const parent = node.parent === undefined ? undefined : former.get(node.parent);
    return node.parent === undefined || made.has(node.parent) || (parent !== undefined && stays(parent));
  };
  const order = base.nodes.filter(stays).map((node) => node.id);
  const present = new Set(order);
  let previous: string | undefined;
  for (const { id } of fresh.nodes) {
    if (!present.has(id)) order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, id);
    previous = id;
  }
  const merged = new Map<string, GraphNode>();
  const catching = findCatching(fresh);
  for (const node of base.nodes) if (present.has(node.id)) merged.set(node.id, mergeNode(node, made.get(node.id), catching, catalog));
  let last: GraphNode | undefined;
  for (const node of fresh.nodes) {
    const known = merged.get(node.id) ?? { ...node, position: placeAfter(last, node) };
    merged.set(node.id, known);
    last = known;
  }
  return order.flatMap((id) => merged.get(id) ?? []);
}

function placeAfter(previous: GraphNode | undefined, node: GraphNode): { x: number; y: number } {
  if (!previous?.position || previous.parent !== node.parent) return { x: 0, y: 0 };
  return { x: previous.position.x + 280, y: previous.position.y };
}

/** The nodes of the base that are in its code. */
function findRunning(base: Graph, catalog: Catalog): Set<string> {
  const running = new Set<string>();
  try {
    const index = indexGraph(base, catalog);
    running.add(index.trigger.id);
    const levels = [""];
    for (const container of levels) {
      for (const node of readRegion(index, container).items) {
        running.add(node.id);
        if (isContainer(node)) levels.push(node.id);
      }
    }
  } catch {
    // A document that can't be compiled: nothing of it is known to have been in the code.
    for (const node of base.nodes) if (node.kind !== "note" && node.disabled !== true) running.add(node.id);
  }
  return running;
}

/** The nodes whose failures lead somewhere: `onError` means nothing there, and no code says it. */
function findCatching(graph: Graph): ReadonlySet<string> {
  return new Set(graph.edges.flatMap((edge) => (edge.port === "error" ? [edge.source] : [])));
}

function mergeNode(base: GraphNode, fresh: GraphNode | undefined, catching: ReadonlySet<string>, catalog: Catalog): GraphNode {
  if (!fresh) return base;
  const plain = normaliseNode(base, catching.has(base.id));
  const merged: GraphNode = { ...base, kind: fresh.kind };
  if (!plain || !sameConfig(plain, fresh, catalog)) assign(merged, "config", fresh.config);
  if ((base.label ?? "") !== (fresh.label ?? "")) assign(merged, "label", fresh.label);
  if (base.kind !== fresh.kind || (plain?.connection ?? "") !== (fresh.connection ?? "")) assign(merged, "connection", fresh.connection);
  if (!plain || JSON.stringify(sortPolicy(plain)) !== JSON.stringify(sortPolicy(fresh))) assign(merged, "policy", fresh.policy);
  if (printOutput(plain) !== printOutput(fresh)) assign(merged, "output", fresh.output);
  if (base.parent !== fresh.parent) assign(merged, "parent", fresh.parent);
  if (base.disabled === true) delete merged.disabled;
  return merged;
}

/** The node as its code would give it back; undefined when its config can't be compiled. */
function normaliseNode(node: GraphNode, catches: boolean): GraphNode | undefined {
  if (node.kind === "trigger") return node;
  try {
    const statement = makeStatement(node, catches, []);
    return raiseNode(statement as NodeStatement, node.id, node.parent);
  } catch {
    return undefined;
  }
}

function sameConfig(a: GraphNode, b: GraphNode, catalog: Catalog): boolean {
  const facts = nodeKind(a.kind, catalog);
  if (!facts || a.kind !== b.kind) return false;
  const print = (node: GraphNode): string => JSON.stringify(canonicalConfig(configOf(node), (path) => fieldForm(facts, path)));
  return JSON.stringify(configOf(a)) === JSON.stringify(configOf(b)) || print(a) === print(b);
}

/** The type as code says it: schemas of the same type are the same to it. */
function printOutput(node: GraphNode | undefined): string | undefined {
  return node?.output === undefined ? undefined : printSchemaText(node.output);
}

function sortPolicy({ policy }: GraphNode): unknown {
  return [policy?.retries, policy?.timeout, policy?.onError];
}

function assign<Field extends keyof GraphNode>(node: GraphNode, field: Field, value: GraphNode[Field] | undefined): void {
  if (value === undefined) delete node[field];
  else node[field] = value;
}

/** Whether a graph means what another does; not when it has no meaning. */
function means(graph: Graph, other: Graph, catalog: Catalog): boolean {
  try {
    return equivalent(graph, other, catalog);
  } catch {
    return false;
  }
}

/** How many edges of the base are tried one by one before the rest is given up. */
const MOST_TRIALS = 400;

/** The raised edges, and those of the base that change nothing beside them. */
function mergeEdges(graph: Graph, fresh: Graph, fillers: ReadonlySet<string>, catalog: Catalog): Graph {
  const former = new Map(graph.edges.map((edge) => [nameEnds(edge), edge]));
  const fills = (edge: GraphEdge): boolean => fillers.has(edge.source) || fillers.has(edge.target);
  const raised = fresh.edges.filter((edge) => !fills(edge));
  const drawn = new Set(raised.map(nameEnds));
  const extra = graph.edges.filter((edge) => !drawn.has(nameEnds(edge)));
  const numberEdge = numberEdges(graph.edges);
  const own = raised.map((edge) => former.get(nameEnds(edge)) ?? { ...edge, id: numberEdge() });
  const all: Graph = { ...graph, edges: [...own, ...extra] };
  if (means(all, fresh, catalog)) return sortEdges(dropImplied(all, own, former, fresh, catalog), graph);
  const fill = fresh.nodes.filter((node) => fillers.has(node.id));
  const fillEdges = fresh.edges.filter(fills).map((edge) => ({ ...edge, id: numberEdge() }));
  let merged: Graph = { ...graph, nodes: [...graph.nodes, ...fill], edges: [...own, ...fillEdges] };
  for (const edge of extra.slice(0, MOST_TRIALS)) {
    const more = { ...merged, edges: [...merged.edges, edge] };
    if (means(more, fresh, catalog)) merged = more;
  }
  merged = dropImplied(merged, own, former, fresh, catalog);
  return sortEdges(dropFillers(merged, fresh, fillers, catalog), graph);
}

/** Without raised edges that the base draws through disabled nodes instead. */
function dropImplied(
  graph: Graph,
  own: readonly GraphEdge[],
  former: ReadonlyMap<string, GraphEdge>,
  fresh: Graph,
  catalog: Catalog,
): Graph {
  const disabled = new Set(graph.nodes.filter((node) => node.disabled === true).map((node) => node.id));
  const passing = new Set(graph.edges.flatMap((edge) => (disabled.has(edge.source) ? [edge.target] : [])));
  for (const edge of own) {
    if (former.has(nameEnds(edge)) || !passing.has(edge.target)) continue;
    const less = { ...graph, edges: graph.edges.filter((other) => other !== edge) };
    if (means(less, fresh, catalog)) graph = less;
  }
  return graph;
}

/** Without the empty steps in whose place the base has others. */
function dropFillers(graph: Graph, fresh: Graph, fillers: ReadonlySet<string>, catalog: Catalog): Graph {
  const waiting = new Set(graph.edges.flatMap((edge) => (fillers.has(edge.source) ? [edge.source] : [])));
  const idle = new Set([...waiting].filter((id) => means(dropNodes(graph, new Set([id])), fresh, catalog)));
  if (idle.size > 1 && !means(dropNodes(graph, idle), fresh, catalog)) idle.clear();
  for (const edge of graph.edges) {
    if (waiting.has(edge.target)) continue;
    const others = graph.edges.filter((other) => other.source === edge.source && portOf(other) === "error" && other !== edge);
    if (fillers.has(edge.target) && others.length > 0) idle.add(edge.target);
  }
  return dropNodes(graph, idle);
}

function dropNodes(graph: Graph, dropped: ReadonlySet<string>): Graph {
  return {
    ...graph,
    nodes: graph.nodes.filter((node) => !dropped.has(node.id)),
    edges: graph.edges.filter((edge) => !dropped.has(edge.source) && !dropped.has(edge.target)),
  };
}

/** Edges that were there keep their order, new ones follow. */
function sortEdges(graph: Graph, former: Graph): Graph {
  const places = new Map(former.edges.map((edge, place) => [edge.id, place]));
  const place = (edge: GraphEdge): number => places.get(edge.id) ?? former.edges.length;
  return { ...graph, edges: [...graph.edges].sort((a, b) => place(a) - place(b)) };
}

function nameEnds(edge: GraphEdge): string {
  return JSON.stringify([edge.source, portOf(edge), edge.target]);
}

function numberEdges(edges: readonly GraphEdge[]): () => string {
  const taken = new Set(edges.map((edge) => edge.id));
  let number = 0;
  return () => {
    do number++;
    while (taken.has(`e${number}`));
    return `e${number}`;
  };
}
