import type { GraphEdge, GraphNode } from "../schema/graph.ts";
import { isNeverChosen, portOf } from "../schema/node-facts.ts";

/** An edge by the places of its ends in the level's order. */
interface LevelEdge {
  readonly source: number;
  readonly port: string;
}

/** The nodes of one container, or of the top, in an order in which they can start. */
export interface Level {
  readonly nodes: readonly GraphNode[];
  readonly places: ReadonlyMap<string, number>;
  readonly incoming: readonly (readonly LevelEdge[])[];
  /** Cycles, each as the ids along it, the first repeated at the end; the order is as if their last edge were not there. */
  readonly cycles: readonly (readonly string[])[];
  /** For each node, as bits, the nodes before it by edges. */
  readonly before: Uint32Array;
  /** Whether the first node comes before the second by edges. */
  precedes(first: number, second: number): boolean;
  /** The same by edges that can be live: what only a dead edge joins may exclude each other. */
  leadsTo(first: number, second: number): boolean;
}

const maxCycles = 20;

/** Orders the nodes of a level by its edges, cutting cycles open. */
export function createLevel(members: readonly GraphNode[], edges: readonly GraphEdge[]): Level {
  const drafts = new Map(
    members.map((node) => [node.id, { node, waits: 0, outgoing: new Array<GraphEdge>(), incoming: new Array<GraphEdge>() }]),
  );
  for (const edge of edges) {
    const source = drafts.get(edge.source);
    const target = drafts.get(edge.target);
    if (!source || !target) continue;
    source.outgoing.push(edge);
    target.incoming.push(edge);
    target.waits++;
  }
  const cycles: string[][] = [];
  const cut = new Set<GraphEdge>();
  const nodes: GraphNode[] = [];
  const places = new Map<string, number>();
  const ready = [...drafts.values()].filter((draft) => draft.waits === 0).toReversed();
  while (nodes.length < drafts.size) {
    for (let draft = ready.pop(); draft; draft = ready.pop()) {
      places.set(draft.node.id, nodes.length);
      nodes.push(draft.node);
      for (const edge of draft.outgoing) {
        const target = drafts.get(edge.target);
        if (target && !cut.has(edge) && --target.waits === 0) ready.push(target);
      }
    }
    if (nodes.length === drafts.size) break;
    const cycle = findCycle(drafts, places, cut);
    if (cycles.length < maxCycles) cycles.push(cycle.path);
    for (const edge of cycle.closing) {
      cut.add(edge);
      const target = drafts.get(edge.target);
      if (target && --target.waits === 0) ready.push(target);
    }
  }
  const incoming = nodes.map((node) =>
    (drafts.get(node.id)?.incoming ?? [])
      .filter((edge) => !cut.has(edge))
      .map((edge) => ({ source: places.get(edge.source) ?? 0, port: portOf(edge) })),
  );
  const width = (nodes.length + 31) >>> 5;
  const before = closeOver(incoming, width);
  const isDead = ({ source, port }: LevelEdge): boolean => {
    const node = nodes[source];
    return node !== undefined && (isNeverChosen(node, port) || (node.disabled === true && port === "error"));
  };
  const live = incoming.map((list) => (list.some(isDead) ? list.filter((edge) => !isDead(edge)) : list));
  const leading = live.every((list, index) => list === incoming[index]) ? before : closeOver(live, width);
  const holds = (rows: Uint32Array, first: number, second: number): boolean =>
    (((rows[second * width + (first >>> 5)] ?? 0) >>> (first & 31)) & 1) === 1;
  return {
    nodes,
    places,
    incoming,
    cycles,
    before,
    precedes: (first, second) => holds(before, first, second),
    leadsTo: (first, second) => holds(leading, first, second),
  };
}

interface Draft {
  readonly node: GraphNode;
  readonly incoming: readonly GraphEdge[];
}

/** Walks backwards from a node that waits until one comes up again. `closing` are the edges from the last to the first of the path. */
function findCycle(
  drafts: ReadonlyMap<string, Draft>,
  done: ReadonlyMap<string, number>,
  cut: ReadonlySet<GraphEdge>,
): { path: string[]; closing: GraphEdge[] } {
  let at: Draft | undefined;
  for (const draft of drafts.values()) {
    if (!done.has(draft.node.id)) {
      at = draft;
      break;
    }
  }
  const seen = new Map<string, number>();
  const walk: string[] = [];
  while (at && !seen.has(at.node.id)) {
    seen.set(at.node.id, walk.length);
    walk.push(at.node.id);
    const before: GraphEdge | undefined = at.incoming.find((edge) => !done.has(edge.source) && !cut.has(edge));
    at = before ? drafts.get(before.source) : undefined;
  }
  const first = at?.node.id ?? walk[0] ?? "";
  const backwards = walk.slice(seen.get(first) ?? 0);
  // Forwards, from the node that the walk met twice.
  const loop = [first, ...backwards.slice(1).toReversed()];
  const last = loop.at(-1) ?? first;
  const closing = (drafts.get(first)?.incoming ?? []).filter((edge) => edge.source === last && !cut.has(edge));
  return { path: [...loop, first], closing };
}

/** The transitive closure of the order, as rows of bits. */
function closeOver(incoming: readonly (readonly LevelEdge[])[], width: number): Uint32Array {
  const bits = new Uint32Array(incoming.length * width);
  for (const [index, edges] of incoming.entries()) {
    const row = index * width;
    for (const { source } of edges) {
      const from = source * width;
      for (let word = 0; word < width; word++) bits[row + word] = (bits[row + word] ?? 0) | (bits[from + word] ?? 0);
      const word = row + (source >>> 5);
      bits[word] = (bits[word] ?? 0) | (1 << (source & 31));
    }
  }
  return bits;
}
