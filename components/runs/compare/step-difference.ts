import type { TimelineStep } from "../../../lib/api/run-schemas.ts";
import type { AlignedStep } from "./align-runs.ts";

/** How two durations compare: below a fifth, and below 20 ms, machines differ by themselves. */
export function slowerBy(a: TimelineStep | undefined, b: TimelineStep | undefined): number | undefined {
  const [before, after] = [a?.durationMs, b?.durationMs];
  if (typeof before !== "number" || typeof after !== "number") return undefined;
  const by = after - before;
  return Math.abs(by) >= 20 && Math.abs(by) >= before / 5 ? by : undefined;
}

/** Whether two runs' step is another as far as a timeline tells: there or not, another status, error or beginning of its output. */
export function differs({ a, b }: AlignedStep): boolean {
  if (!a || !b) return true;
  return a.status !== b.status || a.attempt !== b.attempt || a.error?.message !== b.error?.message || a.preview !== b.preview;
}
