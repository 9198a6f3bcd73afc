"use client";
import Link from "next/link";
import type { RunSummary } from "../../../lib/api/schemas.ts";
import { runsText } from "../../text/runs.ts";
import { StatusIcon } from "../../ui/run-status.tsx";
import { cn } from "../../ui/cn.ts";
import { formatDuration, formatExact, formatAgo } from "../format.ts";
import { runAddress } from "../run-address.ts";
import { TriggerIcon } from "../trigger-icon.tsx";

/** The columns of the list; on a phone a row has two lines. */
export const RUN_COLUMNS =
  "grid items-center gap-x-3 grid-cols-[1.25rem_minmax(0,1fr)_auto] md:grid-cols-[1.5rem_1.25rem_minmax(9rem,16rem)_7rem_3.5rem_7rem_5rem_minmax(0,1fr)]";

interface RunRowProps {
  readonly workspace: string;
  readonly run: RunSummary;
  readonly title: string;
  readonly now: number;
  readonly active: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** One run of the list. */
export function RunRow({ workspace, run, title, now, active, chosen, onChoose }: RunRowProps) {
  const begun = run.startedAt ?? run.createdAt;
  const goesOn = run.endedAt === null;
  const until = run.endedAt === null ? now : Date.parse(run.endedAt);
  const took = run.status === "pending" ? undefined : until - Date.parse(begun);
  return (
    <div
      className={cn(
        RUN_COLUMNS,
        "group relative h-full border-b border-line px-3 md:px-4",
        active ? "bg-active" : chosen ? "bg-accent-soft" : "hover:bg-hover",
      )}
    >
      <input
        type="checkbox"
        checked={chosen}
        onChange={onChoose}
        aria-label={runsText.list.select(run.id)}
        className={cn(
          "relative z-10 size-3.5 accent-accent-fill max-md:hidden",
          chosen ? "" : "opacity-0 group-hover:opacity-100 focus-visible:opacity-100",
        )}
      />
      <StatusIcon status={run.status} className="max-md:row-span-2 max-md:self-center" />
      {/* The whole row leads to the run; what stands above it is pressed by itself. */}
      <Link
        href={runAddress(workspace, run.id)}
        tabIndex={active ? 0 : -1}
        className="min-w-0 truncate font-medium text-ink outline-none after:absolute after:inset-0 after:content-[''] focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
      >
        {title}
      </Link>
      <span className="flex items-center text-xs text-muted max-md:hidden">
        <TriggerIcon trigger={run.trigger} withWord />
      </span>
      <span className="text-xs text-muted tabular-nums max-md:hidden">{runsText.version(run.version)}</span>
      <time
        dateTime={run.createdAt}
        title={formatExact(run.createdAt)}
        className="relative z-10 truncate text-xs text-muted tabular-nums max-md:text-right"
      >
        {formatAgo(run.createdAt, now)}
      </time>
      <span className={cn("text-right text-xs tabular-nums max-md:hidden", goesOn ? "text-busy" : "text-ink")}>
        {took === undefined ? "" : formatDuration(took)}
      </span>
      <span className="min-w-0 truncate text-xs max-md:col-span-2 max-md:col-start-2">
        <span className="inline-flex items-center gap-1 align-bottom text-muted md:hidden">
          <TriggerIcon trigger={run.trigger} />
          {runsText.version(run.version)}
          {took === undefined ? "" : ` · ${formatDuration(took)}`}
          {run.error ? " · " : ""}
        </span>
        {run.error ? (
          <span className="text-bad" title={run.error.message}>
            {run.error.node === undefined ? "" : <span className="font-medium">{run.error.node} </span>}
            {run.error.message}
          </span>
        ) : run.note === null ? null : (
          <span className="text-muted">{run.note}</span>
        )}
      </span>
    </div>
  );
}
