"use client";
import { ExternalLink, X } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import type { StepDetails, TimelineStep } from "../../../lib/api/run-schemas.ts";
import { JsonView } from "../../json/json-view.tsx";
import { runsText } from "../../text/runs.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Problem } from "../../ui/problem.tsx";
import { StatusBadge } from "../../ui/run-status.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import type { Tab } from "../../ui/tabs.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { runAddress } from "../run-address.ts";
import { useStepDetails } from "../timeline/use-run-timeline.ts";
import { stepStatus } from "../waterfall/step-status.ts";
import { StepAttempts } from "./step-attempts.tsx";
import { StepFacts } from "./step-facts.tsx";
import { StepLogs } from "./step-logs.tsx";

interface StepPanelProps {
  readonly workspace: string;
  readonly run: string;
  readonly step: TimelineStep;
  readonly runEnded: boolean;
  readonly onClose: () => void;
  /** Puts a path into a field: only where fields are. */
  readonly onPickPath?: (path: string) => void;
}

/** One step whole: what came of it and why, what went in and out, each attempt, what it printed. */
export function StepPanel({ workspace, run, step, runEnded, onClose, onPickPath }: StepPanelProps) {
  const text = runsText.step;
  const details = useStepDetails(run, step.id, `${step.status} ${step.attempt}`);
  const [chosen, setChosen] = useState<string>();
  const status = stepStatus(step, runEnded);
  const name = step.label || step.node;
  const tabs = tabsOf(step, details.data, onPickPath);
  // Of a step that failed its attempts say more than an output that is not there.
  const preferred = step.status === "failed" || step.status === "retrying" ? "attempts" : "output";
  const tab = tabs.find(({ id }) => id === chosen) ?? tabs.find(({ id }) => id === preferred) ?? tabs[0];
  return (
    <section aria-label={text.label} className="flex h-full min-h-0 min-w-0 flex-col bg-surface">
      <header className="flex flex-col gap-2 border-b border-line px-4 pt-2.5 pb-2.5">
        <div className="flex items-center gap-2">
          <h2 className="min-w-0 truncate text-sm font-semibold">{name}</h2>
          {name === step.node ? null : <span className="truncate font-mono text-2xs text-muted">{step.node}</span>}
          <span className="ml-auto" />
          <StatusBadge status={status} />
          <IconButton label={text.close} keys="Escape" size="sm" className="-mr-2" onClick={onClose}>
            <X aria-hidden />
          </IconButton>
        </div>
        {step.error ? (
          <p role="alert" className="rounded-md bg-bad-soft px-2.5 py-1.5 text-sm break-words whitespace-pre-wrap text-ink">
            {step.error.status === undefined ? null : (
              <span className="mr-1.5 font-medium text-bad">{text.httpStatus(step.error.status)}</span>
            )}
            {step.error.message}
          </p>
        ) : null}
        <StepFacts step={step} />
        {step.childRun === null ? null : (
          <Link href={runAddress(workspace, step.childRun)} className="inline-flex items-center gap-1 text-xs text-accent hover:underline">
            {text.child}
            <ExternalLink aria-hidden className="size-3.5" />
          </Link>
        )}
      </header>
      {details.error ? (
        <div className="p-4">
          <Problem error={details.error} onRetry={() => void details.refetch()} />
        </div>
      ) : details.data && tab ? (
        <Tabs label={text.label} tabs={tabs} value={tab.id} onChange={setChosen} className="flex-1 [&>[role=tabpanel]]:overflow-hidden" />
      ) : (
        <div className="p-4">
          <Spinner />
        </div>
      )}
    </section>
  );
}

function tabsOf(step: TimelineStep, details: StepDetails | undefined, onPickPath: ((path: string) => void) | undefined): Tab[] {
  if (!details) return [];
  const text = runsText.step;
  const pick = onPickPath ? { onPickPath } : {};
  const hasOutput = details.output !== undefined && (step.status === "completed" || details.output !== null);
  const tabs: Tab[] = [
    {
      id: "output",
      label: text.output,
      content: hasOutput ? (
        <JsonView value={details.output} label={text.output} root={step.node} {...pick} className="h-full" />
      ) : (
        <Nothing>{step.status === "failed" ? text.noOutputFailed : text.noOutput}</Nothing>
      ),
    },
    {
      id: "input",
      label: text.input,
      content:
        details.input === undefined || details.input === null ? (
          <Nothing>{text.noInput}</Nothing>
        ) : (
          <JsonView value={details.input} label={text.input} className="h-full" />
        ),
    },
  ];
  if (details.attempts.length > 0) {
    tabs.push({
      id: "attempts",
      label: <Counted label={text.attempts} count={details.attempts.length} />,
      content: <StepAttempts step={step} attempts={details.attempts} />,
    });
  }
  // What the last attempt printed; the ones before show theirs among the attempts.
  const logs = details.logs.length > 0 ? details.logs : (details.attempts.at(-1)?.logs ?? []);
  if (step.kind === "code" || logs.length > 0) {
    tabs.push({ id: "logs", label: <Counted label={text.logs} count={logs.length} />, content: <StepLogs logs={logs} /> });
  }
  return tabs;
}

function Counted({ label, count }: { readonly label: string; readonly count: number }) {
  return (
    <>
      {label} <span className="text-xs font-normal text-muted tabular-nums">{count}</span>
    </>
  );
}

function Nothing({ children }: { readonly children: string }) {
  return <p className="px-4 py-3 text-sm text-muted">{children}</p>;
}
