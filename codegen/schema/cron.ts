const months = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");
const days = "SUN MON TUE WED THU FRI SAT".split(" ");

interface CronField {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** The longest step. */
  readonly most: number;
  readonly words?: { readonly list: readonly string[]; readonly first: number };
}

const cronFields: readonly CronField[] = [
  { name: "minute", from: 0, to: 59, most: 60 },
  { name: "hour", from: 0, to: 23, most: 24 },
  { name: "day of the month", from: 1, to: 31, most: 31 },
  { name: "month", from: 1, to: 12, most: 12, words: { list: months, first: 1 } },
  { name: "day of the week", from: 0, to: 7, most: 7, words: { list: days, first: 0 } },
];

/** What is wrong with a five-field cron text, as the end of a sentence; undefined when nothing is. */
export function findCronProblem(text: string): string | undefined {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== cronFields.length) {
    return `needs five fields (minute hour day month weekday), not ${text.trim() === "" ? 0 : parts.length}`;
  }
  for (const [index, field] of cronFields.entries()) {
    for (const item of (parts[index] ?? "").split(",")) {
      if (!isCronItem(item, field)) {
        return `has \`${item.slice(0, 40)}\` as its ${field.name}, which must be *, a number from ${field.from} to ${field.to}, a range or a step`;
      }
    }
  }
  return undefined;
}

function isCronItem(item: string, field: CronField): boolean {
  const match = /^(\*|[A-Za-z0-9]+)(?:-([A-Za-z0-9]+))?(?:\/(\d{1,3}))?$/.exec(item);
  if (!match) return false;
  const [, first = "", last, step] = match;
  // The server's reader knows steps through everything or a range, none longer than the whole.
  if (step !== undefined && (Number(step) < 1 || Number(step) > field.most)) return false;
  if (first === "*") return last === undefined;
  const from = readCronNumber(first, field);
  if (from === undefined) return false;
  if (last === undefined) return step === undefined;
  const to = readCronNumber(last, field);
  return to !== undefined && from <= to;
}

function readCronNumber(text: string, field: CronField): number | undefined {
  if (/^\d{1,2}$/.test(text)) {
    const value = Number(text);
    return value >= field.from && value <= field.to ? value : undefined;
  }
  const index = field.words?.list.indexOf(text.toUpperCase()) ?? -1;
  return index < 0 || !field.words ? undefined : index + field.words.first;
}

/** Whether the name is a time zone that this runtime knows, for example `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
