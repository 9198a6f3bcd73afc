"use client";
import type { UseMutationResult } from "@tanstack/react-query";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { sayWhy } from "../../api/say-why.ts";
import { runsText } from "../../text/runs.ts";
import { toast } from "../../ui/toast.ts";
import { runKeys } from "../timeline/run-keys.ts";

/** Where a run is repeated from, and on which version. */
export interface Rerun {
  readonly from: "start" | "failed";
  readonly version: "same" | "live";
}

/** What can be done with a run that is there. Each says what it did, or why it did not. */
export interface RunActions {
  readonly cancel: UseMutationResult<unknown, Error, void>;
  readonly rerun: UseMutationResult<{ run: { id: string } }, Error, Rerun>;
  /** Ends one sleep by its step's id, or all. */
  readonly wake: UseMutationResult<unknown, Error, string | undefined>;
  readonly answer: UseMutationResult<unknown, Error, { node: string; body: unknown; said: string }>;
}

export function useRunActions(run: string, onRerun: (run: string) => void): RunActions {
  const client = useQueryClient();
  const fresh = (): void => {
    void client.invalidateQueries({ queryKey: runKeys.run(run) });
    void client.invalidateQueries({ queryKey: runKeys.lists });
  };
  return {
    cancel: useMutation({
      mutationFn: () => api("POST /api/runs/{id}/cancel", { params: { id: run } }),
      onSuccess: () => toast.success(runsText.actions.cancelled),
      onError: sayWhy,
      onSettled: fresh,
    }),
    rerun: useMutation({
      mutationFn: (body: Rerun) => api("POST /api/runs/{id}/rerun", { params: { id: run }, body }),
      onSuccess: ({ run: started }) => {
        toast.success(runsText.actions.started);
        onRerun(started.id);
      },
      onError: sayWhy,
      onSettled: fresh,
    }),
    wake: useMutation({
      mutationFn: (wait: string | undefined) =>
        api("POST /api/runs/{id}/wake", { params: { id: run }, body: wait === undefined ? {} : { wait } }),
      onSuccess: () => toast.success(runsText.wait.woken),
      onError: sayWhy,
      onSettled: fresh,
    }),
    answer: useMutation({
      mutationFn: ({ node, body }) => api("POST /api/runs/{id}/answers/{node}", { params: { id: run, node }, body }),
      onSuccess: (_answered, { said }) => toast.success(said),
      onError: sayWhy,
      onSettled: fresh,
    }),
  };
}
