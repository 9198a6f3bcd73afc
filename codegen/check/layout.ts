import type { Graph, GraphEdge, GraphNode } from "../schema/graph.ts";
import { isContainer, isNeverChosen, portOf } from "../schema/node-facts.ts";
import type { Level } from "./level.ts";
import { createLevel } from "./level.ts";

/**
 * What becomes of a node: it is part of the code; is skipped and passes through; is not reached; is reached only by edges that are
 * never live; is text on the canvas; or sits in a container that does not exist.
 */
export type Status = "active" | "disabled" | "loose" | "dead" | "note" | "misplaced";

/** Where the nodes of a graph are and what precedes what, read as far as the graph makes sense. */
export interface Layout {
  /** The first node of each id. */
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly trigger: GraphNode | undefined;
  /** The top under `""`, and the inside of each container under its id. */
  readonly levels: ReadonlyMap<string, Level>;
  readonly statuses: ReadonlyMap<GraphNode, Status>;
  /** A node's edges on its `error` port, as far as they lead somewhere. */
  readonly errorEdges: ReadonlyMap<string, readonly GraphEdge[]>;
}

/** Reads where nodes are, what precedes what, and which of them run. Edges and parents that make no sense are left out. */
export function readLayout(graph: Graph): Layout {
  const nodes = new Map<string, GraphNode>();
  for (const node of graph.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node);
  const trigger = graph.nodes.find((node) => node.kind === "trigger");
  const members = groupByContainer(nodes);
  const edges = new Map<string, GraphEdge[]>();
  const errorEdges = new Map<string, GraphEdge[]>();
  for (const edge of graph.edges) {
    const source = nodes.get(edge.source);
    const target = nodes.get(edge.target);
    if (!source || !target || source.parent !== target.parent || !isConnectable(source) || !isConnectable(target)) continue;
    if (target.kind === "trigger") continue;
    push(edges, source.parent ?? "", edge);
    if (portOf(edge) === "error") push(errorEdges, source.id, edge);
  }
  const levels = new Map<string, Level>();
  const statuses = new Map<GraphNode, Status>();
  for (const node of graph.nodes) statuses.set(node, node.kind === "note" ? "note" : "misplaced");
  const queue: { id: string; status: Status }[] = [{ id: "", status: "active" }];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const level = createLevel(members.get(next.id) ?? [], edges.get(next.id) ?? []);
    levels.set(next.id, level);
    for (const [index, node] of level.nodes.entries()) {
      const status = next.status === "active" ? findStatus(level, index, statuses, next.id !== "") : next.status;
      statuses.set(node, status);
    }
    for (const node of level.nodes) {
      if (isContainer(node)) queue.push({ id: node.id, status: statuses.get(node) ?? "misplaced" });
    }
  }
  return { nodes, trigger, levels, statuses, errorEdges };
}

function groupByContainer(nodes: ReadonlyMap<string, GraphNode>): Map<string, GraphNode[]> {
  const members = new Map<string, GraphNode[]>();
  for (const node of nodes.values()) {
    if (node.kind === "note") continue;
    const parent = node.parent === undefined ? undefined : nodes.get(node.parent);
    if (node.parent === undefined || (parent && isContainer(parent))) push(members, node.parent ?? "", node);
  }
  return members;
}

/** Nodes are asked in their order, so that what precedes a node is known. */
function findStatus(level: Level, index: number, statuses: ReadonlyMap<GraphNode, Status>, inContainer: boolean): Status {
  const node = level.nodes[index];
  if (!node) return "misplaced";
  let reached = false;
  let alive = false;
  for (const edge of level.incoming[index] ?? []) {
    const source = level.nodes[edge.source];
    const status = source ? statuses.get(source) : undefined;
    if (status !== "active" && status !== "disabled" && status !== "dead") continue;
    reached = true;
    const isOpen = source !== undefined && !isNeverChosen(source, edge.port);
    alive ||= (status === "active" && isOpen) || (status === "disabled" && edge.port !== "error");
  }
  const starts = node.kind === "trigger" || (inContainer && (level.incoming[index] ?? []).length === 0);
  if (starts || alive) return node.disabled === true ? "disabled" : "active";
  return reached || inContainer ? "dead" : "loose";
}

function isConnectable(node: GraphNode): boolean {
  return node.kind !== "note";
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
