"use client";
import { useQueries, useQueryClient } from "@tanstack/react-query";
import type { RunTimeline } from "../../../lib/api/run-schemas.ts";
import { hasEnded } from "../timeline/apply-messages.ts";
import { loadTimeline } from "../timeline/run-feed.ts";
import { runKeys } from "../timeline/run-keys.ts";

/** How often a child that goes on is looked at again, in milliseconds. */
const LOOK_MS = 1_500;

/** The timelines of runs that a run called and a person opened, as far as they are there. */
export function useChildTimelines(runs: readonly string[]): ReadonlyMap<string, RunTimeline> {
  const client = useQueryClient();
  return useQueries({
    queries: runs.map((run) => ({
      queryKey: runKeys.timeline(run),
      queryFn: ({ signal }: { signal: AbortSignal }) => loadTimeline(client, run, signal),
      staleTime: Infinity,
      refetchInterval: ({ state }: { state: { data: RunTimeline | undefined } }) =>
        state.data && !hasEnded(state.data.run.status) ? LOOK_MS : (false as const),
    })),
    combine: byRun,
  });
}

function byRun(results: readonly { readonly data: RunTimeline | undefined }[]): ReadonlyMap<string, RunTimeline> {
  return new Map(results.flatMap(({ data }) => (data ? [[data.run.id, data] as const] : [])));
}
