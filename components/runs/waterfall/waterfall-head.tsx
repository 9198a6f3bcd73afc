"use client";
import { Info, Maximize2, ZoomIn, ZoomOut } from "lucide-react";
import type { RunTimeline } from "../../../lib/api/run-schemas.ts";
import { runsText } from "../../text/runs.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Popover } from "../../ui/popover.tsx";
import { Button } from "../../ui/button.tsx";
import { cn } from "../../ui/cn.ts";
import { SEGMENT_LOOKS } from "./bar.tsx";
import type { SegmentKind } from "./bar-segments.ts";
import { Overview } from "./overview.tsx";
import type { Tick, TimeWindow } from "./time-window.ts";
import { COLUMNS } from "./waterfall-line.tsx";

const KINDS: readonly SegmentKind[] = ["queued", "running", "failed", "pause", "waiting"];

interface WaterfallHeadProps {
  readonly timeline: RunTimeline;
  readonly whole: TimeWindow;
  readonly window: TimeWindow;
  readonly ticks: readonly Tick[];
  readonly isFit: boolean;
  readonly onWindow: (window: TimeWindow | undefined) => void;
  readonly onZoom: (factor: number) => void;
}

/** Over the lines: the run as a whole, the axis, and how to look closer. */
export function WaterfallHead({ timeline, whole, window, ticks, isFit, onWindow, onZoom }: WaterfallHeadProps) {
  const text = runsText.waterfall;
  return (
    <div className={cn(COLUMNS, "shrink-0 border-b border-line text-xs text-muted")}>
      <div className="col-span-2 flex items-end justify-between gap-1 pr-3 pb-1 pl-2.5">
        <div className="flex items-center">
          <IconButton label={text.zoomOut} keys="-" size="xs" className="max-[30rem]:hidden" onClick={() => onZoom(2)} disabled={isFit}>
            <ZoomOut aria-hidden />
          </IconButton>
          <IconButton label={text.zoomIn} keys="+" size="xs" className="max-[30rem]:hidden" onClick={() => onZoom(0.5)}>
            <ZoomIn aria-hidden />
          </IconButton>
          <IconButton label={text.fit} keys="0" size="xs" onClick={() => onWindow(undefined)} disabled={isFit}>
            <Maximize2 aria-hidden />
          </IconButton>
          <Popover
            align="start"
            label={text.legend}
            trigger={
              <Button look="ghost" size="icon-xs" aria-label={text.legend} title={text.legend}>
                <Info aria-hidden />
              </Button>
            }
          >
            <Legend />
          </Popover>
        </div>
        <span>{text.duration}</span>
      </div>
      <div className="min-w-0 border-l border-line">
        <Overview timeline={timeline} whole={whole} window={window} onWindow={onWindow} />
        <div className="relative h-6 overflow-hidden border-t border-line" onDoubleClick={() => onWindow(undefined)}>
          {ticks.map((tick) => (
            <span
              key={tick.label}
              className="absolute top-0 flex h-full items-center border-l border-line pl-1 text-2xs whitespace-nowrap tabular-nums"
              style={{ left: `${tick.at * 100}%` }}
            >
              {tick.label}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

function Legend() {
  return (
    <ul className="flex flex-col gap-2 text-xs text-ink">
      {KINDS.map((kind) => (
        <li key={kind} className="flex items-center gap-2.5">
          <span className="relative h-3 w-10">
            <span className={cn("absolute top-1/2 left-0 w-full -translate-y-1/2", SEGMENT_LOOKS[kind])} />
          </span>
          {runsText.waterfall.kinds[kind]}
        </li>
      ))}
      <li className="max-w-60 border-t border-line pt-2 text-muted">{runsText.waterfall.keys}</li>
    </ul>
  );
}
