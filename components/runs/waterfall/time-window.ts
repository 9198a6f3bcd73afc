import { formatDuration } from "../format.ts";

/** A part of time that is shown: milliseconds since the epoch. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

export interface Tick {
  /** From 0, the left end, to 1. */
  readonly at: number;
  readonly label: string;
}

/** Nothing is looked at closer than this many milliseconds. */
const CLOSEST = 1;
const STEPS = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000,
];
const LONG_STEPS = [3_600_000, 7_200_000, 21_600_000, 43_200_000, 86_400_000];

/** Round instants at least `apart` of the window's width from each other, named by how long after `start` they are. */
export function ticksOf({ from, to }: TimeWindow, start: number, apart: number): Tick[] {
  const least = (to - from) * apart;
  const days = Math.ceil(least / 86_400_000) * 86_400_000;
  const step = [...STEPS, ...LONG_STEPS].find((candidate) => candidate >= least) ?? days;
  const ticks: Tick[] = [];
  for (let after = Math.ceil((from - start) / step) * step; start + after <= to; after += step) {
    if (after >= 0) ticks.push({ at: (start + after - from) / (to - from), label: after === 0 ? "0" : formatTick(after) });
  }
  return ticks;
}

/** Durations as ticks have them: no zeros behind the point. */
function formatTick(ms: number): string {
  return formatDuration(ms)
    .replace(/\.(\d*?)0+ /, (_all, digits: string) => (digits === "" ? " " : `.${digits} `))
    .replace(/ 00[ms]$/, "");
}

/** Closer (`factor` below 1) or farther, the instant `at` staying where it is; never beyond the whole. */
export function zoomTo(window: TimeWindow, whole: TimeWindow, factor: number, at: number): TimeWindow {
  const span = Math.min(Math.max((window.to - window.from) * factor, CLOSEST), whole.to - whole.from);
  const share = (at - window.from) / (window.to - window.from);
  return within({ from: at - share * span, to: at + (1 - share) * span }, whole);
}

/** Earlier or later by milliseconds; stops at the ends of the whole. */
export function panBy({ from, to }: TimeWindow, whole: TimeWindow, ms: number): TimeWindow {
  return within({ from: from + ms, to: to + ms }, whole);
}

/** Moved, not shrunk, until it lies in the whole. */
function within({ from, to }: TimeWindow, whole: TimeWindow): TimeWindow {
  const span = to - from;
  if (span >= whole.to - whole.from) return whole;
  if (from < whole.from) return { from: whole.from, to: whole.from + span };
  return to > whole.to ? { from: whole.to - span, to: whole.to } : { from, to };
}

/** The window between two places of a drag, whichever came first; undefined when it is too narrow to be meant. */
export function selectWindow(window: TimeWindow, a: number, b: number): TimeWindow | undefined {
  const span = window.to - window.from;
  const [left, right] = a < b ? [a, b] : [b, a];
  if ((right - left) * span < CLOSEST || right - left < 0.005) return undefined;
  return { from: window.from + left * span, to: window.from + right * span };
}
