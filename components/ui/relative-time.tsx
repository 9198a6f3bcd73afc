"use client";
import { useSyncExternalStore } from "react";

const format = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "short" });
const exact = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "medium" });
const UNITS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** How long from `now` to an instant, in words: `3 min. ago`, `in 2 hr.`; both in milliseconds since 1970. */
export function describeDistance(at: number, now: number): string {
  const seconds = Math.round((at - now) / 1_000);
  for (const [unit, length] of UNITS) if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  return Math.abs(seconds) < 10 ? "now" : format.format(seconds, "second");
}

/** Now, to ten seconds; in milliseconds since 1970. */
let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for every time on the page. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) now = Date.now();
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, 10_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** An instant (ISO 8601) relative to now, kept up to date; exact on hover. */
export function RelativeTime({ at }: { readonly at: string }) {
  const clock = useSyncExternalStore(
    subscribe,
    () => now,
    () => now,
  );
  const time = new Date(at);
  return (
    <time dateTime={at} title={exact.format(time)} suppressHydrationWarning className="whitespace-nowrap tabular-nums">
      {describeDistance(time.getTime(), clock)}
    </time>
  );
}
