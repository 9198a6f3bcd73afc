import type { Status } from "../../ui/run-status.tsx";
import { cn } from "../../ui/cn.ts";
import type { Segment, SegmentKind } from "./bar-segments.ts";
import type { TimeWindow } from "./time-window.ts";

/** Patterns, not only colours: queued is hatched, running is full, waiting is dotted, a pause is a dashed line, a failed attempt is full with a border. */
export const SEGMENT_LOOKS: Readonly<Record<SegmentKind, string>> = {
  queued: "h-2 rounded-sm border border-control/60 bg-[repeating-linear-gradient(-45deg,var(--color-control)_0_1px,transparent_1px_4px)]",
  running: "h-3 rounded-sm bg-busy",
  failed: "h-3 rounded-sm bg-[repeating-linear-gradient(135deg,var(--color-bad)_0_4px,var(--color-bad-soft)_4px_6px)]",
  waiting:
    "h-3 rounded-sm border border-busy bg-busy-soft bg-[radial-gradient(circle_at_3px_50%,var(--color-busy)_1px,transparent_1.5px)] bg-size-[6px_100%]",
  pause: "h-0 border-t-2 border-dashed border-warn",
};

/** A segment that runs takes the colour of what became of it. */
const RUNNING: Readonly<Partial<Record<Status, string>>> = {
  completed: "bg-good!",
  cancelled: "bg-control!",
};

/** A step's time as a bar on the axis; `reused` steps took none. */
export function Bar({
  segments,
  status,
  window,
  reused = false,
}: {
  readonly segments: readonly Segment[];
  readonly status: Status;
  readonly window: TimeWindow;
  readonly reused?: boolean;
}) {
  const span = window.to - window.from;
  return segments.map(({ kind, from, to }, at) => {
    const left = Math.max((from - window.from) / span, -0.01);
    const right = Math.min((to - window.from) / span, 1.01);
    if (right < 0 || left > 1) return null;
    return (
      <span
        // A segment has no name but its place.
        // oxlint-disable-next-line react/no-array-index-key
        key={at}
        className={cn(
          "absolute top-1/2 min-w-0.75 -translate-y-1/2",
          SEGMENT_LOOKS[kind],
          kind === "running" && !reused ? RUNNING[status] : "",
          reused ? "min-w-2.5! border! border-dashed! border-control! bg-transparent! bg-none!" : "",
        )}
        style={{ left: `${left * 100}%`, width: `${(right - left) * 100}%` }}
      />
    );
  });
}

/** A container's or a round's time: a bracket over what is inside. */
export function Span({ from, to, window }: { readonly from: number; readonly to: number; readonly window: TimeWindow }) {
  const span = window.to - window.from;
  const left = Math.max((from - window.from) / span, -0.01);
  const right = Math.min((to - window.from) / span, 1.01);
  if (right < 0 || left > 1) return null;
  return (
    <span
      className="absolute top-1/2 h-1.5 min-w-0.75 -translate-y-1/2 border-x border-t border-muted"
      style={{ left: `${left * 100}%`, width: `${(right - left) * 100}%` }}
    />
  );
}
