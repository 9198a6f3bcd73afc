"use client";
import { useMutation } from "@tanstack/react-query";
import { useAtomValue } from "jotai";
import { useState } from "react";
import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import type { Published } from "../../../lib/api/schemas.ts";
import { api } from "../../api/client.ts";
import { publishText } from "../../text/publish.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Textarea } from "../../ui/input.tsx";
import { Problem } from "../../ui/problem.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { useSaving } from "../autosave/autosave-context.tsx";
import { useOpenDocument } from "../document-context.tsx";
import { useEditorState } from "../editor-context.tsx";
import { DiagnosticLinks } from "../runs/diagnostic-links.tsx";
import { diagnosticsOf } from "../runs/use-start-run.ts";
import { diagnosticsAtom } from "../screen.ts";
import { Comparison } from "./comparison.tsx";
import { diffGraphs, isLayoutOnly } from "./diff-graphs.ts";
import { readGraph } from "./read-graph.ts";
import { FailedTests, failedTestsOf } from "./failed-tests.tsx";
import { PublishedNotice } from "./published-notice.tsx";
import { useDraftSource } from "./use-draft-source.ts";
import { useRefreshLive, useVersion } from "./use-versions.ts";

interface PublishDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Makes the draft live: shows what changes, refuses what has errors, takes a note, and says how to call it. */
export function PublishDialog({ open, onOpenChange }: PublishDialogProps) {
  const { details } = useOpenDocument();
  const [note, setNote] = useState("");
  const publish = usePublish();
  const errors = useErrors(publish.error);
  const failed = failedTestsOf(publish.error);
  const done = publish.data;
  const text = publishText.dialog;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title={done ? text.done(done.version) : text.title(details.live?.version)}
      {...(details.live === null && !done ? { description: text.first } : {})}
      footer={
        done ? (
          <Button look="solid" onClick={() => onOpenChange(false)}>
            {text.close}
          </Button>
        ) : (
          <>
            <Button onClick={() => onOpenChange(false)}>{text.cancel}</Button>
            <Button
              look="solid"
              disabled={errors.length > 0 || publish.isPending}
              onClick={() => publish.mutate({ note: note.trim(), force: failed.length > 0 })}
            >
              {publish.isPending ? text.publishing : failed.length > 0 ? text.anyway : text.publish}
            </Button>
          </>
        )
      }
    >
      {done ? (
        <PublishedNotice published={done} />
      ) : (
        <div className="flex flex-col gap-4">
          {errors.length > 0 ? (
            <section role="alert" className="rounded-lg bg-bad-soft px-3 py-2">
              <h3 className="mb-1 text-sm font-medium">{text.errorsTitle(errors.length)}</h3>
              <DiagnosticLinks diagnostics={errors} onGo={() => onOpenChange(false)} />
            </section>
          ) : failed.length > 0 ? (
            <FailedTests tests={failed} />
          ) : publish.error ? (
            <Problem error={publish.error} />
          ) : null}
          <DraftComparison />
          <Field label={text.note} help={text.noteHelp} optional>
            {(attributes) => (
              <Textarea
                {...attributes}
                rows={2}
                maxLength={2_000}
                value={note}
                placeholder={text.notePlaceholder}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
        </div>
      )}
    </Dialog>
  );
}

/** Saves what is unsaved, then publishes that very revision. */
function usePublish() {
  const { details, workspace } = useOpenDocument();
  const { saveNow } = useSaving();
  const refresh = useRefreshLive();
  return useMutation({
    mutationFn: async ({ note, force }: { note: string; force: boolean }): Promise<Published> => {
      const { state, revision } = await saveNow();
      if (state !== "saved") throw new Error(publishText.dialog.unsaved);
      return api("POST /api/documents/{id}/publish", { params: { id: details.id }, body: { revision, note, force }, workspace });
    },
    onSuccess: () => void refresh(),
  });
}

/** What keeps the draft from being published: what is known here, or else what the server found. */
function useErrors(refusal: unknown): readonly Diagnostic[] {
  const known = useAtomValue(diagnosticsAtom).filter(({ severity }) => severity === "error");
  return known.length > 0 ? known : diagnosticsOf(refusal).filter(({ severity }) => severity === "error");
}

/** The draft against what is live; the whole draft when nothing is. */
function DraftComparison() {
  const { details } = useOpenDocument();
  const graph = useEditorState((state) => state.graph);
  const live = useVersion(details.live?.version);
  const source = useDraftSource(graph, true);
  if (live.error) return <Problem error={live.error} onRetry={() => void live.refetch()} />;
  if (details.live !== null && !live.data) return <Spinner />;
  const liveGraph = live.data && readGraph(live.data.graph);
  if (liveGraph) {
    const diff = diffGraphs(liveGraph, graph);
    if (isLayoutOnly(diff) && diff.moved === 0) return <p className="text-sm text-muted">{publishText.dialog.same}</p>;
  }
  return <Comparison before={liveGraph && { graph: liveGraph, source: live.data?.source }} after={{ graph, source }} />;
}
