"use client";
import { useRouter } from "next/navigation";
import type { KeyboardEvent } from "react";
import { useEffect, useRef, useState } from "react";
import type { RunSummary } from "../../../lib/api/schemas.ts";
import { useVirtualRows } from "../../json/use-virtual-rows.ts";
import { runsText } from "../../text/runs.ts";
import { Spinner } from "../../ui/spinner.tsx";
import { cn } from "../../ui/cn.ts";
import { useIsNarrow } from "../../editor/use-is-narrow.ts";
import { runAddress } from "../run-address.ts";
import { useNow } from "../use-now.ts";
import { RUN_COLUMNS, RunRow } from "./run-row.tsx";

interface RunListProps {
  readonly workspace: string;
  readonly runs: readonly RunSummary[];
  /** A workflow's name → its title. */
  readonly titles: ReadonlyMap<string, string>;
  readonly chosen: readonly string[];
  readonly onChoose: (run: string) => void;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly onMore: () => void;
}

const ROW_HEIGHT = 40;
const PHONE_ROW_HEIGHT = 56;
/** The next page is asked for when this many rows are left below. */
const AHEAD = 20;

/** Runs as rows, drawn as they come into sight. Arrows or J and K walk, Enter opens, X chooses for a comparison. */
export function RunList({ workspace, runs, titles, chosen, onChoose, hasMore, isLoadingMore, onMore }: RunListProps) {
  const router = useRouter();
  const scroller = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow();
  const height = isNarrow ? PHONE_ROW_HEIGHT : ROW_HEIGHT;
  const virtual = useVirtualRows({ count: runs.length, scroller, height, keyOf: (index) => runs[index]?.id ?? index });
  const [active, setActive] = useState<string>();
  const goesOn = runs.some((run) => run.endedAt === null);
  const now = useNow(goesOn ? 1_000 : 10_000);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !isLoadingMore && last >= runs.length - AHEAD) onMore();
  }, [hasMore, isLoadingMore, last, runs.length, onMore]);
  // Another height of the rows is another layout of all.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => virtual.measure(), [virtual, height]);

  const at = runs.findIndex((run) => run.id === active);
  const walk = (to: number): void => {
    const next = Math.min(Math.max(to, 0), runs.length - 1);
    setActive(runs[next]?.id);
    virtual.scrollToIndex(next, { align: "auto" });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const run = runs[at];
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => walk(at + 1),
      ArrowUp: () => walk(at - 1),
      j: () => walk(at + 1),
      k: () => walk(at - 1),
      Home: () => walk(0),
      End: () => walk(runs.length - 1),
      Enter: () => run && router.push(runAddress(workspace, run.id)),
      x: () => run && onChoose(run.id),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    // What scrolls and is walked with the arrows is reached with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={scroller}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={runsText.list.label}
      onKeyDown={press}
      className="min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2"
    >
      <div className={cn(RUN_COLUMNS, "sticky top-0 z-20 h-8 border-b border-line bg-canvas px-4 text-xs text-muted max-md:hidden")}>
        <span />
        <span />
        <span>{runsText.list.workflow}</span>
        <span>{runsText.list.trigger}</span>
        <span>{runsText.list.version}</span>
        <span>{runsText.list.started}</span>
        <span className="text-right">{runsText.list.duration}</span>
        <span />
      </div>
      <ul className="relative bg-surface" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const run = runs[item.index];
          return run ? (
            <li
              key={item.key}
              aria-setsize={hasMore ? -1 : runs.length}
              aria-posinset={item.index + 1}
              className="absolute top-0 w-full"
              style={{ height, transform: `translateY(${item.start}px)` }}
            >
              <RunRow
                workspace={workspace}
                run={run}
                title={titles.get(run.workflow) ?? run.workflow}
                now={now}
                active={run.id === active}
                chosen={chosen.includes(run.id)}
                onChoose={() => onChoose(run.id)}
              />
            </li>
          ) : null;
        })}
      </ul>
      <div className="flex h-12 items-center justify-center text-xs text-muted">
        {hasMore ? <Spinner label={runsText.list.more} /> : runsText.list.end(runs.length)}
      </div>
    </section>
  );
}
