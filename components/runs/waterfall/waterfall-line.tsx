"use client";
import { ChevronRight } from "lucide-react";
import { memo } from "react";
import { runsText } from "../../text/runs.ts";
import { StatusIcon } from "../../ui/run-status.tsx";
import { cn } from "../../ui/cn.ts";
import { formatDuration } from "../format.ts";
import { useStepDetails } from "../timeline/use-run-timeline.ts";
import { Bar, Span } from "./bar.tsx";
import type { Clock } from "./bar-segments.ts";
import { segmentsOf } from "./bar-segments.ts";
import { RowFacts, rowName } from "./step-name.tsx";
import type { TimeWindow } from "./time-window.ts";
import type { WaterfallRow } from "./waterfall-rows.ts";

/** The columns of the waterfall: name, time, axis; narrow where it is narrow. */
export const COLUMNS =
  "grid grid-cols-[8.5rem_3.75rem_minmax(0,1fr)] @min-[28rem]:grid-cols-[11rem_4.25rem_minmax(0,1fr)] @min-[44rem]:grid-cols-[19rem_4.75rem_minmax(0,1fr)]";

export interface WaterfallLineProps {
  readonly row: WaterfallRow;
  readonly id: string;
  readonly window: TimeWindow;
  readonly clock: Clock;
  readonly active: boolean;
  readonly onPress: (row: WaterfallRow) => void;
  readonly onToggle: (row: WaterfallRow, deep: boolean) => void;
}

/** One line of the waterfall. Lines that ended draw again only when the window or what is chosen changes. */
export const WaterfallLine = memo(function WaterfallLine({ row, id, window, clock, active, onPress, onToggle }: WaterfallLineProps) {
  const { depth, open, status, from } = row;
  const to = row.to ?? clock.end ?? clock.now;
  const timed = row.type === "step" || row.type === "container" || row.type === "round";
  return (
    // Keys are handled by the tree, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-level={depth + 1}
      aria-selected={active}
      {...(open === undefined ? {} : { "aria-expanded": open })}
      onClick={() => onPress(row)}
      className={cn(
        COLUMNS,
        "h-full items-center outline-none",
        active
          ? "bg-active -outline-offset-2 outline-focus group-focus-visible/tree:outline-2 group-focus-visible/tree:outline-solid"
          : "hover:bg-hover",
      )}
    >
      <div className="flex h-full min-w-0 items-center gap-1.5 pr-2" style={{ paddingLeft: `${depth * 0.875 + 0.25}rem` }}>
        {open === undefined ? (
          <span className="w-4 shrink-0" />
        ) : (
          <button
            type="button"
            tabIndex={-1}
            aria-hidden
            onClick={(event) => {
              event.stopPropagation();
              onToggle(row, event.altKey);
            }}
            className="flex h-5 w-4 shrink-0 items-center justify-center rounded-sm text-muted hover:bg-active"
          >
            <ChevronRight className={cn("size-3.5 transition-transform", open ? "rotate-90" : "")} />
          </button>
        )}
        <StatusIcon status={status} className="shrink-0 [&_svg]:size-3.5" />
        <span className={cn("truncate", row.type === "step" || row.type === "container" ? "text-ink" : "text-muted")}>{rowName(row)}</span>
        <RowFacts row={row} />
      </div>
      <div className={cn("pr-3 text-right text-xs tabular-nums", row.to === undefined ? "text-busy" : "text-muted")}>
        {timed ? formatDuration(to - from) : null}
      </div>
      <div className="relative h-full overflow-hidden border-l border-line">
        {row.type === "step" ? <StepBar row={row} window={window} clock={clock} /> : null}
        {row.type === "container" || row.type === "round" ? <Span from={from} to={to} window={window} /> : null}
      </div>
    </div>
  );
}, isSame);

/** A clock that goes on matters only to what goes on. */
function isSame(before: WaterfallLineProps, after: WaterfallLineProps): boolean {
  const { row } = after;
  const goesOn = row.to === undefined && before.clock.now !== after.clock.now;
  return (
    !goesOn &&
    before.row === row &&
    before.id === after.id &&
    before.window.from === after.window.from &&
    before.window.to === after.window.to &&
    before.clock.end === after.clock.end &&
    before.active === after.active &&
    before.onPress === after.onPress &&
    before.onToggle === after.onToggle
  );
}

function StepBar({
  row,
  window,
  clock,
}: {
  readonly row: Extract<WaterfallRow, { type: "step" }>;
  readonly window: TimeWindow;
  readonly clock: Clock;
}) {
  const { step, run, status } = row;
  // Attempts are asked for only where there were several: a timeline leaves them out.
  const details = useStepDetails(run, step.attempt > 1 ? step.id : undefined, `${step.status} ${step.attempt}`);
  const segments = segmentsOf(step, clock, details.data?.attempts);
  const title = segments.map(({ kind, from, to }) => `${runsText.waterfall.kinds[kind]} ${formatDuration(to - from)}`).join("\n");
  return (
    <span title={title} className="absolute inset-0">
      <Bar segments={step.reused ? segments.slice(-1) : segments} status={status} window={window} reused={step.reused} />
    </span>
  );
}
