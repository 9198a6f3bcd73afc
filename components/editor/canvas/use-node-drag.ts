"use client";
import type { OnNodeDrag } from "@xyflow/react";
import { useStoreApi } from "@xyflow/react";
import { useSetAtom } from "jotai";
import { useMemo, useRef } from "react";
import type { Graph } from "../../../codegen/schema/graph.ts";
import { portOf } from "../../../codegen/schema/node-facts.ts";
import { canvasText } from "../../text/canvas.ts";
import { toast } from "../../ui/toast.ts";
import { useEditor } from "../editor-context.tsx";
import { connect } from "../model/commands/connect.ts";
import { disconnect } from "../model/commands/disconnect.ts";
import { makeRoom } from "../model/commands/place-node.ts";
import { reparent } from "../model/commands/reparent.ts";
import { setPositions } from "../model/commands/set-positions.ts";
import type { Point } from "../model/geometry.ts";
import { toParent } from "../model/geometry.ts";
import { indexOf, withDescendants } from "../model/graph-index.ts";
import { mainPort } from "../model/ports.ts";
import { isOpenFrame, shapesOf, sizesOf } from "../nodes/node-shape.ts";
import { announceAtom } from "./announcer.tsx";
import { dropTargetAtom } from "./canvas-state.ts";
import { connectVerdict } from "./connect-verdict.ts";
import type { FlowEdge, FlowNode } from "./to-flow.ts";
import { fromFlowPosition } from "./to-flow.ts";

interface NodeDrag {
  readonly onNodeDragStart: OnNodeDrag<FlowNode>;
  readonly onNodeDrag: OnNodeDrag<FlowNode>;
  readonly onNodeDragStop: OnNodeDrag<FlowNode>;
}

interface DropTarget {
  readonly parent?: string;
  readonly edge?: string;
}

/**
 * Dragging nodes. They move in React Flow alone; when they are let go the document hears of it, once. A node that is let go over a frame moves
 * into it, one that leaves its frame moves out, and one without connections that is let go on an edge is put into it.
 */
export function useNodeDrag(): NodeDrag {
  const editor = useEditor();
  const store = useStoreApi<FlowNode, FlowEdge>();
  const setTarget = useSetAtom(dropTargetAtom);
  const announce = useSetAtom(announceAtom);
  const shown = useRef<DropTarget>({});

  return useMemo(() => {
    const show = (target: DropTarget): void => {
      if (target.parent === shown.current.parent && target.edge === shown.current.edge) return;
      shown.current = target;
      setTarget(target.parent === undefined && target.edge === undefined ? undefined : target);
    };
    const middleOf = (id: string): Point | undefined => {
      const node = store.getState().nodeLookup.get(id);
      if (!node) return undefined;
      const { x, y } = node.internals.positionAbsolute;
      return { x: x + (node.width ?? 0) / 2, y: y + (node.height ?? 0) / 2 };
    };
    const findTarget = (event: MouseEvent | TouchEvent, dragged: readonly FlowNode[]): DropTarget => {
      const { graph } = editor.state;
      const ids = dragged.map((node) => node.id);
      const [first] = ids;
      if (first === undefined) return {};
      const moving = withDescendants(graph, ids);
      const middle = middleOf(first);
      const parent = middle ? innermostFrame(store.getState().nodeLookup.values(), middle, moving) : undefined;
      if (ids.length !== 1) return parent === undefined ? {} : { parent };
      const edge = canGoOnEdge(graph, first) ? edgeUnder(graph, event, first, parent) : undefined;
      return { ...(parent === undefined ? {} : { parent }), ...(edge === undefined ? {} : { edge }) };
    };

    return {
      onNodeDragStart: () => editor.endGroup(),
      onNodeDrag(event, _node, dragged) {
        const target = findTarget(event, dragged);
        const { graph } = editor.state;
        // The frame a node is in already is no news.
        const isHome = dragged.every(({ id }) => indexOf(graph).nodes.get(id)?.parent === target.parent);
        show({
          ...(target.parent === undefined || isHome ? {} : { parent: target.parent }),
          ...(target.edge === undefined ? {} : { edge: target.edge }),
        });
      },
      onNodeDragStop(event, _node, dragged) {
        show({});
        const { parent, edge } = findTarget(event, dragged);
        const { graph } = editor.state;
        const movable = dragged.filter(({ id }) => indexOf(graph).nodes.has(id));
        const places = new Map(movable.map(({ id, position }) => [id, fromFlowPosition(graph, id, position)]));
        const moved = setPositions(graph, places);
        if (moved === graph) return;
        const leaving = movable
          .map(({ id }) => id)
          .filter((id) => indexOf(graph).nodes.get(id)?.parent !== parent && indexOf(graph).nodes.get(id)?.kind !== "trigger");
        let dropped = 0;
        editor.edit(
          { label: leaving.length > 0 ? canvasText.edits.parent : canvasText.edits.move(movable.length), source: "canvas" },
          (before, selection) => {
            let next = setPositions(before, places);
            if (leaving.length > 0) {
              const inside = reparent(next, leaving, parent, absoluteIn(store, next, leaving, parent));
              dropped = inside.dropped.length;
              next = inside.graph;
            }
            if (edge !== undefined && movable[0]) next = putOnEdge(next, edge, movable[0].id);
            return { graph: next, selection };
          },
        );
        announce(canvasText.said.moved(movable.length));
        if (dropped > 0) toast(canvasText.drop.cut(dropped), { action: { label: canvasText.drop.undo, onClick: () => editor.undo() } });
      },
    };
  }, [announce, editor, setTarget, store]);
}

type Store = ReturnType<typeof useStoreApi<FlowNode, FlowEdge>>;
type Internal = NonNullable<ReturnType<ReturnType<Store["getState"]>["nodeLookup"]["get"]>>;

/** Where dragged nodes stand on the canvas, as the nodes of a container have it. */
function absoluteIn(store: Store, graph: Graph, ids: readonly string[], parent: string | undefined): Map<string, Point> {
  const shapes = shapesOf(graph);
  return new Map(
    ids.flatMap((id) => {
      const at = store.getState().nodeLookup.get(id)?.internals.positionAbsolute;
      const box = shapes.get(id);
      return at ? [[id, toParent(graph, { x: at.x - (box?.x ?? 0), y: at.y - (box?.y ?? 0) }, parent)]] : [];
    }),
  );
}

/** The smallest open frame around a point that is not itself being moved. */
function innermostFrame(nodes: Iterable<Internal>, { x, y }: Point, moving: ReadonlySet<string>): string | undefined {
  let best: Internal | undefined;
  for (const node of nodes) {
    if (node.type !== "frame" || moving.has(node.id) || !isOpenFrame(node.data.node)) continue;
    const at = node.internals.positionAbsolute;
    if (x < at.x || y < at.y || x > at.x + (node.width ?? 0) || y > at.y + (node.height ?? 0)) continue;
    if (!best || (node.width ?? 0) * (node.height ?? 0) < (best.width ?? 0) * (best.height ?? 0)) best = node;
  }
  return best?.id;
}

function canGoOnEdge(graph: Graph, id: string): boolean {
  const index = indexOf(graph);
  const node = index.nodes.get(id);
  return (
    node !== undefined &&
    mainPort(node) !== undefined &&
    node.kind !== "trigger" &&
    index.incoming(id).length === 0 &&
    index.outgoing(id).length === 0
  );
}

/** The edge below the pointer that a node of this parent could be put into. */
function edgeUnder(graph: Graph, event: MouseEvent | TouchEvent, id: string, parent: string | undefined): string | undefined {
  const point = "touches" in event ? event.changedTouches[0] : event;
  if (!point) return undefined;
  const hit = document.elementsFromPoint(point.clientX, point.clientY).find((element) => element.classList.contains("wire-hit"));
  const edge = indexOf(graph).edges.get(hit?.closest("[data-id]")?.getAttribute("data-id") ?? "");
  if (!edge || edge.source === id || edge.target === id) return undefined;
  return indexOf(graph).nodes.get(edge.source)?.parent === parent ? edge.id : undefined;
}

/** The graph with a node between the ends of an edge. */
function putOnEdge(graph: Graph, edgeId: string, id: string): Graph {
  const index = indexOf(graph);
  const edge = index.edges.get(edgeId);
  const node = index.nodes.get(id);
  const port = node && mainPort(node);
  if (!edge || port === undefined || connectVerdict(graph, edge.source, portOf(edge), id) !== true) return graph;
  const opened = connect(disconnect(graph, [edgeId]), { source: edge.source, port: portOf(edge), target: id });
  const joined = connect(opened, { source: id, port, target: edge.target });
  return makeRoom(joined, id, edge.target, sizesOf(joined));
}
