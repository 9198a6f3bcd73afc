"use client";
import { ArrowLeftRight } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useMemo, useState } from "react";
import type { RunTimeline } from "../../../lib/api/run-schemas.ts";
import { useSession } from "../../shell/session-context.tsx";
import { runsText } from "../../text/runs.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Problem } from "../../ui/problem.tsx";
import { StatusBadge } from "../../ui/run-status.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { Switch } from "../../ui/switch.tsx";
import { formatExact } from "../format.ts";
import { compareAddress, runAddress, runsAddress } from "../run-address.ts";
import { useLiveTimeline } from "../timeline/use-run-timeline.ts";
import { TriggerIcon } from "../trigger-icon.tsx";
import { alignRuns } from "./align-runs.ts";
import { ComparedStep } from "./compared-step.tsx";
import { differs } from "./step-difference.ts";
import { ValueDiff } from "./value-diff.tsx";

/** Two runs side by side: step by step what they did alike and what not. The address names both. */
export function ComparePage() {
  const { workspace } = useSession();
  const search = useSearchParams();
  const [a, b] = [search.get("a") ?? undefined, search.get("b") ?? undefined];
  const first = useLiveTimeline(a);
  const second = useLiveTimeline(b);
  const text = runsText.compare;
  if (a === undefined || b === undefined) {
    return (
      <EmptyState
        title={text.title}
        actions={
          <Button asChild>
            <Link href={runsAddress(workspace.id)}>{runsText.page.back}</Link>
          </Button>
        }
      >
        {text.choose}
      </EmptyState>
    );
  }
  const error = first.error ?? second.error;
  if (error) {
    return (
      <div className="p-6">
        <Problem error={error} />
      </div>
    );
  }
  if (!first.data || !second.data) {
    return (
      <div className="p-6">
        <Spinner />
      </div>
    );
  }
  return <Compared workspace={workspace.id} a={first.data} b={second.data} />;
}

function Compared({ workspace, a, b }: { readonly workspace: string; readonly a: RunTimeline; readonly b: RunTimeline }) {
  const [onlyDifferences, setOnly] = useState(false);
  const steps = useMemo(() => alignRuns(a, b), [a, b]);
  const shown = onlyDifferences ? steps.filter(differs) : steps;
  const text = runsText.compare;
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-4 px-4 py-5 md:px-6">
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="text-lg font-semibold">{text.title}</h1>
        <span className="text-sm text-muted">{text.differences(steps.filter(differs).length)}</span>
        <span className="ml-auto" />
        <label htmlFor="only-differences" className="flex items-center gap-2 text-sm">
          <Switch id="only-differences" checked={onlyDifferences} onChange={setOnly} />
          {text.onlyDifferences}
        </label>
        <Button size="sm" asChild>
          <Link href={compareAddress(workspace, b.run.id, a.run.id)}>
            <ArrowLeftRight aria-hidden />
            {text.swap}
          </Link>
        </Button>
      </header>
      <div className="grid grid-cols-2 gap-3">
        <Side workspace={workspace} name={text.a} timeline={a} />
        <Side workspace={workspace} name={text.b} timeline={b} />
      </div>
      <section aria-label={text.input} className="rounded-lg border border-line bg-surface px-3 py-2.5">
        <h2 className="mb-1 text-sm font-medium">{text.input}</h2>
        <ValueDiff before={a.run.input.value} after={b.run.input.value} />
      </section>
      <section aria-label={text.step} className="overflow-hidden rounded-lg border border-line bg-surface">
        {shown.length === 0 ? <p className="px-3 py-2.5 text-sm text-muted">{text.all}</p> : null}
        <ol>
          {shown.map((step) => (
            <ComparedStep key={step.key} step={step} a={a.run.id} b={b.run.id} />
          ))}
        </ol>
      </section>
      <section aria-label={text.result} className="rounded-lg border border-line bg-surface px-3 py-2.5">
        <h2 className="mb-1 text-sm font-medium">{text.result}</h2>
        <ValueDiff before={a.run.result?.value} after={b.run.result?.value} />
      </section>
    </div>
  );
}

function Side({ workspace, name, timeline }: { readonly workspace: string; readonly name: string; readonly timeline: RunTimeline }) {
  const { run } = timeline;
  return (
    <Link
      href={runAddress(workspace, run.id)}
      className="flex min-w-0 flex-col gap-1.5 rounded-lg border border-line bg-surface px-3 py-2.5 hover:bg-hover"
    >
      <span className="flex items-center gap-2">
        <span className="text-xs text-muted">{name}</span>
        <StatusBadge status={run.status} />
      </span>
      <span className="truncate text-sm font-medium">{run.title || run.workflow}</span>
      <span className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
        <TriggerIcon trigger={run.trigger} withWord />
        {runsText.version(run.version)}
        <time dateTime={run.createdAt}>{formatExact(run.createdAt)}</time>
      </span>
      {run.error ? <span className="truncate text-xs text-bad">{run.error.message}</span> : null}
    </Link>
  );
}
