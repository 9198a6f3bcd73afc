"use client";
import dynamic from "next/dynamic";
import type { MouseEvent, ReactElement } from "react";
import { useRef, useState } from "react";
import { useIdle } from "../../ui/when-idle.ts";
import { useEditor } from "../editor-context.tsx";
import { emptySelection, selectNodes } from "../model/selection.ts";
import type { Aim } from "./canvas-menu-list.tsx";
import type { Clipboard } from "./use-clipboard.ts";

const CanvasMenuList = dynamic(async () => (await import("./canvas-menu-list.tsx")).CanvasMenuList, { ssr: false });

/** How long a finger rests before the menu opens, in milliseconds. */
const LONG_PRESS_MS = 700;

/** The menu of a right click, a long press or the menu key: for nodes, an edge, or the canvas itself. What is clicked is selected first. */
export function CanvasMenu({ clipboard, children }: { readonly clipboard: Clipboard; readonly children: ReactElement }) {
  const editor = useEditor();
  const isIdle = useIdle();
  const [aim, setAim] = useState<Aim>({ selection: emptySelection, x: 0, y: 0, before: null });
  const [isOpen, setOpen] = useState(false);
  const [spot, setSpot] = useState<HTMLElement | null>(null);
  const endPress = useRef<() => void>(undefined);

  const open = (target: EventTarget, x: number, y: number): void => {
    const element = target instanceof Element ? target : undefined;
    const node = element?.closest<HTMLElement>(".react-flow__node")?.dataset["id"];
    const edge = element?.closest(".react-flow__edge")?.getAttribute("data-id");
    const { selection } = editor.state;
    const next =
      node !== undefined
        ? selection.nodes.has(node)
          ? { ...selection, edges: emptySelection.edges }
          : selectNodes([node])
        : edge
          ? { ...emptySelection, edges: new Set([edge]) }
          : emptySelection;
    editor.select(next);
    setAim({ selection: next, x, y, before: document.activeElement });
    setOpen(true);
  };
  const openByEvent = (event: MouseEvent): void => {
    event.preventDefault();
    endPress.current?.();
    // The menu key has no place; the leading node is what it is about.
    const { last: lead } = editor.state.selection;
    const focused =
      event.button === 0 && lead !== undefined ? document.querySelector(`.react-flow__node[data-id="${CSS.escape(lead)}"]`) : null;
    open(focused ?? event.target, event.clientX, event.clientY);
  };
  return (
    <>
      <div
        className="size-full [-webkit-touch-callout:none]"
        onContextMenu={openByEvent}
        onPointerDownCapture={(event) => {
          if (event.pointerType === "mouse") return;
          setOpen(false);
          press(event.target, event.clientX, event.clientY);
        }}
      >
        {children}
      </div>
      <span ref={setSpot} aria-hidden className="fixed size-0" style={{ left: aim.x, top: aim.y }} />
      {spot && (isIdle || isOpen) ? (
        <CanvasMenuList aim={aim} clipboard={clipboard} open={isOpen} onOpenChange={setOpen} anchor={spot} />
      ) : null}
    </>
  );

  function press(target: EventTarget, x: number, y: number): void {
    endPress.current?.();
    const timer = setTimeout(() => {
      open(target, x, y);
      // The browser would make a click of letting go, and a click beside a menu closes it.
      window.addEventListener("touchend", (event) => event.preventDefault(), { once: true, capture: true, passive: false });
    }, LONG_PRESS_MS);
    const end = (): void => {
      clearTimeout(timer);
      window.removeEventListener("pointerup", end);
      window.removeEventListener("pointermove", moved);
      window.removeEventListener("pointercancel", end);
    };
    const moved = (event: PointerEvent): void => {
      if (Math.hypot(event.clientX - x, event.clientY - y) > 10) end();
    };
    endPress.current = end;
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", end);
    window.addEventListener("pointermove", moved);
  }
}
