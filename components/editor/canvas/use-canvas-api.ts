"use client";
import { useReactFlow, useStoreApi } from "@xyflow/react";
import type { RefObject } from "react";
import { useSetAtom } from "jotai";
import { useEffect } from "react";
import { useEditor } from "../editor-context.tsx";
import type { Point } from "../model/geometry.ts";
import type { CanvasApi } from "./canvas-api.ts";
import { canvasApiAtom } from "./canvas-api.ts";
import type { FlowEdge, FlowNode } from "./to-flow.ts";

/** Room between what is revealed and the edge of the view, in pixels of the screen. */
const MARGIN = 48;
export const fitOptions = { padding: 0.16, maxZoom: 1, minZoom: 0.1 } as const;

/** Lets other parts reach the canvas while it is shown. */
export function useCanvasApi(root: RefObject<HTMLDivElement | null>, animate: RefObject<boolean>): void {
  const editor = useEditor();
  const flow = useReactFlow<FlowNode, FlowEdge>();
  const store = useStoreApi<FlowNode, FlowEdge>();
  const setApi = useSetAtom(canvasApiAtom);

  useEffect(() => {
    let pointer: Point | undefined;
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
      fit: (ids) => void flow.fitView({ ...fitOptions, ...(ids ? { nodes: ids.map((id) => ({ id })) } : {}), duration: motion(200) }),
      zoomTo: (zoom) => void flow.zoomTo(zoom, { duration: motion(160) }),
      zoomBy: (factor) => void flow.zoomTo(store.getState().transform[2] * factor, { duration: motion(120) }),
      animateNext() {
        animate.current = motion(1) > 0;
      },
    };
    setApi(api);
    return () => {
      element?.removeEventListener("pointermove", track);
      element?.removeEventListener("pointerleave", forget);
      setApi(undefined);
    };
  }, [animate, editor, flow, root, setApi, store]);
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
