"use client";
import { useQuery } from "@tanstack/react-query";
import { useSetAtom } from "jotai";
import { useEffect, useState } from "react";
import type { Graph } from "../../../codegen/schema/graph.ts";
import type { RunTimeline } from "../../../lib/api/run-schemas.ts";
import { api } from "../../api/client.ts";
import { Canvas } from "../../editor/canvas/canvas.tsx";
import { DocumentProvider } from "../../editor/document-context.tsx";
import { EditorProvider } from "../../editor/editor-context.tsx";
import { Editor } from "../../editor/model/editor.ts";
import { selectNodes } from "../../editor/model/selection.ts";
import { nodeRunsAtom } from "../../editor/screen.ts";
import { runsText } from "../../text/runs.ts";
import { Problem } from "../../ui/problem.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { foldRun } from "../timeline/fold-run.ts";
import type { StepRef } from "../waterfall/step-ref.ts";

interface RunCanvasProps {
  readonly workspace: string;
  readonly timeline: RunTimeline;
  /** Of the version that the run ran. */
  readonly graph: Graph;
  readonly selected: StepRef | undefined;
  readonly onSelect: (step: StepRef | undefined) => void;
}

/** The workflow as it was when it ran, to look at: each node lit by what it did; a node that is selected chooses its newest step, and the other way round. */
export function RunCanvas({ workspace, timeline, graph, selected, onSelect }: RunCanvasProps) {
  const [editor] = useState(() => new Editor(graph));
  const publish = useSetAtom(nodeRunsAtom);
  const { run, steps } = timeline;
  const document = useQuery({
    queryKey: ["document", workspace, run.document],
    queryFn: ({ signal }) => api("GET /api/documents/{id}", { params: { id: run.document }, signal }),
    staleTime: 60_000,
  });
  useEffect(() => publish(foldRun(timeline)), [timeline, publish]);
  const chosen = selected?.run === run.id ? steps.find((step) => step.id === selected.step) : undefined;
  useEffect(() => {
    const { selection } = editor.state;
    if (chosen && !(selection.nodes.size === 1 && selection.nodes.has(chosen.node))) editor.select(selectNodes([chosen.node]));
  }, [editor, chosen]);
  useEffect(
    () =>
      editor.subscribe(() => {
        const { nodes, last } = editor.state.selection;
        if (nodes.size !== 1 || last === undefined || last === chosen?.node) return;
        const newest = steps.findLast((step) => step.node === last);
        if (newest) onSelect({ run: run.id, step: newest.id });
      }),
    [editor, chosen, steps, run.id, onSelect],
  );
  if (document.error) {
    return (
      <div className="p-4">
        <Problem error={document.error} onRetry={() => void document.refetch()} />
      </div>
    );
  }
  if (!document.data) {
    return (
      <div className="grid h-full place-items-center">
        <Spinner />
      </div>
    );
  }
  return (
    <section aria-label={runsText.page.canvas} className="h-full">
      <DocumentProvider value={{ workspace, details: document.data, canEdit: false, canRun: false }}>
        <EditorProvider value={editor}>
          <Canvas />
        </EditorProvider>
      </DocumentProvider>
    </section>
  );
}
