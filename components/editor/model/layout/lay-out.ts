import type { ElkNode } from "elkjs/lib/elk-api.js";
import type { Graph, GraphNode } from "../../../../codegen/schema/graph.ts";
import { isContainer } from "../../../../codegen/schema/node-facts.ts";
import type { Point, Size, Sizes } from "../geometry.ts";
import { containerPadding, emptyContainerSize, nodeSize, positionOf, sizeOf } from "../geometry.ts";
import { indexOf, outermost } from "../graph-index.ts";
import { toElk } from "./to-elk.ts";

/** Where everything goes; `setPositions(graph, positions, sizes)` puts it there. */
export interface LaidOut {
  /** Relative to the containers. */
  readonly positions: ReadonlyMap<string, Point>;
  /** Of containers that a person gave a size; the others are as large as their nodes need anyway. */
  readonly sizes: Sizes;
}

/** Whoever computes it: ELK, in a worker. */
export type LayoutEngine = (question: ElkNode) => Promise<ElkNode>;

/**
 * Finds a place for each node: columns from left to right along the edges, containers around theirs, ports in their order. Notes stay where
 * they are, and so does the trigger; of a part of the nodes (`only`, of one container) its upper left corner. The same graph and sizes give
 * the same layout.
 */
export async function layOut(graph: Graph, sizes: Sizes, engine: LayoutEngine, only?: Iterable<string>): Promise<LaidOut> {
  const layout = new Layout(graph, sizes, engine);
  const part = only && outermost(graph, only);
  const parent = part?.[0]?.parent;
  const members = (part ?? indexOf(graph).children(undefined)).filter((node) => node.parent === parent && node.kind !== "note");
  await layout.arrange(members, (placed) => (part ? cornerOf(members, placed) : anchorOf(graph, placed)));
  return layout;
}

type Placed = ReadonlyMap<string, Point>;

class Layout implements LaidOut {
  readonly positions = new Map<string, Point>();
  readonly sizes = new Map<string, Size>();
  readonly #graph: Graph;
  readonly #measured: Sizes;
  readonly #engine: LayoutEngine;
  /** Of containers, as they become. */
  readonly #frames = new Map<string, Size>();

  constructor(graph: Graph, measured: Sizes, engine: LayoutEngine) {
    this.#graph = graph;
    this.#measured = measured;
    this.#engine = engine;
  }

  /** Arranges nodes of one container, what they hold first: how large a container is decides what stands beside it. */
  async arrange(members: readonly GraphNode[], anchor: (placed: Placed) => Point): Promise<void> {
    for (const node of members) {
      if (isContainer(node) && node.collapsed !== true && !this.#frames.has(node.id)) await this.#fill(node);
    }
    const answer = await this.#engine(toElk(this.#graph, members, (id) => this.#sizeOf(id)));
    const placed = new Map((answer.children ?? []).map((child): [string, Point] => [child.id, { x: child.x ?? 0, y: child.y ?? 0 }]));
    const { x, y } = anchor(placed);
    for (const [id, point] of placed) this.positions.set(id, { x: Math.round(point.x + x), y: Math.round(point.y + y) });
  }

  async #fill(container: GraphNode): Promise<void> {
    // Known before what is inside is looked at, so that an odd document with a container inside itself comes to an end.
    this.#frames.set(container.id, emptyContainerSize);
    const inside = indexOf(this.#graph).children(container.id);
    await this.arrange(
      inside.filter((node) => node.kind !== "note"),
      (placed) => leadTo(placed, { x: containerPadding.left, y: containerPadding.top }),
    );
    if (inside.length === 0) return;
    let { width, height } = nodeSize;
    for (const node of inside) {
      const { x, y } = this.positions.get(node.id) ?? positionOf(node);
      const size = this.#sizeOf(node.id);
      width = Math.max(width, x + size.width + containerPadding.right);
      height = Math.max(height, y + size.height + containerPadding.bottom);
    }
    this.#frames.set(container.id, { width, height });
    if (container.size !== undefined) this.sizes.set(container.id, { width, height });
  }

  #sizeOf(id: string): Size {
    return this.#frames.get(id) ?? sizeOf(this.#graph, id, this.#measured);
  }
}

/** What moves nodes so that their upper left corner is at a point. */
function leadTo(placed: Placed, { x, y }: Point): Point {
  const points = [...placed.values()];
  if (points.length === 0) return { x, y };
  return { x: x - Math.min(...points.map((point) => point.x)), y: y - Math.min(...points.map((point) => point.y)) };
}

/** So that the trigger stays where it is. */
function anchorOf(graph: Graph, placed: Placed): Point {
  const trigger = graph.nodes.find((node) => node.kind === "trigger");
  const point = placed.get(trigger?.id ?? "");
  if (!trigger || !point) return leadTo(placed, { x: 0, y: 0 });
  const { x, y } = positionOf(trigger);
  return { x: x - point.x, y: y - point.y };
}

function cornerOf(members: readonly GraphNode[], placed: Placed): Point {
  const before = new Map(members.map((node) => [node.id, positionOf(node)]));
  const { x, y } = leadTo(before, { x: 0, y: 0 });
  return leadTo(placed, { x: -x, y: -y });
}
