import type { Graph, GraphEdge, GraphNode } from "../../../codegen/schema/graph.ts";

/** A graph by what commands ask of it. Made once for a graph and kept as long as the graph. */
export interface GraphIndex {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
  /** The nodes directly in a container, in the document's order; `undefined` is the top. */
  children(parent: string | undefined): readonly GraphNode[];
  incoming(id: string): readonly GraphEdge[];
  outgoing(id: string): readonly GraphEdge[];
}

const none: readonly never[] = [];
const indexes = new WeakMap<Graph, GraphIndex>();

export function indexOf(graph: Graph): GraphIndex {
  const known = indexes.get(graph);
  if (known) return known;
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const edges = new Map(graph.edges.map((edge) => [edge.id, edge]));
  const children = Map.groupBy(graph.nodes, (node) => node.parent);
  const incoming = Map.groupBy(graph.edges, (edge) => edge.target);
  const outgoing = Map.groupBy(graph.edges, (edge) => edge.source);
  const made: GraphIndex = {
    nodes,
    edges,
    children: (parent) => children.get(parent) ?? none,
    incoming: (id) => incoming.get(id) ?? none,
    outgoing: (id) => outgoing.get(id) ?? none,
  };
  indexes.set(graph, made);
  return made;
}

/** These nodes and everything inside them, however deep. */
export function withDescendants(graph: Graph, ids: Iterable<string>): Set<string> {
  const index = indexOf(graph);
  const found = new Set<string>();
  const queue = [...ids].filter((id) => index.nodes.has(id));
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    for (const child of index.children(id)) queue.push(child.id);
  }
  return found;
}

/** The containers around a node, innermost first. */
export function ancestorsOf(graph: Graph, id: string): string[] {
  const { nodes } = indexOf(graph);
  const found: string[] = [];
  for (let parent = nodes.get(id)?.parent; parent !== undefined && !found.includes(parent); parent = nodes.get(parent)?.parent) {
    found.push(parent);
  }
  return found;
}

/** Of these nodes those that no other one of them holds: what a container carries along moves with it. In the document's order. */
export function outermost(graph: Graph, ids: Iterable<string>): GraphNode[] {
  const wanted = new Set(ids);
  return graph.nodes.filter((node) => wanted.has(node.id) && !ancestorsOf(graph, node.id).some((id) => wanted.has(id)));
}

/** Whether one node leads to another by edges, over any number of nodes; a node leads to itself. */
export function leadsTo(graph: Graph, from: string, to: string): boolean {
  const index = indexOf(graph);
  const seen = new Set([from]);
  const queue = [from];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id === to) return true;
    for (const { target } of index.outgoing(id)) {
      if (seen.has(target)) continue;
      seen.add(target);
      queue.push(target);
    }
  }
  return false;
}
