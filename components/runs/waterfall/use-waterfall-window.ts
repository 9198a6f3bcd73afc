"use client";
import type { RefObject } from "react";
import { useEffect, useEffectEvent, useMemo, useState } from "react";
import type { RunTimeline } from "../../../lib/api/run-schemas.ts";
import { hasEnded } from "../timeline/apply-messages.ts";
import { useNow } from "../use-now.ts";
import type { Clock } from "./bar-segments.ts";
import type { TimeWindow } from "./time-window.ts";
import { panBy, zoomTo } from "./time-window.ts";

interface WaterfallWindow {
  readonly clock: Clock;
  /** From the run's beginning to its end, or to now. */
  readonly whole: TimeWindow;
  /** What is shown; it goes on with a run that is shown whole. */
  readonly window: TimeWindow;
  readonly isFit: boolean;
  /** Undefined fits all of the run. */
  readonly setWindow: (window: TimeWindow | undefined) => void;
  /** Around the middle. */
  readonly zoom: (factor: number) => void;
}

/** How fast what goes on is drawn again, in milliseconds. */
const FRAME_MS = 100;
/** How much of a wait that goes on is shown after what was done. */
const WAIT_SHARE = 0.3;

/** Which part of a run's time is shown. Ctrl and the wheel zoom at the pointer, the wheel sideways pans; the axis is the last column of `area`'s lines. */
export function useWaterfallWindow(
  timeline: RunTimeline,
  area: RefObject<HTMLElement | null>,
  axis: RefObject<HTMLElement | null>,
): WaterfallWindow {
  const { run, steps } = timeline;
  const ended = hasEnded(run.status);
  const now = useNow(ended ? undefined : FRAME_MS);
  const [chosen, setWindow] = useState<TimeWindow>();
  const start = Date.parse(run.createdAt);
  const end = useMemo(() => (ended ? lastOf(run.endedAt, steps) : undefined), [ended, run.endedAt, steps]);
  const last = Math.max(end ?? now, start + 1);
  const clock = useMemo((): Clock => ({ now, end }), [now, end]);
  // A little air at the end, so that the last bar is seen to end.
  const whole = useMemo((): TimeWindow => ({ from: start, to: last + (last - start) * 0.02 }), [start, last]);
  const window = chosen ?? (end === undefined ? untilQuiet(whole, timeline.steps, now) : whole);

  const change = (next: TimeWindow): void => setWindow(next.from <= whole.from && next.to >= whole.to ? undefined : next);
  const zoom = (factor: number): void => change(zoomTo(window, whole, factor, (window.from + window.to) / 2));
  const wheel = useEffectEvent((event: WheelEvent) => {
    const box = axis.current?.getBoundingClientRect();
    if (!box || box.width === 0) return;
    const span = window.to - window.from;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const at = window.from + Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1) * span;
      change(zoomTo(window, whole, Math.exp(event.deltaY * 0.002), at));
    } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY) && chosen) {
      event.preventDefault();
      change(panBy(window, whole, (event.deltaX / box.width) * span));
    }
  });
  useEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    // The browser's own zoom can only be stopped by a listener that says it may.
    const listen = (event: WheelEvent): void => wheel(event);
    element.addEventListener("wheel", listen, { passive: false });
    return () => element.removeEventListener("wheel", listen);
  }, [area]);
  return { clock, whole, window, isFit: chosen === undefined, setWindow, zoom };
}

/** A run that only waits is shown up to where it began to, with a part of the wait: hours of it would leave nothing to see of what was done. */
function untilQuiet(whole: TimeWindow, steps: RunTimeline["steps"], now: number): TimeWindow {
  let last = whole.from + 1;
  let waits = false;
  for (const step of steps) {
    const isWait = step.endedAt === null && step.status === "waiting";
    waits ||= isWait;
    const until = step.endedAt === null ? (isWait ? Date.parse(step.createdAt) : now) : Date.parse(step.endedAt);
    last = Math.max(last, until);
  }
  return waits ? { from: whole.from, to: Math.min(whole.to, last + (last - whole.from) * WAIT_SHARE + 500) } : whole;
}

/** The later of a run's end and its last step's: clocks of two processes differ a little. */
function lastOf(endedAt: string | null, steps: RunTimeline["steps"]): number {
  let last = endedAt === null ? 0 : Date.parse(endedAt);
  for (const step of steps) if (step.endedAt !== null) last = Math.max(last, Date.parse(step.endedAt));
  return last;
}
