import type { Graph } from "../../codegen/schema/graph.ts";
import { graphSchema } from "../../codegen/schema/graph.ts";

interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly tone: "start" | "frame" | "plain";
}

/** What a sketch draws: boxes at their places, and the paths of threads between them, in the document's pixels. */
export interface Sketch {
  readonly boxes: readonly Box[];
  readonly threads: readonly string[];
  readonly width: number;
  readonly height: number;
}

const NODE = { width: 220, height: 72 };
/** Beside and below what a container holds. */
const MARGIN = 24;
const NOTHING: Sketch = { boxes: [], threads: [], width: NODE.width, height: NODE.height };

/** Lays out a document as a sketch, its upper left corner at 0, 0; nothing for what is no document. */
export function sketchGraph(document: unknown): Sketch {
  const parsed = graphSchema.safeParse(document);
  if (!parsed.success || parsed.data.nodes.length === 0) return NOTHING;
  const boxes = placeBoxes(parsed.data);
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const placed = boxes.map((box) => ({ ...box, x: box.x - left, y: box.y - top }));
  const byId = new Map(placed.map((box) => [box.id, box]));
  const threads = parsed.data.edges.flatMap(({ source, target }) => {
    const [from, to] = [byId.get(source), byId.get(target)];
    return from && to ? [drawThread(from, to)] : [];
  });
  return {
    boxes: placed,
    threads: [...new Set(threads)],
    width: Math.max(...placed.map(({ x, width }) => x + width)),
    height: Math.max(...placed.map(({ y, height }) => y + height)),
  };
}

/** Containers before what is in them, so that they are drawn behind. */
function placeBoxes(graph: Graph): Box[] {
  const children = Map.groupBy(
    graph.nodes.filter(({ kind }) => kind !== "note"),
    ({ parent }) => parent ?? "",
  );
  const place = (parent: string, offset: { readonly x: number; readonly y: number }): Box[] =>
    (children.get(parent) ?? []).flatMap(({ id, kind, position, size, collapsed }) => {
      const at = { x: offset.x + (position?.x ?? 0), y: offset.y + (position?.y ?? 0) };
      const inside = collapsed === true ? [] : place(id, at);
      if (inside.length === 0) return [{ id, ...at, ...NODE, tone: kind === "trigger" ? ("start" as const) : ("plain" as const) }];
      const width = Math.max(size?.width ?? 0, ...inside.map((box) => box.x + box.width - at.x + MARGIN));
      const height = Math.max(size?.height ?? 0, ...inside.map((box) => box.y + box.height - at.y + MARGIN));
      return [{ id, ...at, width, height, tone: "frame" as const }, ...inside];
    });
  return place("", { x: 0, y: 0 });
}

function drawThread(from: Box, to: Box): string {
  const [x1, y1] = [from.x + from.width, from.y + Math.min(from.height / 2, NODE.height / 2)];
  const [x2, y2] = [to.x, to.y + Math.min(to.height / 2, NODE.height / 2)];
  const bend = Math.max(40, Math.abs(x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}
