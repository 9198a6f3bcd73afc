import type { GraphNode } from "../schema/graph.ts";
import type { Level } from "./level.ts";

/** How a level's nodes settle, as far as it matters to what can run together. */
export interface Choices {
  /** The ports of a node that chooses one; none for a node that has run when it has settled. */
  portsOf(node: GraphNode): readonly string[];
  /** Whether an edge can be live at all. */
  isLive(source: GraphNode, port: string): boolean;
}

/** For each node of a level, as bits, the nodes that may run in the same run, as far as its own edges show. */
export interface Companions {
  readonly width: number;
  readonly bits: Uint32Array;
  /** Whether two nodes may run in the same run. Either of the two may be the one that shows that they exclude each other. */
  mayMeet(first: number, second: number): boolean;
}

/**
 * Finds what can run together. A node runs when one of its edges is live, and then the edge's source ran and chose its port; so its
 * companions are, over its edges, those of the source without the nodes that need another port of it.
 */
export function findCompanions(level: Level, choices: Choices): Companions {
  const literals = numberLiterals(level, choices);
  const excluding = findExcludingNodes(level, choices, literals);
  const size = level.nodes.length;
  const width = (size + 31) >>> 5;
  const bits = new Uint32Array(size * width);
  for (let index = 0; index < size; index++) {
    const row = index * width;
    const edges = liveEdges(level, choices, index);
    if (edges.length === 0) bits.fill(0xffffffff, row, row + width);
    for (const { source, port } of edges) {
      const literal = literals.find(source, port);
      for (let word = 0; word < width; word++) {
        const excluded = literal < 0 ? 0 : (excluding[literal * width + word] ?? 0);
        bits[row + word] = (bits[row + word] ?? 0) | ((bits[source * width + word] ?? 0) & ~excluded);
      }
    }
  }
  const has = (own: number, other: number): boolean => (((bits[own * width + (other >>> 5)] ?? 0) >>> (other & 31)) & 1) === 1;
  return { width, bits, mayMeet: (first, second) => has(first, second) && has(second, first) };
}

interface Literals {
  readonly count: number;
  /** The number of "node chose port"; -1 when the node does not choose. */
  find(node: number, port: string): number;
  /** The first literal of a node that chooses, and how many follow each other. */
  range(node: number): { readonly first: number; readonly count: number } | undefined;
}

function numberLiterals(level: Level, choices: Choices): Literals {
  const ranges = new Map<number, { first: number; count: number; ports: Map<string, number> }>();
  let count = 0;
  for (const [index, node] of level.nodes.entries()) {
    const ports = choices.portsOf(node);
    if (ports.length === 0) continue;
    ranges.set(index, { first: count, count: ports.length, ports: new Map(ports.map((port, place) => [port, count + place])) });
    count += ports.length;
  }
  return {
    count,
    find: (node, port) => ranges.get(node)?.ports.get(port) ?? -1,
    range: (node) => ranges.get(node),
  };
}

/** For each literal, as bits, the nodes that run only when its node chose another port. */
function findExcludingNodes(level: Level, choices: Choices, literals: Literals): Uint32Array {
  const size = level.nodes.length;
  const width = (size + 31) >>> 5;
  const words = (literals.count + 31) >>> 5;
  const excluded = new Uint32Array(size * words);
  const nodes = new Uint32Array(literals.count * width);
  const viaEdge = new Uint32Array(words);
  for (let index = 0; index < size; index++) {
    const row = index * words;
    for (const [place, { source, port }] of liveEdges(level, choices, index).entries()) {
      viaEdge.set(excluded.subarray(source * words, source * words + words));
      const range = literals.range(source);
      const chosen = literals.find(source, port);
      const first = range?.first ?? 0;
      const behind = first + (range?.count ?? 0);
      for (let literal = first; literal < behind; literal++) {
        if (literal !== chosen) viaEdge[literal >>> 5] = (viaEdge[literal >>> 5] ?? 0) | (1 << (literal & 31));
      }
      for (let word = 0; word < words; word++) {
        excluded[row + word] = (place === 0 ? 0xffffffff : (excluded[row + word] ?? 0)) & (viaEdge[word] ?? 0);
      }
    }
    for (let word = 0; word < words; word++) {
      for (let rest = excluded[row + word] ?? 0; rest !== 0; rest &= rest - 1) {
        const literal = word * 32 + (31 - Math.clz32(rest & -rest));
        const at = literal * width + (index >>> 5);
        nodes[at] = (nodes[at] ?? 0) | (1 << (index & 31));
      }
    }
  }
  return nodes;
}

function liveEdges(level: Level, choices: Choices, index: number): Level["incoming"][number] {
  const edges = level.incoming[index] ?? [];
  const isDead = ({ source, port }: { source: number; port: string }): boolean => {
    const node = level.nodes[source];
    return !node || !choices.isLive(node, port);
  };
  return edges.some(isDead) ? edges.filter((edge) => !isDead(edge)) : edges;
}
