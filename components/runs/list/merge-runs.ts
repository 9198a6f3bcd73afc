import type { RunSummary } from "../../../lib/api/schemas.ts";

interface Page {
  readonly runs: readonly RunSummary[];
  readonly next: string | null;
}

/** A change of a run as the workspace's events tell it. */
export interface RunChange {
  readonly id: string;
  readonly document: string;
  readonly status: RunSummary["status"];
}

/** Pages with what a fresh first page says: known runs as they are now, newer ones in front. The same pages when nothing is new. */
export function mergeFirstPage<Shown extends Page>(pages: readonly Shown[], fresh: Page): readonly Shown[] {
  const known = new Set(pages.flatMap((page) => page.runs.map((run) => run.id)));
  const now = new Map(fresh.runs.map((run) => [run.id, run]));
  // What is older than all that is shown comes with its own page.
  const last = pages.at(-1)?.runs.at(-1);
  const added = fresh.runs.filter((run) => !known.has(run.id) && (last === undefined || run.createdAt >= last.createdAt));
  return pages.map((page, at) => {
    const runs = page.runs.map((run) => now.get(run.id) ?? run);
    return { ...page, runs: at === 0 ? [...added, ...runs] : runs };
  });
}

/** Pages with the statuses that were told, at once; what else changed is read after. The same pages when none is shown. */
export function applyChanges<Shown extends Page>(pages: readonly Shown[], changes: readonly RunChange[]): readonly Shown[] {
  const told = new Map(changes.map((change) => [change.id, change.status]));
  if (!pages.some((page) => page.runs.some((run) => told.has(run.id)))) return pages;
  return pages.map((page) => ({ ...page, runs: page.runs.map((run) => ({ ...run, status: told.get(run.id) ?? run.status })) }));
}
