"use client";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { RunPage } from "../../../lib/api/schemas.ts";
import { api } from "../../api/client.ts";
import { runKeys } from "../timeline/run-keys.ts";
import type { RunFilters } from "./run-filters.ts";
import { queryOf } from "./run-filters.ts";

export type RunPages = InfiniteData<RunPage, string | undefined>;

/** What a list of these filters is kept under. */
export function listKey(workspace: string, filters: RunFilters) {
  return [...runKeys.lists, workspace, filters] as const;
}

/** Runs that fit, newest first, page by page. */
export function useRunList(workspace: string, filters: RunFilters, limit = 50): UseInfiniteQueryResult<RunPages> {
  return useInfiniteQuery({
    queryKey: listKey(workspace, filters),
    queryFn: ({ pageParam, signal }) =>
      api("GET /api/runs", {
        query: { ...queryOf(filters, Date.now()), limit, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
        workspace,
        signal,
      }),
    // Other filters change the list when their answer is there, not before.
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}
