import { findCronProblem } from "../../../../codegen/schema/cron.ts";
import { readCron } from "./cron-fields.ts";

const monthNames = "January February March April May June July August September October November December".split(" ");
const dayNames = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** A schedule as people say it: `Every weekday at 09:00`; undefined for a text that is no schedule. */
export function cronWords(text: string): string | undefined {
  if (findCronProblem(text) !== undefined) return undefined;
  const [minute = "*", hour = "*", day = "*", month = "*", weekday = "*"] = text.trim().split(/\s+/);
  const times = timeWords(minute, hour, text);
  const days = dayWords(day, weekday, text);
  const months = month.startsWith("*") ? "" : ` in ${join(numbers(readCron(text).months).map((number) => monthNames[number - 1] ?? ""))}`;
  const isOften = /^every (?:minute|hour|\d)/.test(times);
  const sentence = isOften ? `${times}${days === "every day" ? "" : `, ${days}`}` : `${days} ${times}`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${months}`;
}

function timeWords(minute: string, hour: string, text: string): string {
  const { minutes, hours } = readCron(text);
  const everyMinutes = /^\*\/(\d+)$/.exec(minute)?.[1];
  const everyHours = /^\*\/(\d+)$/.exec(hour)?.[1];
  const within =
    hour === "*" ? "" : everyHours === undefined ? ` from ${hourWords(hours)}` : ` of every ${ordinal(Number(everyHours))} hour`;
  if (minute === "*") return `every minute${within}`;
  if (everyMinutes !== undefined) return everyMinutes === "1" ? `every minute${within}` : `every ${everyMinutes} minutes${within}`;
  const atMinutes = minutes.length === 1 && minutes[0] === 0 ? "" : ` at ${join(minutes.map((number) => `:${pad(number)}`))}`;
  if (hour === "*") return `every hour${atMinutes}`;
  if (everyHours !== undefined) return `every ${everyHours} hours${atMinutes}`;
  if (minutes.length * hours.length > 6)
    return `at ${join(minutes.map((number) => `:${pad(number)}`))} of the hours ${join(hours.map(pad))}`;
  return `at ${join(hours.flatMap((at) => minutes.map((number) => `${pad(at)}:${pad(number)}`)))}`;
}

function dayWords(day: string, weekday: string, text: string): string {
  const { days, weekdays } = readCron(text);
  const onDays = /^\*\/(\d+)$/.test(day)
    ? `every ${ordinal(Number(day.slice(2)))} day of the month`
    : `on the ${join(numbers(days).map(ordinal))} of the month`;
  const onWeekdays = nameWeekdays(numbers(weekdays));
  if (day === "*") return weekday === "*" ? "every day" : onWeekdays;
  if (weekday === "*") return onDays;
  return day.startsWith("*") || weekday.startsWith("*")
    ? `${onDays} if it is ${onWeekdays.replace(/^every /, "a ")}`
    : `${onDays} and ${onWeekdays}`;
}

function nameWeekdays(days: readonly number[]): string {
  if (days.length === 7) return "every day";
  if (days.join() === "1,2,3,4,5") return "every weekday";
  if (days.join() === "0,6") return "every Saturday and Sunday";
  return `every ${join(days.map((number) => dayNames[number] ?? ""))}`;
}

/** `09:00 to 17:59` for hours in a row. */
function hourWords(hours: readonly number[]): string {
  const first = hours[0] ?? 0;
  const last = hours.at(-1) ?? 0;
  return last - first === hours.length - 1 ? `${pad(first)}:00 to ${pad(last)}:59` : `the hours ${join(hours.map(pad))}`;
}

function numbers(set: ReadonlySet<number>): number[] {
  return [...set].toSorted((a, b) => a - b);
}

function join(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

function ordinal(number: number): string {
  const tens = number % 100;
  const ending = tens > 10 && tens < 14 ? "th" : ({ 1: "st", 2: "nd", 3: "rd" }[number % 10] ?? "th");
  return `${number}${ending}`;
}
