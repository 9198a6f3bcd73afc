const UNITS: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const DURATION = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d|w)$/;

/** Milliseconds of a duration such as `30s` or `1.5h`. Throws a RangeError that shows the text when it is none. */
export function parseDuration(duration: string): number {
  const match = DURATION.exec(duration);
  const unit = UNITS[match?.[2] ?? ""];
  if (!match || unit === undefined) {
    throw new RangeError(`"${duration}" is not a duration; write a number and a unit, for example "30s" or "5m".`);
  }
  return Number(match[1]) * unit;
}
