import type { Graph, GraphEdge, GraphNode } from "../../../codegen/schema/graph.ts";

/** The graph with its nodes changed; the same graph when none is. */
export function changeNodes(graph: Graph, change: (node: GraphNode) => GraphNode): Graph {
  const nodes = mapSame(graph.nodes, change);
  return nodes === graph.nodes ? graph : { ...graph, nodes };
}

/** The graph with its edges changed; the same graph when none is. */
export function changeEdges(graph: Graph, change: (edge: GraphEdge) => GraphEdge): Graph {
  const edges = mapSame(graph.edges, change);
  return edges === graph.edges ? graph : { ...graph, edges };
}

/** The graph with fewer nodes and edges; the same graph when all stay. */
export function keep(graph: Graph, keepNode: (node: GraphNode) => boolean, keepEdge: (edge: GraphEdge) => boolean): Graph {
  const nodes = filterSame(graph.nodes, keepNode);
  const edges = filterSame(graph.edges, keepEdge);
  return nodes === graph.nodes && edges === graph.edges ? graph : { ...graph, nodes, edges };
}

/** An object with a property set, or without it when the value is undefined; the same object when it has it already. */
export function withProperty<T extends object, Key extends keyof T>(object: T, key: Key, value: T[Key] | undefined): T {
  if (Object.is(object[key], value)) return object;
  const next = { ...object };
  if (value === undefined) delete next[key];
  else next[key] = value;
  return next;
}

function mapSame<T>(list: T[], change: (item: T) => T): T[] {
  let changed = false;
  const next = list.map((item) => {
    const result = change(item);
    changed ||= result !== item;
    return result;
  });
  return changed ? next : list;
}

function filterSame<T>(list: T[], keepItem: (item: T) => boolean): T[] {
  const next = list.filter(keepItem);
  return next.length === list.length ? list : next;
}
