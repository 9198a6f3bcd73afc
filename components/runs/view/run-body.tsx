"use client";
import { useRef, useState } from "react";
import type { ReactNode } from "react";
import type { Graph } from "../../../codegen/schema/graph.ts";
import type { RunTimeline, TimelineStep } from "../../../lib/api/run-schemas.ts";
import { runsText } from "../../text/runs.ts";
import { Button } from "../../ui/button.tsx";
import { Split } from "../../ui/split.tsx";
import type { RunActions } from "../actions/use-run-actions.ts";
import { WaitCard } from "../actions/wait-card.tsx";
import { hasEnded } from "../timeline/apply-messages.ts";
import { useRunTimeline } from "../timeline/use-run-timeline.ts";
import type { StepRef } from "../waterfall/step-ref.ts";
import { Waterfall } from "../waterfall/waterfall.tsx";
import { RunProblem } from "./run-problem.tsx";
import { RunValues } from "./run-values.tsx";
import { StepPanel } from "./step-panel.tsx";
import { useWidth } from "./use-width.ts";

export interface RunBodyProps {
  readonly workspace: string;
  readonly timeline: RunTimeline;
  readonly graph: Graph | undefined;
  readonly actions: RunActions;
  readonly canRun: boolean;
  readonly selected: StepRef | undefined;
  readonly onSelect: (step: StepRef | undefined) => void;
  readonly onPickPath?: (path: string) => void;
}

/** Narrower than this a step covers the waterfall instead of standing beside it. */
const WIDE = 720;

/** What a run waits for or failed with, its waterfall, and beside it the chosen step or the run's input and result. */
export function RunBody(props: RunBodyProps) {
  const { workspace, timeline, graph, actions, canRun, selected, onSelect, onPickPath } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [values, setValues] = useState(false);
  const { run, steps } = timeline;
  const waits = hasEnded(run.status) ? [] : steps.filter(isOpenWait);
  const isWide = width === undefined || width >= WIDE;
  const waterfall = (
    <Waterfall timeline={timeline} graph={graph} selected={selected} onSelect={isWide ? onSelect : ignore} onOpen={onSelect} />
  );
  const details =
    selected === undefined ? (
      <RunValues key={run.id} run={run} />
    ) : (
      <ChosenStep
        key={`${selected.run} ${selected.step}`}
        workspace={workspace}
        timeline={timeline}
        selected={selected}
        onClose={() => onSelect(undefined)}
        {...(onPickPath ? { onPickPath } : {})}
      />
    );
  return (
    // Escape closes the step wherever the focus is inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={frame}
      className="flex min-h-0 min-w-0 flex-1 flex-col"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || selected === undefined) return;
        event.stopPropagation();
        onSelect(undefined);
      }}
    >
      {run.error || waits.length > 0 ? (
        <div className="flex max-h-[45%] shrink-0 flex-col gap-2 overflow-y-auto border-b border-line px-3 py-2">
          {run.error ? <RunProblem timeline={timeline} onSelect={onSelect} /> : null}
          {waits.map((step) => (
            <WaitCard key={step.id} step={step} actions={actions} canAnswer={canRun} />
          ))}
        </div>
      ) : null}
      {isWide ? (
        <div className="min-h-0 flex-1">
          <Split
            direction="row"
            id="run-body"
            label={runsText.page.resize}
            initial={340}
            least={260}
            first={<div className="flex size-full">{waterfall}</div>}
            second={details}
          />
        </div>
      ) : (
        <div className="relative flex min-h-0 flex-1 flex-col">
          {waterfall}
          <div className="shrink-0 border-t border-line px-3 py-2">
            <Button size="sm" aria-expanded={values} onClick={() => setValues(true)}>
              {`${runsText.step.input} · ${runsText.compare.result}`}
            </Button>
          </div>
          {selected === undefined && !values ? null : (
            <Cover onBack={selected === undefined ? () => setValues(false) : undefined}>{details}</Cover>
          )}
        </div>
      )}
    </div>
  );
}

function ignore(): void {
  // Walking through a narrow waterfall does not cover it.
}

function isOpenWait(step: TimelineStep): boolean {
  return step.type !== "step" && step.type !== "child" && step.status === "waiting";
}

function Cover({ onBack, children }: { readonly onBack: (() => void) | undefined; readonly children: ReactNode }) {
  return (
    <div className="absolute inset-0 z-10 flex animate-slide-in flex-col bg-surface">
      {onBack ? (
        <div className="shrink-0 border-b border-line px-3 py-1.5">
          <Button size="sm" look="ghost" onClick={onBack}>
            {runsText.waterfall.label}
          </Button>
        </div>
      ) : null}
      <div className="min-h-0 flex-1">{children}</div>
    </div>
  );
}

interface ChosenStepProps {
  readonly workspace: string;
  readonly timeline: RunTimeline;
  readonly selected: StepRef;
  readonly onClose: () => void;
  readonly onPickPath?: (path: string) => void;
}

/** The chosen step, which may be one of a run that this one called. */
function ChosenStep({ workspace, timeline, selected, onClose, onPickPath }: ChosenStepProps) {
  const isOwn = selected.run === timeline.run.id;
  const called = useRunTimeline(isOwn ? undefined : selected.run);
  const source = isOwn ? timeline : called.data;
  const step = source?.steps.find((candidate) => candidate.id === selected.step);
  if (!source || !step) return <p className="px-4 py-3 text-sm text-muted">{runsText.step.none}</p>;
  return (
    <StepPanel
      workspace={workspace}
      run={selected.run}
      step={step}
      runEnded={hasEnded(source.run.status)}
      onClose={onClose}
      {...(onPickPath && isOwn ? { onPickPath } : {})}
    />
  );
}
