import type { Catalog } from "../catalog.ts";
import { invariant } from "../invariant.ts";
import type { Graph, GraphEdge, GraphNode } from "../schema/graph.ts";
import { alwaysDecides, hasErrorPort, isNeverChosen, portOf, portsOf } from "../schema/node-facts.ts";
import { BitRows } from "./bit-rows.ts";
import { ALWAYS, ControlTree, NEVER } from "./control-tree.ts";

/**
 * One level of a graph (the top, or a container's inside) read as an order and guards: an item starts exactly when all that
 * precede it are settled, and runs exactly when its guard holds.
 */
export interface Region {
  /** The nodes that can run, in an order in which they can start, ties by the document's order. */
  readonly items: readonly GraphNode[];
  /** Each item's place in the document. */
  readonly places: readonly number[];
  readonly guards: readonly number[];
  /** Items an edge (or a chain of disabled nodes) leads from; generates `before`. */
  readonly sources: readonly (readonly number[])[];
  /** All items that precede an item. */
  readonly before: BitRows;
  readonly tree: ControlTree;
}

/** A graph's nodes and edges by the container they live in; the key of the top is the empty string. */
export interface GraphIndex {
  readonly graph: Graph;
  readonly catalog: Catalog;
  readonly trigger: GraphNode;
  readonly children: ReadonlyMap<string, readonly GraphNode[]>;
  readonly incoming: ReadonlyMap<string, readonly GraphEdge[]>;
  readonly outgoing: ReadonlyMap<string, readonly GraphEdge[]>;
  readonly places: ReadonlyMap<string, number>;
}

/** Groups nodes by container and edges by their ends. */
export function indexGraph(graph: Graph, catalog: Catalog): GraphIndex {
  const children = new Map<string, GraphNode[]>();
  const incoming = new Map<string, GraphEdge[]>();
  const outgoing = new Map<string, GraphEdge[]>();
  const places = new Map<string, number>();
  let trigger: GraphNode | undefined;
  for (const [place, node] of graph.nodes.entries()) {
    places.set(node.id, place);
    if (node.kind === "trigger") trigger = node;
    if (node.kind !== "note" && node.kind !== "trigger") push(children, node.parent ?? "", node);
  }
  for (const edge of graph.edges) {
    push(outgoing, edge.source, edge);
    push(incoming, edge.target, edge);
  }
  invariant(trigger, "a checked graph has a trigger");
  return { graph, catalog, trigger, children, incoming, outgoing, places };
}

/** The nodes of a level that take part: at the top those the trigger leads to, in a container all. */
export function findReached(index: GraphIndex, container: string): readonly GraphNode[] {
  const nodes = index.children.get(container) ?? [];
  if (container !== "") return nodes;
  const reached = new Set<string>();
  const queue = [index.trigger.id];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const edge of index.outgoing.get(id) ?? []) {
      if (reached.has(edge.target)) continue;
      reached.add(edge.target);
      queue.push(edge.target);
    }
  }
  return nodes.filter((node) => reached.has(node.id));
}

/** Whether a failure of the node is a decision: it can fail, and an edge leaves it by `error`. */
export function catchesError(index: GraphIndex, node: GraphNode): boolean {
  return hasErrorPort(node, index.catalog) && (index.outgoing.get(node.id) ?? []).some((edge) => portOf(edge) === "error");
}

/** The ports that a node which decides may choose; none for one that doesn't. */
export function decisionPorts(index: GraphIndex, node: GraphNode): readonly string[] {
  if (!alwaysDecides(node) && !catchesError(index, node)) return [];
  return portsOf(node, index.catalog).filter((port) => !isNeverChosen(node, port));
}

/** What a settled node, run or not, means to its successors. */
interface Passage {
  readonly guard: number;
  /** Its item; -1 for a disabled node and one that can never run. */
  readonly item: number;
  /** What is settled when it is: its item, else those before it; and what it needn't follow. */
  readonly sources: readonly number[];
}

/** Reads one level of a graph; disabled nodes become empty steps, and nodes that can never run are left out. */
export function readRegion(index: GraphIndex, container: string): Region {
  const order = sortByDocument(index, findReached(index, container));
  const tree = new ControlTree();
  const items: GraphNode[] = [];
  const places: number[] = [];
  const guards: number[] = [];
  const sources: number[][] = [];
  const waivers: (readonly number[])[] = [];
  const passages = new Map<string, Passage>();
  if (container === "") passages.set(index.trigger.id, { guard: ALWAYS, item: -1, sources: [] });
  for (const node of order) {
    const lives: number[] = [];
    const from = new Set<number>();
    const direct = new Set<number>();
    let entered = false;
    for (const edge of index.incoming.get(node.id) ?? []) {
      const passage = passages.get(edge.source);
      if (!passage) continue;
      entered = true;
      direct.add(passage.item);
      lives.push(findLife(index, tree, edge, passage));
      for (const source of passage.sources) from.add(source);
    }
    const guard = entered ? tree.join(lives) : ALWAYS;
    // What an edge leads from by itself is needed unless the edge is dead; what came through disabled nodes may not be.
    const mayWaive = guard !== NEVER && (lives.includes(NEVER) || [...from].some((source) => !direct.has(source)));
    const waived = mayWaive ? waive(from, guard, { tree, guards, sources, waived: waivers }) : [];
    const before = [...from].sort((a, b) => a - b);
    const runs = node.disabled !== true && guard !== NEVER;
    passages.set(node.id, { guard, item: runs ? items.length : -1, sources: [...(runs ? [items.length] : before), ...waived] });
    if (!runs) continue;
    const ports = decisionPorts(index, node);
    if (ports.length > 0) tree.addDecision(items.length, guard, ports);
    items.push(node);
    places.push(index.places.get(node.id) ?? 0);
    guards.push(guard);
    sources.push(before);
    waivers.push(waived);
  }
  return { items, places, guards, sources, before: closeOrder(sources), tree };
}

/**
 * Takes out what can't run when a node with a given guard does: that is settled once what precedes it is. Gives what was taken out, for
 * those that follow the node may run together with it.
 */
function waive(
  from: Set<number>,
  guard: number,
  known: Pick<Region, "tree" | "guards" | "sources"> & { readonly waived: readonly (readonly number[])[] },
): number[] {
  const waived: number[] = [];
  // The loop also reaches what is added on the way.
  for (const item of from) {
    if (!known.tree.excludes(known.guards[item] ?? ALWAYS, guard)) continue;
    waived.push(item);
    for (const source of known.sources[item] ?? []) from.add(source);
    for (const source of known.waived[item] ?? []) from.add(source);
  }
  for (const item of waived) from.delete(item);
  return waived;
}

/** The transitive closure of sources that are listed in order. */
export function closeOrder(sources: readonly (readonly number[])[]): BitRows {
  const before = new BitRows(sources.length);
  for (const [item, from] of sources.entries()) {
    for (const source of from) {
      before.add(item, source);
      before.addRow(item, source);
    }
  }
  return before;
}

/** When an edge is live. */
function findLife(index: GraphIndex, tree: ControlTree, edge: GraphEdge, source: Passage): number {
  const port = portOf(edge);
  if (source.item === -1) return port === "error" && edge.source !== index.trigger.id ? NEVER : source.guard;
  return tree.literalsOf(source.item).length > 0 ? tree.literal(source.item, port) : source.guard;
}

/** Kahn's order; among nodes that are ready, the first in the document goes first. */
function sortByDocument(index: GraphIndex, nodes: readonly GraphNode[]): GraphNode[] {
  const ranks = new Map(nodes.map((node, rank) => [node.id, rank]));
  const waits = new Int32Array(nodes.length);
  for (const [rank, node] of nodes.entries()) {
    for (const edge of index.incoming.get(node.id) ?? []) if (ranks.has(edge.source)) waits[rank] = (waits[rank] ?? 0) + 1;
  }
  const ready = new RankHeap();
  for (const [rank, count] of waits.entries()) if (count === 0) ready.push(rank);
  const order: GraphNode[] = [];
  for (let rank = ready.pop(); rank !== undefined; rank = ready.pop()) {
    const node = nodes[rank];
    invariant(node, "a rank is a node's");
    order.push(node);
    for (const edge of index.outgoing.get(node.id) ?? []) {
      const target = ranks.get(edge.target);
      if (target === undefined) continue;
      const left = (waits[target] ?? 0) - 1;
      waits[target] = left;
      if (left === 0) ready.push(target);
    }
  }
  invariant(order.length === nodes.length, "a checked graph has no cycle");
  return order;
}

/** A binary heap of small numbers, least first. */
export class RankHeap {
  readonly #heap: number[] = [];

  push(rank: number): void {
    const heap = this.#heap;
    let at = heap.push(rank) - 1;
    while (at > 0) {
      const up = (at - 1) >>> 1;
      const above = heap[up] ?? 0;
      if (above <= rank) break;
      heap[at] = above;
      at = up;
    }
    heap[at] = rank;
  }

  pop(): number | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let down = at * 2 + 1;
      if (down >= heap.length) break;
      if (down + 1 < heap.length && (heap[down + 1] ?? 0) < (heap[down] ?? 0)) down++;
      const below = heap[down] ?? 0;
      if (below >= last) break;
      heap[at] = below;
      at = down;
    }
    heap[at] = last;
    return top;
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
