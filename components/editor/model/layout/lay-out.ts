import type { ElkNode } from "elkjs/lib/elk-api.js";
import type { Graph } from "../../../../codegen/schema/graph.ts";
import type { Point, Size, Sizes } from "../geometry.ts";
import { positionOf } from "../geometry.ts";
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
  const part = only === undefined ? undefined : outermost(graph, only);
  const parent = part?.[0]?.parent;
  const ids = part && new Set(part.filter((node) => node.parent === parent).map((node) => node.id));
  const answer = await engine(toElk(graph, sizes, parent, ids));
  const anchor = ids ? cornerOf(graph, answer, ids) : anchorOf(graph, answer);
  const positions = new Map<string, Point>();
  const containers = new Map<string, Size>();
  const read = (node: ElkNode, { x: dx, y: dy }: Point): void => {
    for (const child of node.children ?? []) {
      positions.set(child.id, { x: Math.round((child.x ?? 0) + dx), y: Math.round((child.y ?? 0) + dy) });
      const hasSize = indexOf(graph).nodes.get(child.id)?.size !== undefined;
      if (hasSize && (child.children?.length ?? 0) > 0) {
        containers.set(child.id, { width: Math.ceil(child.width ?? 0), height: Math.ceil(child.height ?? 0) });
      }
      read(child, { x: 0, y: 0 });
    }
  };
  read(answer, anchor);
  return { positions, sizes: containers };
}

/** So that the trigger stays where it is. */
function anchorOf(graph: Graph, answer: ElkNode): Point {
  const trigger = graph.nodes.find((node) => node.kind === "trigger");
  const placed = answer.children?.find((child) => child.id === trigger?.id);
  if (!trigger || !placed) return { x: 0, y: 0 };
  const { x, y } = positionOf(trigger);
  return { x: x - (placed.x ?? 0), y: y - (placed.y ?? 0) };
}

function cornerOf(graph: Graph, answer: ElkNode, ids: ReadonlySet<string>): Point {
  const before = graph.nodes.filter((node) => ids.has(node.id)).map(positionOf);
  const after = answer.children ?? [];
  const least = (values: readonly number[]): number => (values.length === 0 ? 0 : Math.min(...values));
  return {
    x: least(before.map(({ x }) => x)) - least(after.map((child) => child.x ?? 0)),
    y: least(before.map(({ y }) => y)) - least(after.map((child) => child.y ?? 0)),
  };
}
