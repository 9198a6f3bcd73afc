"use client";
import { CornerLeftUp, RotateCcw, Wifi, WifiOff } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { RunTimeline } from "../../../lib/api/run-schemas.ts";
import { runsText } from "../../text/runs.ts";
import { StatusBadge } from "../../ui/run-status.tsx";
import { Tooltip } from "../../ui/tooltip.tsx";
import { formatCost, formatCount, formatDuration, formatExact, formatAgo } from "../format.ts";
import { runAddress } from "../run-address.ts";
import { hasEnded } from "../timeline/apply-messages.ts";
import type { FollowState } from "../timeline/follow-events.ts";
import { useNow } from "../use-now.ts";
import { TriggerIcon } from "../trigger-icon.tsx";

interface RunHeaderProps {
  readonly workspace: string;
  readonly timeline: RunTimeline;
  readonly follow: FollowState | undefined;
  /** Before and after the facts: a way back, buttons. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
}

/** A run in one line: how it stands, what started it, when, how long, what it cost, where it comes from. */
export function RunHeader({ workspace, timeline, follow, before, after }: RunHeaderProps) {
  const { run, usage, steps } = timeline;
  const ended = hasEnded(run.status);
  const now = useNow(ended ? 30_000 : 100);
  const begun = run.startedAt ?? run.createdAt;
  const took = (run.endedAt === null ? now : Date.parse(run.endedAt)) - Date.parse(begun);
  return (
    <header className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1.5">
      {before}
      <StatusBadge status={run.status} />
      <span className="flex items-center gap-1.5 text-xs text-muted">
        <TriggerIcon trigger={run.trigger} withWord />
        <span aria-hidden>·</span>
        <span>{runsText.version(run.version)}</span>
        <span aria-hidden>·</span>
        <time dateTime={begun} title={formatExact(begun)} suppressHydrationWarning>
          {formatAgo(begun, now)}
        </time>
      </span>
      <span className="text-sm font-medium tabular-nums">{formatDuration(took)}</span>
      <span className="text-xs text-muted tabular-nums max-[48rem]:hidden">{runsText.steps(steps.length)}</span>
      {usage ? (
        <span className="text-xs text-muted tabular-nums">
          {runsText.step.tokensLabel} {formatCount(usage.inputTokens + usage.outputTokens)}
          {usage.cost === null ? "" : ` · ${formatCost(usage.cost)}`}
        </span>
      ) : null}
      {run.parent === null ? null : (
        <Origin href={runAddress(workspace, run.parent)} label={runsText.parent} icon={<CornerLeftUp aria-hidden />} />
      )}
      {run.rerunOf === null ? null : (
        <Origin href={runAddress(workspace, run.rerunOf)} label={runsText.rerunOf} icon={<RotateCcw aria-hidden />} />
      )}
      {ended ? null : <Following follow={follow} />}
      <div className="ml-auto flex shrink-0 items-center gap-1">{after}</div>
    </header>
  );
}

function Origin({ href, label, icon }: { readonly href: string; readonly label: string; readonly icon: ReactNode }) {
  return (
    <Link href={href} className="inline-flex items-center gap-1 text-xs text-accent hover:underline [&_svg]:size-3.5">
      {icon}
      {label}
    </Link>
  );
}

function Following({ follow }: { readonly follow: FollowState | undefined }) {
  if (follow === "reconnecting") {
    return (
      <Tooltip label={runsText.reconnectingHint}>
        <output className="inline-flex items-center gap-1 text-xs text-warn">
          <WifiOff aria-hidden className="size-3.5" />
          {runsText.reconnecting}
        </output>
      </Tooltip>
    );
  }
  if (follow !== "live") return null;
  return (
    <Tooltip label={runsText.liveHint}>
      <output className="inline-flex items-center gap-1 text-xs text-good">
        <Wifi aria-hidden className="size-3.5" />
        {runsText.live}
      </output>
    </Tooltip>
  );
}
