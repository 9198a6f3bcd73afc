"use client";
import { useAtom, useSetAtom } from "jotai";
import { ExternalLink } from "lucide-react";
import Link from "next/link";
import type { RunSummary } from "../../../lib/api/schemas.ts";
import { formatDuration, formatExact, formatAgo } from "../../runs/format.ts";
import { useRunList } from "../../runs/list/use-run-list.ts";
import { useRunChanges } from "../../runs/list/use-run-changes.ts";
import { runsAddress } from "../../runs/run-address.ts";
import { TriggerIcon } from "../../runs/trigger-icon.tsx";
import { useNow } from "../../runs/use-now.ts";
import { runsText } from "../../text/runs.ts";
import { cn } from "../../ui/cn.ts";
import { Problem } from "../../ui/problem.tsx";
import { StatusIcon } from "../../ui/run-status.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { useOpenDocument } from "../document-context.tsx";
import { openRunAtom } from "../screen.ts";
import { chosenStepAtom } from "./run-state.ts";

/** The newest runs of this workflow; one that is pressed opens beside. */
export function RecentRuns() {
  const { details, workspace } = useOpenDocument();
  const filters = { document: details.id };
  const runs = useRunList(workspace, filters);
  useRunChanges(workspace, filters);
  const now = useNow(10_000);
  const all = runs.data?.pages.flatMap((page) => page.runs) ?? [];
  if (runs.error) {
    return (
      <div className="p-3">
        <Problem error={runs.error} onRetry={() => void runs.refetch()} />
      </div>
    );
  }
  if (runs.isPending) {
    return (
      <div className="p-4">
        <Spinner />
      </div>
    );
  }
  if (all.length === 0) {
    return (
      <div className="p-4 text-sm">
        <p className="font-medium">{runsText.panel.noRuns}</p>
        <p className="text-muted">{runsText.panel.noRunsHint}</p>
      </div>
    );
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto py-1">
      <ul>
        {all.map((run) => (
          <li key={run.id}>
            <RecentRun run={run} now={now} />
          </li>
        ))}
      </ul>
      <Link
        href={runsAddress(workspace, filters)}
        className="mx-3 my-2 inline-flex items-center gap-1 text-xs text-accent hover:underline [&_svg]:size-3.5"
      >
        {runsText.panel.allRuns}
        <ExternalLink aria-hidden />
      </Link>
    </div>
  );
}

function RecentRun({ run, now }: { readonly run: RunSummary; readonly now: number }) {
  const [open, setOpen] = useAtom(openRunAtom);
  const setStep = useSetAtom(chosenStepAtom);
  const begun = run.startedAt ?? run.createdAt;
  const took = run.endedAt === null ? undefined : Date.parse(run.endedAt) - Date.parse(begun);
  return (
    <button
      type="button"
      aria-pressed={open === run.id}
      onClick={() => {
        setStep(undefined);
        setOpen(run.id);
      }}
      className={cn(
        "flex h-8 w-full items-center gap-2 px-3 text-left text-sm focus-visible:-outline-offset-2",
        open === run.id ? "bg-active" : "hover:bg-hover",
      )}
    >
      <StatusIcon status={run.status} className="shrink-0" />
      <span className="min-w-0 flex-1 truncate" title={formatExact(run.createdAt)}>
        {formatAgo(run.createdAt, now)}
      </span>
      <span className="text-xs text-muted">
        <TriggerIcon trigger={run.trigger} />
      </span>
      <span className="w-16 text-right text-xs text-muted tabular-nums">
        {took === undefined ? runsText.waterfall.goesOn : formatDuration(took)}
      </span>
    </button>
  );
}
