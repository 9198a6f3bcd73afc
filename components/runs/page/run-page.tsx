"use client";
import { useQuery } from "@tanstack/react-query";
import { Provider } from "jotai";
import { ArrowLeft, ChevronsDownUp, Workflow } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useIsNarrow } from "../../editor/use-is-narrow.ts";
import { useSession } from "../../shell/session-context.tsx";
import { runsText } from "../../text/runs.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Problem } from "../../ui/problem.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { Split } from "../../ui/split.tsx";
import { RunButtons } from "../actions/run-buttons.tsx";
import { useRunActions } from "../actions/use-run-actions.ts";
import { runAddress, runsAddress } from "../run-address.ts";
import { useLiveTimeline } from "../timeline/use-run-timeline.ts";
import { RunBody } from "../view/run-body.tsx";
import { RunHeader } from "../view/run-header.tsx";
import type { StepRef } from "../waterfall/step-ref.ts";
import { api } from "../../api/client.ts";
import { asGraph } from "./as-graph.ts";

const RunCanvas = dynamic(async () => (await import("./run-canvas.tsx")).RunCanvas, {
  ssr: false,
  loading: () => (
    <div className="grid h-full place-items-center">
      <Spinner />
    </div>
  ),
});

/** A run on its own page: the workflow as it was in its version, lit by what each node did, over the steps in time. */
export function RunPage({ run }: { readonly run: string }) {
  const { workspace } = useSession();
  const router = useRouter();
  const isNarrow = useIsNarrow();
  const query = useLiveTimeline(run);
  const actions = useRunActions(run, (started) => router.push(runAddress(workspace.id, started)));
  const [selected, select] = useState<StepRef>();
  const [showsCanvas, setShowsCanvas] = useState<boolean>();
  const timeline = query.data;
  const version = useQuery({
    queryKey: ["version", workspace.id, timeline?.run.document, timeline?.run.version],
    queryFn: ({ signal }) =>
      api("GET /api/documents/{id}/versions/{number}", {
        params: { id: timeline?.run.document ?? "", number: timeline?.run.version ?? 1 },
        signal,
      }),
    enabled: timeline !== undefined,
    staleTime: Infinity,
  });
  const canvasShown = showsCanvas ?? !isNarrow;
  const canRun = workspace.role !== "viewer";
  const graph = version.data ? asGraph(version.data.graph) : undefined;
  if (!timeline) {
    return <div className="p-6">{query.error ? <Problem error={query.error} onRetry={() => void query.refetch()} /> : <Spinner />}</div>;
  }
  const body = (
    <RunBody
      workspace={workspace.id}
      timeline={timeline}
      graph={graph}
      actions={actions}
      canRun={canRun}
      selected={selected}
      onSelect={select}
    />
  );
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <RunHeader
        workspace={workspace.id}
        timeline={timeline}
        follow={query.follow}
        before={
          <>
            <IconButton label={runsText.page.back} size="sm" onClick={() => router.push(runsAddress(workspace.id))}>
              <ArrowLeft aria-hidden />
            </IconButton>
            <h1 className="min-w-0 truncate text-base font-semibold">
              <Link href={runsAddress(workspace.id, { document: timeline.run.document })} className="hover:underline">
                {timeline.run.title || timeline.run.workflow}
              </Link>
            </h1>
          </>
        }
        after={
          <>
            <Button look="ghost" size="sm" aria-pressed={canvasShown} onClick={() => setShowsCanvas(!canvasShown)}>
              {canvasShown ? <ChevronsDownUp aria-hidden /> : <Workflow aria-hidden />}
              <span className="max-lg:sr-only">{canvasShown ? runsText.page.hideCanvas : runsText.page.showCanvas}</span>
            </Button>
            <RunButtons workspace={workspace.id} run={timeline.run} actions={actions} canRun={canRun} place="page" />
          </>
        }
      />
      {canvasShown ? (
        <div className="min-h-0 flex-1">
          <Split
            direction="column"
            id="run-page"
            label={runsText.page.resize}
            initial={420}
            least={160}
            first={
              version.error ? (
                <div className="p-4">
                  <Problem error={version.error} onRetry={() => void version.refetch()} />
                </div>
              ) : graph ? (
                <Provider key={`${timeline.run.document} ${timeline.run.version}`}>
                  <RunCanvas workspace={workspace.id} timeline={timeline} graph={graph} selected={selected} onSelect={select} />
                </Provider>
              ) : null
            }
            second={<div className="flex size-full min-h-0 flex-col">{body}</div>}
          />
        </div>
      ) : (
        body
      )}
    </div>
  );
}
