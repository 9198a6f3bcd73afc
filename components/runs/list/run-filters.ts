import type { CallOptions } from "../../api/client.ts";
import type { RunTimeline } from "../../../lib/api/run-schemas.ts";

export const RUN_STATUSES = ["pending", "running", "waiting", "completed", "failed", "cancelled"] as const;
export const RUN_TRIGGERS = ["http", "manual", "schedule", "event", "child", "test"] as const;
export const TIME_RANGES = ["1h", "24h", "7d", "30d"] as const;

/** Which runs a list shows; kept in the page's address. */
export interface RunFilters {
  readonly status?: RunTimeline["run"]["status"];
  readonly trigger?: (typeof RUN_TRIGGERS)[number];
  /** A workflow's id. */
  readonly document?: string;
  readonly version?: number;
  readonly range?: (typeof TIME_RANGES)[number];
  /** Local times as an input of a form gives them: `2026-06-15T12:00`. They count when there is no range. */
  readonly from?: string;
  readonly to?: string;
  readonly text?: string;
}

const HOUR = 3_600_000;
const RANGE_MS: Readonly<Record<(typeof TIME_RANGES)[number], number>> = {
  "1h": HOUR,
  "24h": 24 * HOUR,
  "7d": 168 * HOUR,
  "30d": 720 * HOUR,
};
const LOCAL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/** Filters out of an address; what is none of ours is left out. */
export function readFilters(search: URLSearchParams): RunFilters {
  const one = <Value extends string>(name: string, values: readonly Value[]): Value | undefined => {
    const given = search.get(name);
    return values.find((value) => value === given);
  };
  const matching = (name: string, shape: RegExp): string | undefined => {
    const given = search.get(name)?.trim() ?? "";
    return shape.test(given) ? given : undefined;
  };
  const version = matching("version", /^[1-9]\d{0,8}$/);
  return defined({
    status: one("status", RUN_STATUSES),
    trigger: one("trigger", RUN_TRIGGERS),
    document: matching("workflow", /^wfl_[A-Za-z0-9_-]{1,60}$/),
    version: version === undefined ? undefined : Number(version),
    range: one("range", TIME_RANGES),
    from: matching("from", LOCAL_TIME),
    to: matching("to", LOCAL_TIME),
    text: matching("text", /^.{1,200}$/),
  });
}

/** An address's search for filters, in one order, so that the same filters have the same address. */
export function writeFilters(filters: RunFilters): URLSearchParams {
  const { document, ...rest } = filters;
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ workflow: document, ...rest }).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (value !== undefined && value !== "") search.set(name, String(value));
  }
  return search;
}

/** Filters as the API takes them. `now` is in milliseconds; a range is cut to its minute, so that asking again asks the same. */
export function queryOf(filters: RunFilters, now: number): NonNullable<CallOptions<"GET /api/runs">["query"]> {
  const { range, from, to, ...rest } = filters;
  if (range !== undefined) return { ...rest, from: new Date(Math.floor((now - RANGE_MS[range]) / 60_000) * 60_000).toISOString() };
  return {
    ...rest,
    ...(from === undefined ? {} : { from: new Date(from).toISOString() }),
    ...(to === undefined ? {} : { to: new Date(to).toISOString() }),
  };
}

/** Filters with some changed; `undefined` takes one away. */
export function changeFilters(
  filters: RunFilters,
  change: { readonly [Name in keyof RunFilters]: RunFilters[Name] | undefined },
): RunFilters {
  const next = { ...filters, ...change };
  // A version's number means nothing without its workflow.
  return defined(next.document === undefined ? { ...next, version: undefined } : next);
}

function defined(filters: { readonly [Name in keyof RunFilters]: RunFilters[Name] | undefined }): RunFilters {
  // What is left holds no undefined, which is all that the two types differ in.
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as RunFilters;
}
