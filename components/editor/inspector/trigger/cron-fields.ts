/** A cron text of five fields, read: the numbers each field allows. */
export interface CronTimes {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  /** 0 is Sunday. */
  readonly weekdays: ReadonlySet<number>;
  /** Whether the field is a restriction: of two restricted day fields, either is enough. */
  readonly limitsDays: boolean;
  readonly limitsWeekdays: boolean;
}

const months = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");
const weekdays = "SUN MON TUE WED THU FRI SAT".split(" ");

/** Reads a cron text that `findCronProblem` finds nothing wrong with. */
export function readCron(text: string): CronTimes {
  const [minute = "*", hour = "*", day = "*", month = "*", weekday = "*"] = text.trim().split(/\s+/);
  return {
    minutes: numbersOf(minute, 0, 59),
    hours: numbersOf(hour, 0, 23),
    days: new Set(numbersOf(day, 1, 31)),
    months: new Set(numbersOf(month, 1, 12, months, 1)),
    weekdays: new Set(numbersOf(weekday, 0, 7, weekdays, 0).map((number) => number % 7)),
    limitsDays: !day.startsWith("*"),
    limitsWeekdays: !weekday.startsWith("*"),
  };
}

function numbersOf(field: string, from: number, to: number, words: readonly string[] = [], first = 0): number[] {
  const read = (text: string): number => (/^\d+$/.test(text) ? Number(text) : words.indexOf(text.toUpperCase()) + first);
  const found = new Set<number>();
  for (const item of field.split(",")) {
    const [range = "*", step] = item.split("/");
    const [low, high] = range.split("-");
    const begin = range === "*" ? from : read(low ?? "");
    // `5/10` goes on to the end, `5` is itself.
    const end = range === "*" ? to : high === undefined ? (step === undefined ? begin : to) : read(high);
    for (let number = begin; number <= end; number += Number(step ?? 1)) found.add(number);
  }
  return [...found].toSorted((a, b) => a - b);
}
