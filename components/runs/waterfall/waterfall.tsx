"use client";
import type { KeyboardEvent } from "react";
import { useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import type { Graph } from "../../../codegen/schema/graph.ts";
import type { RunTimeline } from "../../../lib/api/run-schemas.ts";
import { useVirtualRows } from "../../json/use-virtual-rows.ts";
import { runsText } from "../../text/runs.ts";
import { cn } from "../../ui/cn.ts";
import { hasEnded } from "../timeline/apply-messages.ts";
import type { StepRef } from "./step-ref.ts";
import { ticksOf } from "./time-window.ts";
import { useChildTimelines } from "./use-child-timelines.ts";
import { useWidth } from "../view/use-width.ts";
import { useWaterfallWindow } from "./use-waterfall-window.ts";
import { WaterfallHead } from "./waterfall-head.tsx";
import { COLUMNS, WaterfallLine } from "./waterfall-line.tsx";
import type { WaterfallRow } from "./waterfall-rows.ts";
import { waterfallRows } from "./waterfall-rows.ts";

interface WaterfallProps {
  readonly timeline: RunTimeline;
  /** The run's own version, for its containers. */
  readonly graph: Graph | undefined;
  readonly selected: StepRef | undefined;
  /** A step was walked to. */
  readonly onSelect: (step: StepRef) => void;
  /** It shall be shown whole. */
  readonly onOpen: (step: StepRef) => void;
}

const LINE_HEIGHT = 28;
/** What a tick's name needs, in pixels. */
const TICK_WIDTH = 72;
const NO_FOLDS: ReadonlyMap<string, boolean> = new Map();

/** What a run did, in time: a line for each step, in its container's rounds, with what it called; ten thousand are as quick as ten. */
export function Waterfall({ timeline, graph, selected, onSelect, onOpen }: WaterfallProps) {
  const base = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const axis = useRef<HTMLDivElement>(null);
  const [folds, setFolds] = useState(NO_FOLDS);
  const [called, setCalled] = useState<readonly string[]>([]);
  const [cursor, setCursor] = useState<string>();
  const children = useChildTimelines(called);
  const rows = useMemo(() => waterfallRows({ timeline, graph, folds, children }), [timeline, graph, folds, children]);
  const { clock, whole, window, isFit, setWindow, zoom } = useWaterfallWindow(timeline, scroller, axis);
  const width = useWidth(axis) ?? 600;
  const ticks = useMemo(() => ticksOf(window, whole.from, TICK_WIDTH / Math.max(width, TICK_WIDTH)), [window, whole.from, width]);
  const virtual = useVirtualRows({ count: rows.length, scroller, height: LINE_HEIGHT, keyOf: (index) => rows[index]?.key ?? index });

  const chosen = rows.findIndex((row) => row.type === "step" && row.run === selected?.run && row.step.id === selected.step);
  const walked = rows.findIndex((row) => row.key === cursor);
  // What is chosen elsewhere, on the canvas, moves the cursor; a container that was walked to holds it itself.
  const at = walked >= 0 && (chosen < 0 || rows[walked]?.type !== "step") ? walked : chosen;
  useEffect(() => {
    if (chosen >= 0) virtual.scrollToIndex(chosen, { align: "auto" });
    // Only a new choice scrolls, not every step that comes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [selected?.run, selected?.step]);

  const toggle = useCallback((row: WaterfallRow, deep: boolean) => {
    if (row.open === undefined) return;
    const open = !row.open;
    if (row.type === "step" && row.step.childRun !== null) {
      const { childRun } = row.step;
      setCalled((before) => (before.includes(childRun) ? before : [...before, childRun]));
    }
    setFolds((before) => {
      const next = new Map(before);
      if (deep) for (const key of next.keys()) if (key.startsWith(row.key)) next.delete(key);
      return next.set(row.key, open);
    });
  }, []);
  const press = useCallback(
    (row: WaterfallRow) => {
      setCursor(row.key);
      if (row.type === "step") onOpen({ run: row.run, step: row.step.id });
      else toggle(row, false);
    },
    [onOpen, toggle],
  );
  const walk = (to: number): void => {
    const next = Math.min(Math.max(to, 0), rows.length - 1);
    const row = rows[next];
    if (!row) return;
    setCursor(row.key);
    virtual.scrollToIndex(next, { align: "auto" });
    if (row.type === "step") onSelect({ run: row.run, step: row.step.id });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.metaKey || event.ctrlKey) return;
    const row = rows[at];
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => walk(at + 1),
      ArrowUp: () => walk(at - 1),
      PageDown: () => walk(at + 15),
      PageUp: () => walk(at - 15),
      Home: () => walk(0),
      End: () => walk(rows.length - 1),
      ArrowRight: () => (row?.open === false ? toggle(row, event.altKey) : walk(at + 1)),
      ArrowLeft: () => (row?.open === true ? toggle(row, event.altKey) : walk(outerOf(rows, at))),
      Enter: () => row && press(row),
      "+": () => zoom(0.5),
      "=": () => zoom(0.5),
      "-": () => zoom(2),
      "0": () => setWindow(undefined),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return (
    <div className="@container flex min-h-0 min-w-0 flex-1 flex-col text-sm">
      <WaterfallHead timeline={timeline} whole={whole} window={window} ticks={ticks} isFit={isFit} onWindow={setWindow} onZoom={zoom} />
      <div
        ref={scroller}
        role="tree"
        tabIndex={0}
        aria-label={runsText.waterfall.label}
        {...(at < 0 ? {} : { "aria-activedescendant": `${base}-${at}` })}
        onKeyDown={onKeyDown}
        onFocus={() => at < 0 && setCursor(rows[0]?.key)}
        // The line that is walked to shows the focus.
        className="group/tree relative min-h-0 flex-1 overflow-y-auto outline-none"
      >
        <div role="none" className="relative min-h-full" style={{ height: virtual.getTotalSize() }}>
          <div role="none" className={cn(COLUMNS, "pointer-events-none absolute inset-0")}>
            <div ref={axis} role="none" className="relative col-start-3 overflow-hidden border-l border-line">
              {ticks.map((tick) => (
                <span key={tick.label} className="absolute inset-y-0 w-px bg-line" style={{ left: `${tick.at * 100}%` }} />
              ))}
            </div>
          </div>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row ? (
              <div
                key={item.key}
                role="none"
                className="absolute top-0 w-full"
                style={{ height: LINE_HEIGHT, transform: `translateY(${item.start}px)` }}
              >
                <WaterfallLine
                  row={row}
                  id={`${base}-${item.index}`}
                  window={window}
                  clock={clock}
                  active={item.index === at}
                  onPress={press}
                  onToggle={toggle}
                />
              </div>
            ) : null;
          })}
        </div>
        {rows.length === 0 ? (
          <p className="absolute inset-x-0 top-6 text-center text-sm text-muted">
            {hasEnded(timeline.run.status) ? runsText.waterfall.noSteps : runsText.waterfall.empty}
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** The line around another one; itself at the top. */
function outerOf(rows: readonly WaterfallRow[], at: number): number {
  const depth = rows[at]?.depth ?? 0;
  for (let before = at - 1; before >= 0; before--) if ((rows[before]?.depth ?? 0) < depth) return before;
  return at;
}
