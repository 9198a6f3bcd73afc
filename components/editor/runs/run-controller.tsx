"use client";
import { useQuery } from "@tanstack/react-query";
import { useAtomValue, useSetAtom, useStore } from "jotai";
import { useEffect } from "react";
import { api } from "../../api/client.ts";
import { hasEnded } from "../../runs/timeline/apply-messages.ts";
import { foldRun } from "../../runs/timeline/fold-run.ts";
import { useLiveTimeline } from "../../runs/timeline/use-run-timeline.ts";
import { useOpenDocument } from "../document-context.tsx";
import { nodeRunsAtom, openRunAtom, runPanelAtom, runRequestAtom, samplesAtom } from "../screen.ts";
import { heardRequestAtom } from "./run-state.ts";
import { useStartRun } from "./use-start-run.ts";

/** Draws nothing: follows the open run so that the canvas shows what each node does, starts a run when one is asked for, and keeps the samples fresh. Belongs to every open editor. */
export function RunController() {
  const run = useAtomValue(openRunAtom);
  const { data: timeline } = useLiveTimeline(run);
  const publish = useSetAtom(nodeRunsAtom);
  useEffect(() => {
    if (run === undefined) publish(new Map());
    else if (timeline) publish(foldRun(timeline));
  }, [run, timeline, publish]);
  useSamples(timeline && hasEnded(timeline.run.status) ? timeline.run.id : undefined);
  useRequests();
  useAddress();
  return null;
}

/** The newest outputs of each node, for previews and autocomplete; asked for again when a run has ended. */
function useSamples(ended: string | undefined): void {
  const { details, workspace } = useOpenDocument();
  const publish = useSetAtom(samplesAtom);
  const { data } = useQuery({
    queryKey: ["samples", workspace, details.id, ended ?? ""],
    queryFn: ({ signal }) => api("GET /api/documents/{id}/samples", { params: { id: details.id }, workspace, signal }),
    staleTime: 30_000,
  });
  useEffect(() => {
    if (data) publish(data.values);
  }, [data, publish]);
}

function useRequests(): void {
  const store = useStore();
  const start = useStartRun();
  const request = useAtomValue(runRequestAtom);
  useEffect(() => {
    if (store.get(heardRequestAtom) === request) return;
    store.set(heardRequestAtom, request);
    void start();
  }, [store, request, start]);
}

/** An address may name the run to open: `?run=run_…`. */
function useAddress(): void {
  const store = useStore();
  useEffect(() => {
    const run = new URLSearchParams(location.search).get("run");
    if (run === null || store.get(openRunAtom) !== undefined) return;
    store.set(openRunAtom, run);
    store.set(runPanelAtom, true);
  }, [store]);
}
