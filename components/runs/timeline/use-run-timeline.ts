"use client";
import type { UseQueryResult } from "@tanstack/react-query";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import type { RunTimeline, StepDetails } from "../../../lib/api/run-schemas.ts";
import { api } from "../../api/client.ts";
import { hasEnded } from "./apply-messages.ts";
import type { FollowState } from "./follow-events.ts";
import { feedState, joinFeed, loadTimeline } from "./run-feed.ts";
import { runKeys } from "./run-keys.ts";

/** A run's timeline as it was last read or told; it does not follow the run. */
export function useRunTimeline(run: string | undefined): UseQueryResult<RunTimeline> {
  const client = useQueryClient();
  return useQuery({
    queryKey: runKeys.timeline(run ?? ""),
    queryFn: ({ signal }) => loadTimeline(client, run ?? "", signal),
    enabled: run !== undefined,
    // A run that goes on is told of; one that has ended does not change.
    staleTime: Infinity,
  });
}

/** A run's timeline, kept up with what happens in the run as long as it goes on. */
export function useLiveTimeline(run: string | undefined): UseQueryResult<RunTimeline> & { readonly follow: FollowState | undefined } {
  const client = useQueryClient();
  const query = useRunTimeline(run);
  const goesOn = query.data !== undefined && !hasEnded(query.data.run.status);
  const join = useCallback(
    (listener: () => void) => (run !== undefined && goesOn ? joinFeed(client, run, listener) : () => undefined),
    [client, run, goesOn],
  );
  const follow = useSyncExternalStore(
    join,
    () => (run === undefined ? undefined : feedState(client, run)),
    () => undefined,
  );
  return { ...query, follow };
}

/** One step whole. Read again when the step has moved on; undefined asks for nothing. */
export function useStepDetails(run: string, step: string | undefined, moved: string): UseQueryResult<StepDetails> {
  return useQuery({
    queryKey: [...runKeys.step(run, step ?? ""), moved],
    queryFn: ({ signal }) => api("GET /api/runs/{id}/steps/{step}", { params: { id: run, step: step ?? "" }, signal }),
    enabled: step !== undefined,
    staleTime: Infinity,
    // What was shown stays until the newer one is there.
    placeholderData: (last) => (last?.id === step ? last : undefined),
  });
}
