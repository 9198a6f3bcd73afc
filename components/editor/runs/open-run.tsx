"use client";
import { useAtom, useSetAtom } from "jotai";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { RunButtons } from "../../runs/actions/run-buttons.tsx";
import { useRunActions } from "../../runs/actions/use-run-actions.ts";
import { useLiveTimeline } from "../../runs/timeline/use-run-timeline.ts";
import { RunBody } from "../../runs/view/run-body.tsx";
import { RunHeader } from "../../runs/view/run-header.tsx";
import type { StepRef } from "../../runs/waterfall/step-ref.ts";
import { runsText } from "../../text/runs.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Problem } from "../../ui/problem.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor, useEditorState } from "../editor-context.tsx";
import { selectNodes } from "../model/selection.ts";
import { openRunAtom } from "../screen.ts";
import { chosenStepAtom } from "./run-state.ts";

/** The open run, its steps and the canvas' nodes one selection. */
export function OpenRun({ run }: { readonly run: string }) {
  const { workspace, canRun } = useOpenDocument();
  const query = useLiveTimeline(run);
  const setOpen = useSetAtom(openRunAtom);
  const graph = useEditorState((state) => state.graph);
  const actions = useRunActions(run, setOpen);
  const { selected, select } = useLinkedSelection(run);
  const timeline = query.data;
  const close = (
    <IconButton label={runsText.panel.close} size="sm" onClick={() => setOpen(undefined)}>
      <X aria-hidden />
    </IconButton>
  );
  if (!timeline) {
    return (
      <div className="flex items-start justify-between gap-2 p-4">
        {query.error ? <Problem error={query.error} onRetry={() => void query.refetch()} /> : <Spinner />}
        {close}
      </div>
    );
  }
  return (
    <div className="flex h-full min-h-0 min-w-0 flex-col">
      <RunHeader
        workspace={workspace}
        timeline={timeline}
        follow={query.follow}
        after={
          <>
            <RunButtons workspace={workspace} run={timeline.run} actions={actions} canRun={canRun} place="editor" />
            {close}
          </>
        }
      />
      <RunBody
        workspace={workspace}
        timeline={timeline}
        graph={graph}
        actions={actions}
        canRun={canRun}
        selected={selected}
        onSelect={select}
      />
    </div>
  );
}

/** A chosen step selects its node on the canvas; a node that is selected there chooses its newest step. */
export function useLinkedSelection(run: string): {
  readonly selected: StepRef | undefined;
  readonly select: (step: StepRef | undefined) => void;
} {
  const editor = useEditor();
  const [selected, choose] = useAtom(chosenStepAtom);
  const { data: timeline } = useLiveTimeline(run);
  const node = useEditorState(({ selection }) => (selection.nodes.size === 1 ? selection.last : undefined));
  const before = useRef(node);
  const steps = timeline?.steps;
  useEffect(() => {
    if (before.current === node) return;
    before.current = node;
    if (node === undefined || !steps) return;
    const current = steps.find((step) => step.id === selected?.step);
    if (current?.node === node) return;
    const newest = steps.findLast((step) => step.node === node);
    if (newest) choose({ run, step: newest.id });
  }, [node, steps, selected, choose, run]);
  const select = (step: StepRef | undefined): void => {
    choose(step);
    const chosen = step?.run === run ? steps?.find(({ id }) => id === step.step) : undefined;
    if (!chosen || !editor.state.graph.nodes.some(({ id }) => id === chosen.node)) return;
    before.current = chosen.node;
    editor.select(selectNodes([chosen.node]));
  };
  return { selected, select };
}
