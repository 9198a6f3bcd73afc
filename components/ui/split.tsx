"use client";
import type { KeyboardEvent, PointerEvent, ReactNode } from "react";
import { useId, useRef, useState, useSyncExternalStore } from "react";
import { cn } from "./cn.ts";
import { limitSize, readSize, storeSize } from "./split-size.ts";

/** Pixels that an arrow key moves the divider. */
const STEP = 24;

interface SplitProps {
  /** `row`: the second part is at the right; `column`: below. */
  readonly direction: "row" | "column";
  /** Under which the size is kept in this browser. */
  readonly id: string;
  /** What the divider does, read out. */
  readonly label: string;
  /** Of the second part, in pixels. */
  readonly initial: number;
  readonly least: number;
  readonly first: ReactNode;
  /** Without it the first part has all the room. */
  readonly second: ReactNode;
}

/** Two parts with a divider that is dragged, or moved with the arrow keys; a double click brings the first size back. */
export function Split({ direction, id, label, initial, least, first, second }: SplitProps) {
  const frame = useRef<HTMLDivElement>(null);
  const pane = useId();
  // The server knows of no sizes: the kept one comes with the first drawing in the browser.
  const kept = useSyncExternalStore(
    () => () => undefined,
    () => readSize(id) ?? initial,
    () => initial,
  );
  const [moved, setMoved] = useState<number>();
  const size = moved ?? kept;
  const isRow = direction === "row";
  const room = (): number => (isRow ? frame.current?.clientWidth : frame.current?.clientHeight) ?? 0;
  const resize = (wanted: number): void => {
    const next = limitSize(wanted, least, room());
    setMoved(next);
    storeSize(id, next);
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const box = frame.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    resize(isRow ? box.right - event.clientX : box.bottom - event.clientY);
  };
  const press = (event: KeyboardEvent): void => {
    const [more, less] = isRow ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
    if (event.key !== more && event.key !== less) return;
    event.preventDefault();
    resize(size + (event.key === more ? STEP : -STEP));
  };
  return (
    <div ref={frame} className={cn("flex size-full min-h-0 min-w-0", isRow ? "flex-row" : "flex-col")}>
      <div className="relative min-h-0 min-w-0 flex-1">{first}</div>
      {second === undefined ? null : (
        <>
          {/* A separator that can be moved is a control of its own in ARIA; HTML has none. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
          <div
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
            role="separator"
            aria-label={label}
            aria-orientation={isRow ? "vertical" : "horizontal"}
            aria-controls={pane}
            aria-valuenow={Math.round(size)}
            aria-valuemin={least}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={drag}
            onKeyDown={press}
            onDoubleClick={() => resize(initial)}
            className={cn(
              "relative z-10 shrink-0 touch-none bg-line transition-colors hover:bg-control focus-visible:bg-focus focus-visible:outline-none active:bg-accent",
              isRow
                ? "w-px cursor-col-resize before:absolute before:inset-y-0 before:-inset-x-1"
                : "h-px cursor-row-resize before:absolute before:inset-x-0 before:-inset-y-1",
            )}
          />
          <div id={pane} className="min-h-0 min-w-0 shrink-0" style={{ [isRow ? "width" : "height"]: `min(${size}px, 80%)` }}>
            {second}
          </div>
        </>
      )}
    </div>
  );
}
