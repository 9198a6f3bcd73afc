"use client";
import type { PointerEvent } from "react";
import { useEffect, useRef, useState } from "react";
import type { RunTimeline, TimelineStep } from "../../../lib/api/run-schemas.ts";
import { runsText } from "../../text/runs.ts";
import { useTheme } from "../../ui/theme.ts";
import type { TimeWindow } from "./time-window.ts";
import { selectWindow } from "./time-window.ts";

const HEIGHT = 30;

/** All of a run in a strip: what is shown below is framed; dragging chooses another part. The keyboard zooms in the waterfall itself. */
export function Overview({
  timeline,
  whole,
  window,
  onWindow,
}: {
  readonly timeline: RunTimeline;
  readonly whole: TimeWindow;
  readonly window: TimeWindow;
  readonly onWindow: (window: TimeWindow | undefined) => void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { isDark } = useTheme();
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  useEffect(() => {
    if (!canvas.current) return undefined;
    const element = canvas.current;
    const paint = (): void => draw(element, timeline.steps, whole);
    paint();
    const observer = new ResizeObserver(paint);
    observer.observe(element);
    return () => observer.disconnect();
    // Another theme has other colours.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [timeline.steps, whole, isDark]);
  const place = (event: PointerEvent): number => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return Math.min(Math.max((event.clientX - left) / width, 0), 1);
  };
  const span = whole.to - whole.from;
  const frame = drag
    ? { from: Math.min(drag.from, drag.to), to: Math.max(drag.from, drag.to) }
    : { from: (window.from - whole.from) / span, to: (window.to - whole.from) / span };
  const isWhole = !drag && frame.from <= 0.001 && frame.to >= 0.999;
  return (
    <div
      title={runsText.waterfall.overview}
      className="relative touch-none overflow-hidden bg-sunken select-none"
      style={{ height: HEIGHT }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: place(event), to: place(event) });
      }}
      onPointerMove={(event) => setDrag((before) => before && { ...before, to: place(event) })}
      onPointerUp={() => {
        if (drag) onWindow(selectWindow(whole, drag.from, drag.to));
        setDrag(undefined);
      }}
      onPointerCancel={() => setDrag(undefined)}
    >
      <canvas ref={canvas} className="absolute inset-0 h-full w-full" />
      {isWhole ? null : (
        <>
          <span className="absolute inset-y-0 left-0 bg-canvas/70" style={{ width: `${frame.from * 100}%` }} />
          <span className="absolute inset-y-0 right-0 bg-canvas/70" style={{ width: `${(1 - frame.to) * 100}%` }} />
          <span
            className="absolute inset-y-0 border-x-2 border-focus"
            style={{ left: `${frame.from * 100}%`, width: `${Math.max(frame.to - frame.from, 0.002) * 100}%` }}
          />
        </>
      )}
    </div>
  );
}

const PAINT: Readonly<Record<TimelineStep["status"], string>> = {
  completed: "--color-good",
  failed: "--color-bad",
  running: "--color-busy",
  waiting: "--color-busy",
  retrying: "--color-warn",
  pending: "--color-control",
  cancelled: "--color-control",
};

/** One thin line a step, in as many rows as there is room for; ten thousand are drawn in a few milliseconds. */
function draw(canvas: HTMLCanvasElement, steps: readonly TimelineStep[], whole: TimeWindow): void {
  const { clientWidth: width, clientHeight: height } = canvas;
  const density = globalThis.devicePixelRatio;
  canvas.width = width * density;
  canvas.height = height * density;
  const context = canvas.getContext("2d");
  if (!context) return;
  context.scale(density, density);
  const colours = coloursOf(canvas);
  const lanes = Math.floor((height - 6) / 3);
  const scale = width / (whole.to - whole.from);
  for (const [at, step] of steps.entries()) {
    const from = Date.parse(step.createdAt);
    const to = step.endedAt === null ? whole.to : Date.parse(step.endedAt);
    context.fillStyle = colours(PAINT[step.status]);
    context.fillRect((from - whole.from) * scale, 3 + (at % lanes) * 3, Math.max((to - from) * scale, 1.5), 2);
  }
}

/** Tokens as the canvas can paint them: `light-dark()` is resolved by an element's own colour. */
function coloursOf(element: HTMLElement): (token: string) => string {
  const known = new Map<string, string>();
  return (token) => {
    let colour = known.get(token);
    if (colour === undefined) {
      element.style.color = `var(${token})`;
      colour = getComputedStyle(element).color;
      known.set(token, colour);
    }
    return colour;
  };
}
