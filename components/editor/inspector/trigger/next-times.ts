import { readCron } from "./cron-fields.ts";

const DAY = 86_400_000;
/** The 29th of February on a given weekday is the rarest of schedules. */
const MOST_DAYS = 366 * 29;

/** The next instants of a cron text in a time zone, after one; a time that clocks skip comes as much later as they do. */
export function nextTimes(cron: string, timezone: string, after: Date, count: number): Date[] {
  const times = readCron(cron);
  const toInstant = instantsIn(timezone);
  const start = wallClock(after, timezone);
  const found: Date[] = [];
  for (let day = 0; day < MOST_DAYS && found.length < count; day++) {
    const date = new Date(Date.UTC(start.year, start.month - 1, start.day) + day * DAY);
    if (!times.months.has(date.getUTCMonth() + 1) || !isDay(date, times)) continue;
    const ofDay = new Set<number>();
    for (const hour of times.hours) {
      if (day === 0 && hour + 1 < start.hour) continue;
      for (const minute of times.minutes) ofDay.add(toInstant(date.getTime() + (hour * 60 + minute) * 60_000));
    }
    for (const instant of [...ofDay].toSorted((a, b) => a - b)) {
      if (instant > after.getTime() && found.length < count) found.push(new Date(instant));
    }
  }
  return found;
}

function isDay(date: Date, { days, weekdays, limitsDays, limitsWeekdays }: ReturnType<typeof readCron>): boolean {
  const byDay = days.has(date.getUTCDate());
  const byWeekday = weekdays.has(date.getUTCDay());
  return limitsDays && limitsWeekdays ? byDay || byWeekday : byDay && byWeekday;
}

interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

function wallClock(instant: Date, timeZone: string): Wall {
  const parts = formatIn(timeZone).formatToParts(instant);
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return { year: read("year"), month: read("month"), day: read("day"), hour: read("hour"), minute: read("minute") };
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const numeric = "2-digit";
  return new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
  });
}

/** Gives the instant at which clocks of a zone show a time; the first of two where they are turned back. */
function instantsIn(timeZone: string): (wall: number) => number {
  const offsets = new Map<number, number>();
  const offsetAt = (instant: number): number => {
    const hour = Math.floor(instant / 3_600_000);
    const known = offsets.get(hour);
    if (known !== undefined) return known;
    const { year, month, day, hour: at, minute } = wallClock(new Date(hour * 3_600_000), timeZone);
    const offset = Date.UTC(year, month - 1, day, at, minute) - hour * 3_600_000;
    offsets.set(hour, offset);
    return offset;
  };
  return (wall) => {
    const before = offsetAt(wall - DAY);
    const after = offsetAt(wall + DAY);
    if (before === after) return wall - before;
    const early = wall - before;
    return offsetAt(early) === before ? early : offsetAt(wall - after) === after ? wall - after : early;
  };
}
