"use client";
import { getViewportForBounds, useReactFlow, useStoreApi } from "@xyflow/react";
import type { RefObject } from "react";
import { useSetAtom, useStore } from "jotai";
import { useEffect } from "react";
import { useEditor } from "../editor-context.tsx";
import type { Graph } from "../../../codegen/schema/graph.ts";
import type { Box, Point } from "../model/geometry.ts";
import { absolutePosition, boxAround, boxOf } from "../model/geometry.ts";
import { indexOf } from "../model/graph-index.ts";
import { shapesOf, sizesOf } from "../nodes/node-shape.ts";
import type { CanvasApi } from "./canvas-api.ts";
import { canvasApiAtom } from "./canvas-api.ts";
import { animateAtom, leftViewAtom } from "./canvas-state.ts";
import type { FlowEdge, FlowNode } from "./to-flow.ts";

/** Room between what is revealed and the edge of the view, in pixels of the screen. */
const MARGIN = 48;
/** Of what is fitted, on each side, as a share of the view. */
const PADDING = 0.1;
export const zoomLimits = { min: 0.1, max: 2 } as const;
/** Smaller than this a workflow is not opened: it is read from its beginning instead. */
const READABLE = 0.55;

/** Lets other parts reach the canvas while it is shown. */
export function useCanvasApi(root: RefObject<HTMLDivElement | null>): void {
  const editor = useEditor();
  const flow = useReactFlow<FlowNode, FlowEdge>();
  const store = useStoreApi<FlowNode, FlowEdge>();
  const atoms = useStore();
  const setApi = useSetAtom(canvasApiAtom);

  useEffect(() => {
    let pointer: Point | undefined;
    let isOpen = false;
    const element = root.current;
    const track = (event: PointerEvent): void => {
      pointer = { x: event.clientX, y: event.clientY };
    };
    const forget = (): void => {
      pointer = undefined;
    };
    element?.addEventListener("pointermove", track, { passive: true });
    element?.addEventListener("pointerleave", forget);

    const focusNode = (id: string): void => {
      const focus = (): void => {
        const node = root.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
        // A field in it that is typed in keeps the focus.
        if (node && !node.contains(document.activeElement)) node.focus({ preventScroll: true });
      };
      focus();
      // One that just came into sight is drawn with the next frames.
      requestAnimationFrame(() => requestAnimationFrame(focus));
    };
    const api: CanvasApi = {
      center() {
        const box = api.visible();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      },
      pointer: () => pointer && flow.screenToFlowPosition(pointer, { snapToGrid: false }),
      visible() {
        const { width, height, transform } = store.getState();
        const [x, y, zoom] = transform;
        return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
      },
      reveal(id) {
        const { nodeLookup, width, height, transform } = store.getState();
        const node = nodeLookup.get(id);
        if (!node) return;
        const [x, y, zoom] = transform;
        const left = node.internals.positionAbsolute.x * zoom + x;
        const top = node.internals.positionAbsolute.y * zoom + y;
        const dx = shiftInto(left, left + (node.width ?? 0) * zoom, width);
        const dy = shiftInto(top, top + (node.height ?? 0) * zoom, height);
        if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom }, { duration: motion(160) });
        focusNode(id);
      },
      focus() {
        const { last } = editor.state.selection;
        if (last === undefined) root.current?.focus({ preventScroll: true });
        else focusNode(last);
      },
      fit(ids) {
        const { width, height } = store.getState();
        const bounds = boundsOf(editor.state.graph, ids);
        // From the document, since what is drawn may still be on its way there.
        if (bounds)
          void flow.setViewport(getViewportForBounds(bounds, width, height, zoomLimits.min, 1, PADDING), { duration: motion(240) });
      },
      open() {
        isOpen = true;
        const { width, height } = store.getState();
        const { graph } = editor.state;
        const left = atoms.get(leftViewAtom);
        if (left) return void flow.setViewport(left);
        const bounds = boundsOf(graph);
        if (!bounds || width === 0) return;
        const whole = getViewportForBounds(bounds, width, height, zoomLimits.min, 1, PADDING);
        const [first] = graph.nodes.filter((node) => node.kind === "trigger").concat(graph.nodes);
        const start = first && boxOf(graph, first.id, sizesOf(graph));
        if (whole.zoom >= READABLE || !start) return void flow.setViewport(whole);
        const zoom = width < 640 ? 0.75 : 0.85;
        void flow.setViewport({ x: MARGIN / 2 - start.x * zoom, y: height / 2 - (start.y + start.height / 2) * zoom, zoom });
      },
      zoomTo: (zoom) => void flow.zoomTo(zoom, { duration: motion(160) }),
      zoomBy: (factor) => void flow.zoomTo(store.getState().transform[2] * factor, { duration: motion(120) }),
      animateNext() {
        atoms.set(animateAtom, motion(1) > 0);
      },
    };
    setApi(api);
    return () => {
      element?.removeEventListener("pointermove", track);
      element?.removeEventListener("pointerleave", forget);
      setApi(undefined);
      if (isOpen) atoms.set(leftViewAtom, flow.getViewport());
    };
  }, [atoms, editor, flow, root, setApi, store]);
}

/** The box around nodes, or around all of them. */
function boundsOf(graph: Graph, ids?: readonly string[]): Box | undefined {
  const shapes = shapesOf(graph);
  const wanted =
    ids ??
    indexOf(graph)
      .children(undefined)
      .map((node) => node.id);
  return boxAround(
    wanted.flatMap((id) => {
      const shape = shapes.get(id);
      const at = absolutePosition(graph, id);
      return shape ? [{ ...shape, x: at.x + shape.x, y: at.y + shape.y }] : [];
    }),
  );
}

/** How far a span must move to lie inside of `0…length` with a margin. */
function shiftInto(start: number, end: number, length: number): number {
  if (end - start > length - 2 * MARGIN || start < MARGIN) return MARGIN - start > 0 || end > length - MARGIN ? MARGIN - start : 0;
  return end > length - MARGIN ? length - MARGIN - end : 0;
}

/** Milliseconds of a movement; none for those who asked for less. */
function motion(ms: number): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : ms;
}
