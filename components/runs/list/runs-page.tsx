"use client";
import { useQuery } from "@tanstack/react-query";
import { GitCompareArrows, History, Wifi, WifiOff } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import { api } from "../../api/client.ts";
import { documentsQuery } from "../../api/workspace-lists.ts";
import { useSession } from "../../shell/session-context.tsx";
import { runsText } from "../../text/runs.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Problem } from "../../ui/problem.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { Tooltip } from "../../ui/tooltip.tsx";
import { compareAddress, runsAddress } from "../run-address.ts";
import { FilterBar } from "./filter-bar.tsx";
import type { RunFilters } from "./run-filters.ts";
import { readFilters } from "./run-filters.ts";
import { RunList } from "./run-list.tsx";
import { useRunChanges } from "./use-run-changes.ts";
import { useRunList } from "./use-run-list.ts";

/** All runs of the workspace: filtered, live, as far back as there are any. */
export function RunsPage() {
  const { workspace } = useSession();
  const search = useSearchParams();
  const filters = readFilters(search);
  const runs = useRunList(workspace.id, filters);
  const follow = useRunChanges(workspace.id, filters);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const documents = useDocuments(workspace.id);
  const versions = useVersions(workspace.id, filters.document);
  // Next follows the browser's own history; a filter is no new page.
  const setFilters = useCallback((next: RunFilters) => history.replaceState(null, "", runsAddress(workspace.id, next)), [workspace.id]);
  const choose = useCallback((run: string) => {
    setChosen((before) => (before.includes(run) ? before.filter((id) => id !== run) : [...before, run].slice(-2)));
  }, []);
  const all = runs.data?.pages.flatMap((page) => page.runs) ?? [];
  const [a, b] = chosen;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex flex-col gap-3 border-b border-line px-3 pt-4 pb-3 md:px-6">
        <div className="flex min-h-8 items-center gap-3">
          <h1 className="text-lg font-semibold">{runsText.title}</h1>
          <LiveMark isBroken={follow === "reconnecting"} isLive={follow === "live"} />
          <span className="ml-auto" />
          {a === undefined ? null : (
            <>
              <span className="text-xs text-muted">{runsText.list.chosen(chosen.length)}</span>
              <Button look="ghost" size="sm" onClick={() => setChosen([])}>
                {runsText.list.clearChosen}
              </Button>
            </>
          )}
          {a !== undefined && b !== undefined ? (
            <Button size="sm" asChild>
              <Link href={compareAddress(workspace.id, a, b)}>
                <GitCompareArrows aria-hidden />
                {runsText.list.compare}
              </Link>
            </Button>
          ) : null}
        </div>
        <FilterBar filters={filters} onChange={setFilters} workflows={documents} versions={versions} />
      </header>
      {runs.error && !runs.data ? (
        <div className="p-6">
          <Problem error={runs.error} onRetry={() => void runs.refetch()} />
        </div>
      ) : runs.isPending ? (
        <div className="p-6">
          <Spinner />
        </div>
      ) : all.length === 0 && !runs.isPlaceholderData ? (
        <Empty isFiltered={Object.keys(filters).length > 0} onClear={() => setFilters({})} />
      ) : (
        <RunList
          workspace={workspace.id}
          runs={all}
          titles={new Map(documents.map(({ name, title }) => [name, title]))}
          chosen={chosen}
          onChoose={choose}
          hasMore={runs.hasNextPage}
          isLoadingMore={runs.isFetchingNextPage}
          onMore={() => void runs.fetchNextPage()}
        />
      )}
    </div>
  );
}

function useDocuments(workspace: string) {
  const { data: current = [] } = useQuery(documentsQuery(workspace));
  const { data: archived = [] } = useQuery(documentsQuery(workspace, true));
  return useMemo(() => [...current, ...archived].map(({ id, name, title }) => ({ id, name, title: title || name })), [current, archived]);
}

function useVersions(workspace: string, document: string | undefined): readonly number[] {
  const { data } = useQuery({
    queryKey: ["versions", workspace, document],
    queryFn: ({ signal }) => api("GET /api/documents/{id}/versions", { params: { id: document ?? "" }, workspace, signal }),
    enabled: document !== undefined,
  });
  return data?.versions.map(({ number }) => number) ?? [];
}

function LiveMark({ isLive, isBroken }: { readonly isLive: boolean; readonly isBroken: boolean }) {
  if (!isLive && !isBroken) return null;
  const Icon = isLive ? Wifi : WifiOff;
  return (
    <Tooltip label={isLive ? runsText.liveHint : runsText.reconnectingHint}>
      <output className={`inline-flex items-center gap-1 text-xs ${isLive ? "text-good" : "text-warn"}`}>
        <Icon aria-hidden className="size-3.5" />
        {isLive ? runsText.live : runsText.reconnecting}
      </output>
    </Tooltip>
  );
}

function Empty({ isFiltered, onClear }: { readonly isFiltered: boolean; readonly onClear: () => void }) {
  const text = runsText.list;
  if (!isFiltered) {
    return (
      <EmptyState icon={<History aria-hidden />} title={text.noneTitle}>
        {text.none}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<History aria-hidden />} title={text.noMatchTitle} actions={<Button onClick={onClear}>{text.clear}</Button>}>
      {text.noMatch}
    </EmptyState>
  );
}
