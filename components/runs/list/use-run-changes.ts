"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, apiResponse } from "../../api/client.ts";
import { isApiError } from "../../api/api-error.ts";
import { readEvents } from "../../api/event-stream.ts";
import type { FollowState } from "../timeline/follow-events.ts";
import { followEvents } from "../timeline/follow-events.ts";
import type { RunChange } from "./merge-runs.ts";
import { applyChanges, mergeFirstPage } from "./merge-runs.ts";
import type { RunFilters } from "./run-filters.ts";
import { queryOf } from "./run-filters.ts";
import type { RunPages } from "./use-run-list.ts";
import { listKey } from "./use-run-list.ts";

/** A list is read again at most this often while runs come and go, in milliseconds. */
const READ_MS = 500;

/** Keeps a list of runs up with what happens in the workspace; tells how the connection is. */
export function useRunChanges(workspace: string, filters: RunFilters): FollowState {
  const client = useQueryClient();
  const [state, setState] = useState<FollowState>("connecting");
  const asked = JSON.stringify(filters);
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    // The same filters are the same list, whichever object says them.
    const same = JSON.parse(asked) as RunFilters;
    const key = listKey(workspace, same);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasLive = false;
    const read = async (): Promise<void> => {
      timer = undefined;
      const query = { ...queryOf(same, Date.now()), limit: 50 };
      // What fails now is read with the next change.
      const fresh = await api("GET /api/runs", { query, workspace, signal }).catch(() => undefined);
      if (!fresh) return;
      client.setQueryData<RunPages>(key, (data) => data && { ...data, pages: [...mergeFirstPage(data.pages, fresh)] });
    };
    const readSoon = (): void => {
      timer ??= setTimeout(() => void read(), READ_MS);
    };
    void followEvents({
      signal,
      read: async (_lastId, stop, onOpen, onEvent) => {
        const response = await apiResponse("GET /api/runs/changes", { workspace, signal: stop });
        onOpen();
        await readEvents(response, onEvent);
      },
      onEvents: (events) => {
        // Our own server's events.
        const changes = events.flatMap(({ event, data }) => (event === "run" ? [data as RunChange] : []));
        client.setQueryData<RunPages>(key, (data) => data && { ...data, pages: [...applyChanges(data.pages, changes)] });
        if (changes.some((change) => same.document === undefined || change.document === same.document)) readSoon();
      },
      onState: (next) => {
        // Nothing tells what was missed while the connection was broken.
        if (next === "live" && wasLive) readSoon();
        wasLive ||= next === "live";
        setState(next);
      },
      isLast: () => false,
      isFinal: (error) => isApiError(error) && error.status >= 400 && error.status < 500,
    });
    return () => {
      gone.abort();
      clearTimeout(timer);
    };
  }, [client, workspace, asked]);
  return state;
}
