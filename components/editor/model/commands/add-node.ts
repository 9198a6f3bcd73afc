import type { Graph, GraphEdge, GraphNode } from "../../../../codegen/schema/graph.ts";
import type { Json } from "../../../../codegen/schema/json.ts";
import { isContainer, portOf } from "../../../../codegen/schema/node-facts.ts";
import type { Edited } from "../edited.ts";
import { edgeIds, freshEdgeId, freshId, freshVariable, takenNames } from "../fresh-id.ts";
import type { Point, Sizes } from "../geometry.ts";
import { unmeasured } from "../geometry.ts";
import { indexOf } from "../graph-index.ts";
import { mainPort } from "../ports.ts";
import { selectNodes } from "../selection.ts";
import { suggestName } from "../suggest-name.ts";
import { canConnect } from "./can-connect.ts";
import { defaultConfig } from "./default-config.ts";
import { makeRoom, placeAfter } from "./place-node.ts";

/** A node to add. Without `position` it is placed: right of the node it comes after, in the middle of the edge it is put on. */
export interface NewNode {
  readonly kind: string;
  /** Relative to the container. */
  readonly position?: Point;
  /** The container; that of the node or edge it is added to, when there is one. */
  readonly parent?: string;
  /** Over what a node of the kind starts with. */
  readonly config?: Readonly<Record<string, Json>>;
  /** What it is called; else a name is made from the kind. */
  readonly id?: string;
  /** Connect it to this port. */
  readonly after?: { readonly node: string; readonly port: string };
  /** Put it on this edge, between its ends; what comes after moves right where there is no room. */
  readonly onEdge?: string;
}

/**
 * The graph with one more node, selected. Its label stays empty: what a node does, its kind says on the canvas and the call in the code.
 * A second trigger is not added.
 */
export function addNode(graph: Graph, wanted: NewNode, sizes: Sizes = unmeasured): Edited & { readonly id: string | undefined } {
  const index = indexOf(graph);
  if (wanted.kind === "trigger" && graph.nodes.some((node) => node.kind === "trigger")) {
    return { graph, selection: selectNodes([]), id: undefined };
  }
  const edge = wanted.onEdge === undefined ? undefined : index.edges.get(wanted.onEdge);
  const before = index.nodes.get(edge?.source ?? wanted.after?.node ?? "");
  const taken = takenNames(graph);
  const id = freshId(wanted.id ?? suggestName(wanted.kind), taken);
  const node: GraphNode = { id, kind: wanted.kind, config: { ...defaultConfig(wanted.kind), ...wanted.config } };
  const variable = node.config?.["as"];
  if (node.kind === "control.forEach" && typeof variable === "string") node.config = { ...node.config, as: freshVariable(variable, taken) };
  const parent = before && before.kind !== "note" ? before.parent : wanted.parent;
  const home = wanted.kind === "trigger" ? undefined : index.nodes.get(parent ?? "");
  if (home && isContainer(home)) node.parent = home.id;
  const { x, y } = wanted.position ?? placeAfter(graph, node, before?.id, sizes);
  node.position = { x, y };
  let next: Graph = { ...graph, nodes: [...graph.nodes, node] };
  if (edge) next = putOnEdge(next, edge, node, wanted.position === undefined ? sizes : undefined);
  else if (wanted.after) next = addEdge(next, wanted.after.node, wanted.after.port, id);
  return { graph: next, selection: selectNodes([id]), id };
}

/** The edge then leads to the new node and a new edge on to the former target; a node that ends a chain is added beside it. */
function putOnEdge(graph: Graph, edge: GraphEdge, node: GraphNode, sizes: Sizes | undefined): Graph {
  const port = mainPort(node);
  if (node.kind === "note" || node.kind === "trigger") return graph;
  if (port === undefined) return addEdge(graph, edge.source, portOf(edge), node.id);
  const edges = graph.edges.map((other) => (other === edge ? { ...edge, target: node.id } : other));
  const connected = addEdge({ ...graph, edges }, node.id, port, edge.target);
  return sizes ? makeRoom(connected, node.id, edge.target, sizes) : connected;
}

function addEdge(graph: Graph, source: string, port: string, target: string): Graph {
  if (canConnect(graph, { source, port, target }) !== true) return graph;
  const id = freshEdgeId(edgeIds(graph));
  return { ...graph, edges: [...graph.edges, port === "out" ? { id, source, target } : { id, source, port, target }] };
}
