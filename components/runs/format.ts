const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something took, in two units at most: `340 ms`, `1.24 s`, `2m 05s`, `3h 12m`, `2d 4h`. */
export function formatDuration(ms: number): string {
  if (ms < 0) return "0 ms";
  if (ms < 10) return `${Math.round(ms * 10) / 10} ms`;
  if (Math.round(ms) < SECOND) return `${Math.round(ms)} ms`;
  if (ms < 9_995) return `${(ms / SECOND).toFixed(2)} s`;
  if (ms < 59_950) return `${(ms / SECOND).toFixed(1)} s`;
  if (ms < HOUR - 500) return twoUnits(Math.round(ms / SECOND), 60, "m", "s", 2);
  if (ms < DAY) return twoUnits(Math.round(ms / MINUTE), 60, "h", "m", 2);
  return twoUnits(Math.round(ms / HOUR), 24, "d", "h", 1);
}

function twoUnits(count: number, per: number, large: string, small: string, digits: number): string {
  return `${Math.floor(count / per)}${large} ${String(count % per).padStart(digits, "0")}${small}`;
}

/** A size in the units people know: `812 B`, `16 kB`, `2.3 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 999_500) return `${bytes < 9_950 ? (bytes / 1_000).toFixed(1) : Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "short" });
const day = new Intl.DateTimeFormat("en", { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const dayOfYear = new Intl.DateTimeFormat("en", { year: "numeric", month: "short", day: "numeric" });
const exact = new Intl.DateTimeFormat("en", {
  year: "numeric",
  month: "short",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  fractionalSecondDigits: 3,
  hourCycle: "h23",
  timeZoneName: "short",
});

/** An instant as people say it, seen from `now` (milliseconds): how long ago within two days, its date before. */
export function formatRelative(instant: string, now: number): string {
  const at = Date.parse(instant);
  const away = at - now;
  const far = Math.abs(away);
  if (far < 5 * SECOND) return "just now";
  if (far < MINUTE) return relative.format(Math.round(away / SECOND), "second");
  if (far < HOUR) return relative.format(Math.round(away / MINUTE), "minute");
  if (far < DAY) return relative.format(Math.round(away / HOUR), "hour");
  if (far < 2 * DAY) return relative.format(Math.round(away / DAY), "day");
  return new Date(at).getFullYear() === new Date(now).getFullYear() ? day.format(at) : dayOfYear.format(at);
}

/** The same for what has happened: never in the future, though `now` may be some seconds old, or the server's clock ahead. */
export function formatAgo(instant: string, now: number): string {
  return formatRelative(instant, Math.max(now, Date.parse(instant)));
}

/** An instant to the millisecond, in the reader's own time zone. */
export function formatExact(instant: string): string {
  return exact.format(Date.parse(instant));
}

const time = new Intl.DateTimeFormat("en", {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  fractionalSecondDigits: 3,
  hourCycle: "h23",
});

/** An instant's time of day to the millisecond, in the reader's own time zone: `14:03:07.120`. */
export function formatTime(instant: string): string {
  return time.format(Date.parse(instant));
}

/** What a model's use cost, in US dollars: small amounts with the digits that matter. */
export function formatCost(dollars: number): string {
  if (dollars === 0) return "$0";
  return dollars < 0.01 ? `$${Number(dollars.toPrecision(2))}` : `$${dollars.toFixed(2)}`;
}

const count = new Intl.NumberFormat("en");

/** A number with its thousands apart. */
export function formatCount(value: number): string {
  return count.format(value);
}
