"use client";
import { ViewportPortal, useReactFlow, useStoreApi } from "@xyflow/react";
import { useAtomValue, useSetAtom } from "jotai";
import type { RefObject } from "react";
import { useEffect, useRef } from "react";
import { canvasText } from "../../text/canvas.ts";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor } from "../editor-context.tsx";
import { connect } from "../model/commands/connect.ts";
import type { Point } from "../model/geometry.ts";
import { paletteAtom } from "../screen.ts";
import { announceAtom } from "./announcer.tsx";
import { connectingAtom } from "./canvas-state.ts";
import type { Connecting } from "./canvas-state.ts";
import { connectVerdict } from "./connect-verdict.ts";
import { edgePath } from "./edge-path.ts";
import { titleById } from "./title-by-id.ts";
import type { FlowEdge, FlowNode } from "./to-flow.ts";

/** How far a press may move and still be a click, in pixels of the screen. */
const CLICK = 4;
/** How near to the edge of the canvas a pointer moves the view, and by how much a frame. */
const EDGE = 32;
const PAN = 12;

/**
 * Drawing a connection. A press on a port starts it, a click there opens the palette; while it is drawn the whole of each node is a target,
 * those that can be joined stand out, and the pointer carries the reason where not. Nothing of React draws while the pointer moves.
 */
export function ConnectionLayer({ root }: { readonly root: RefObject<HTMLDivElement | null> }) {
  const editor = useEditor();
  const { canEdit } = useOpenDocument();
  const flow = useReactFlow<FlowNode, FlowEdge>();
  const store = useStoreApi<FlowNode, FlowEdge>();
  const setConnecting = useSetAtom(connectingAtom);
  const openPalette = useSetAtom(paletteAtom);
  const announce = useSetAtom(announceAtom);
  const line = useRef<SVGPathElement>(null);
  const tip = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = root.current;
    if (!element || !canEdit) return;

    const start = (event: PointerEvent): void => {
      const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-port]") : null;
      const { port, node } = pressed?.dataset ?? {};
      if (!pressed || port === undefined || node === undefined || event.button !== 0) return;
      event.preventDefault();
      event.stopPropagation();
      const from = portPoint(store.getState(), node, port);
      if (!from) return;
      const verdicts = new Map<string, true | string>();
      const verdictOf = (target: string): true | string => {
        let verdict = verdicts.get(target);
        if (verdict === undefined) verdicts.set(target, (verdict = connectVerdict(editor.state.graph, node, port, target)));
        return verdict;
      };
      const bounds = element.getBoundingClientRect();
      let at: Point = { x: event.clientX, y: event.clientY };
      let over: HTMLElement | undefined;
      let drawing = false;
      let frame = 0;

      const begin = (): void => {
        drawing = true;
        pressed.classList.add("port-active");
        setConnecting({ node, port, by: "pointer" });
        markTargets(element, (id) => (id === node ? undefined : verdictOf(id) === true));
      };
      const draw = (): void => {
        const found = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>(".react-flow__node");
        // A frame is where its own nodes are, and the way into it is its bar: its inside is canvas.
        const target = found && element.contains(found) && found.dataset["id"] !== node ? found : undefined;
        const verdict = target ? verdictOf(target.dataset["id"] ?? "") : undefined;
        const next = verdict === true ? target : undefined;
        if (next !== over) {
          over?.setAttribute("data-connect", "yes");
          next?.setAttribute("data-connect", "over");
          over = next;
        }
        const end = next ? inputPoint(store.getState(), next.dataset["id"] ?? "") : undefined;
        line.current?.setAttribute(
          "d",
          edgePath(from, end ?? flow.screenToFlowPosition(at, { snapToGrid: false }), port === "error" ? "bottom" : "right"),
        );
        const said = typeof verdict === "string" ? verdict : target ? "" : canvasText.connect.releaseToAdd;
        if (!tip.current) return;
        tip.current.textContent = said;
        tip.current.hidden = said === "";
        tip.current.dataset["tone"] = target ? "bad" : "plain";
        tip.current.style.transform = `translate(${at.x - bounds.left + 16}px, ${at.y - bounds.top + 16}px)`;
      };
      const tick = (): void => {
        const dx = at.x < bounds.left + EDGE ? PAN : at.x > bounds.right - EDGE ? -PAN : 0;
        const dy = at.y < bounds.top + EDGE ? PAN : at.y > bounds.bottom - EDGE ? -PAN : 0;
        if (dx !== 0 || dy !== 0) void store.getState().panBy({ x: dx, y: dy });
        draw();
        frame = dx === 0 && dy === 0 ? 0 : requestAnimationFrame(tick);
      };
      const move = (moved: PointerEvent): void => {
        if (moved.pointerId !== event.pointerId) return;
        at = { x: moved.clientX, y: moved.clientY };
        if (!drawing && Math.hypot(at.x - event.clientX, at.y - event.clientY) > CLICK) begin();
        if (drawing && frame === 0) frame = requestAnimationFrame(tick);
      };
      const end = (): void => {
        cancelAnimationFrame(frame);
        window.removeEventListener("pointermove", move);
        window.removeEventListener("pointerup", drop);
        window.removeEventListener("pointercancel", end);
        window.removeEventListener("keydown", escape, true);
        pressed.classList.remove("port-active");
        if (!drawing) return;
        drawing = false;
        setConnecting(undefined);
        markTargets(element, () => undefined);
      };
      const drop = (dropped: PointerEvent): void => {
        if (dropped.pointerId !== event.pointerId) return;
        at = { x: dropped.clientX, y: dropped.clientY };
        const wasDrawing = drawing;
        if (wasDrawing) draw();
        const target = over?.dataset["id"];
        const isOverNode = document.elementFromPoint(at.x, at.y)?.closest(".react-flow__node:not(.react-flow__node-frame)") !== null;
        end();
        if (!wasDrawing) return openPalette({ at: { kind: "port", node, port } });
        if (target !== undefined) {
          editor.edit({ label: canvasText.edits.connect, source: "canvas" }, (graph) => connect(graph, { source: node, port, target }));
          announce(canvasText.said.connected(titleById(editor.state.graph, node), titleById(editor.state.graph, target)));
        } else if (!isOverNode && isInside(bounds, at)) {
          openPalette({ at: { kind: "port", node, port, position: flow.screenToFlowPosition(at) } });
        }
      };
      const escape = (pressedKey: KeyboardEvent): void => {
        if (pressedKey.key !== "Escape") return;
        pressedKey.stopPropagation();
        end();
      };
      window.addEventListener("pointermove", move);
      window.addEventListener("pointerup", drop);
      window.addEventListener("pointercancel", end);
      window.addEventListener("keydown", escape, true);
    };
    // Before React Flow hears of it: a press on a port is never a drag of the node.
    element.addEventListener("pointerdown", start, true);
    return () => element.removeEventListener("pointerdown", start, true);
  }, [announce, canEdit, editor, flow, openPalette, root, setConnecting, store]);

  return (
    <>
      <ViewportPortal>
        <ConnectionLine line={line} root={root} />
      </ViewportPortal>
      <ConnectionTip tip={tip} />
    </>
  );
}

/** The line that is drawn; with the keys it goes to the chosen target. */
function ConnectionLine({
  line,
  root,
}: {
  readonly line: RefObject<SVGPathElement | null>;
  readonly root: RefObject<HTMLDivElement | null>;
}) {
  const connecting = useAtomValue(connectingAtom);
  const store = useStoreApi<FlowNode, FlowEdge>();
  const editor = useEditor();
  useEffect(() => {
    root.current?.classList.toggle("weft-connecting", connecting !== undefined);
    if (connecting?.by !== "keys" || !root.current) return;
    const element = root.current;
    const { node, port, target } = connecting;
    markTargets(element, (id) => (id === node ? undefined : connectVerdict(editor.state.graph, node, port, id) === true));
    if (target !== undefined) nodeElement(element, target)?.setAttribute("data-connect", "over");
    return () => markTargets(element, () => undefined);
  }, [connecting, editor, root]);
  return (
    <svg aria-hidden className="pointer-events-none absolute top-0 left-0 z-1000 size-px overflow-visible">
      {connecting ? (
        <path
          ref={line}
          d={keyPath(connecting, store.getState())}
          className="fill-none stroke-accent"
          strokeWidth={2}
          strokeDasharray="5 4"
          strokeLinecap="round"
        />
      ) : null}
    </svg>
  );
}

function ConnectionTip({ tip }: { readonly tip: RefObject<HTMLDivElement | null> }) {
  const connecting = useAtomValue(connectingAtom);
  if (connecting?.by !== "pointer") return null;
  return (
    <div
      ref={tip}
      hidden
      className="pointer-events-none absolute top-0 left-0 z-20 rounded-md bg-ink px-2 py-1 text-xs text-surface shadow-mid data-[tone=bad]:bg-bad-fill data-[tone=bad]:text-white"
    />
  );
}

type FlowState = ReturnType<ReturnType<typeof useStoreApi<FlowNode, FlowEdge>>["getState"]>;

function keyPath({ node, port, target }: Connecting, state: FlowState): string {
  const from = portPoint(state, node, port);
  const to = target === undefined ? undefined : inputPoint(state, target);
  return from && to ? edgePath(from, to, port === "error" ? "bottom" : "right") : "";
}

function portPoint({ nodeLookup }: FlowState, id: string, port: string): Point | undefined {
  const node = nodeLookup.get(id);
  const handle = node?.handles?.find((each) => each.type === "source" && each.id === port);
  return node && handle ? { x: node.internals.positionAbsolute.x + handle.x, y: node.internals.positionAbsolute.y + handle.y } : undefined;
}

function inputPoint({ nodeLookup }: FlowState, id: string): Point | undefined {
  const node = nodeLookup.get(id);
  const handle = node?.handles?.find((each) => each.type === "target");
  return node && handle ? { x: node.internals.positionAbsolute.x + handle.x, y: node.internals.positionAbsolute.y + handle.y } : undefined;
}

function nodeElement(root: HTMLElement, id: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
}

/** Marks every node that is drawn as one that can be joined or not; with nothing to say, takes the marks away. */
function markTargets(root: HTMLElement, canJoin: (id: string) => boolean | undefined): void {
  for (const element of root.querySelectorAll<HTMLElement>(".react-flow__node")) {
    const verdict = canJoin(element.dataset["id"] ?? "");
    if (verdict === undefined) element.removeAttribute("data-connect");
    else element.setAttribute("data-connect", verdict ? "yes" : "no");
  }
}

function isInside({ left, right, top, bottom }: DOMRect, { x, y }: Point): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
