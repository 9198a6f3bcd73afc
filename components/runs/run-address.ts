import type { RunFilters } from "./list/run-filters.ts";
import { writeFilters } from "./list/run-filters.ts";

/** The addresses of a workspace's pages about runs. */
export function runsAddress(workspace: string, filters: RunFilters = {}): string {
  const search = writeFilters(filters);
  return `/w/${encodeURIComponent(workspace)}/runs${search.size === 0 ? "" : `?${search}`}`;
}

export function runAddress(workspace: string, run: string): string {
  return `/w/${encodeURIComponent(workspace)}/runs/${encodeURIComponent(run)}`;
}

export function compareAddress(workspace: string, a: string, b: string): string {
  return `/w/${encodeURIComponent(workspace)}/runs/compare?${new URLSearchParams({ a, b })}`;
}

/** A workflow's editor with a run open in it. */
export function editorAddress(workspace: string, document: string, run: string): string {
  return `/w/${encodeURIComponent(workspace)}/workflows/${encodeURIComponent(document)}?${new URLSearchParams({ run })}`;
}
