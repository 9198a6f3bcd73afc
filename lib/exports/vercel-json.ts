import type { ProjectWorkflow } from "./workflow-facts.ts";
import { fileOf, triggerOf } from "./workflow-facts.ts";

/** `vercel.json` with a cron for each scheduled workflow; undefined when there is none. */
export function printVercelJson(workflows: readonly ProjectWorkflow[]): string | undefined {
  const crons = workflows.flatMap((workflow) => {
    const { on, cron, timezone } = triggerOf(workflow);
    if (on !== "schedule" || cron === undefined) return [];
    return [{ path: `/api/schedules/${fileOf(workflow)}`, schedule: forVercel(cron, timezone) }];
  });
  if (crons.length === 0) return undefined;
  return `${JSON.stringify({ $schema: "https://openapi.vercel.sh/vercel.json", crons }, null, 2)}\n`;
}

/**
 * Vercel's crons know UTC only, and offsets change with the season; and not every form of a day. So the route of a schedule that is
 * otherwise is called every hour at its minutes, and starts the workflow when it is the time there.
 */
function forVercel(cron: string, timezone = "UTC"): string {
  const [minutes = "", hours = "", day = "", month = "", weekday = ""] = cron.trim().split(/\s+/);
  if (!/^(?:etc\/)?(?:utc|gmt|zulu|universal)$/i.test(timezone)) return hasWholeHours(timezone) ? `${minutes} * * * *` : "* * * * *";
  if (day !== "*" && weekday !== "*") return `${minutes} * * * *`;
  return [minutes, hours, day, numbered(month, MONTHS, 1), weekdays(numbered(weekday, WEEKDAYS, 0))].join(" ");
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/** A field with its names as numbers. */
function numbered(field: string, names: readonly string[], first: number): string {
  return field.replace(/[A-Z]{3}/gi, (name) => {
    const index = names.indexOf(name.toUpperCase());
    return index === -1 ? name : String(index + first);
  });
}

/** Days of the week from 0 to 6, each by itself where one of them is a Sunday that is 7. */
function weekdays(field: string): string {
  if (!/\b7\b/.test(field.replace(/\/\d+/g, ""))) return field;
  const days = field.split(",").flatMap((item) => {
    const [range = "", step = "1"] = item.split("/");
    const [from = 0, to = from] = range === "*" ? [0, 6] : range.split("-").map(Number);
    return Array.from({ length: Math.floor((to - from) / Number(step)) + 1 }, (_, index) => (from + index * Number(step)) % 7);
  });
  return [...new Set(days)].sort((one, other) => one - other).join(",");
}

/** Whether a zone is whole hours from UTC in winter and in summer. */
function hasWholeHours(timezone: string): boolean {
  const minuteOf = new Intl.DateTimeFormat("en", { timeZone: timezone, minute: "numeric" });
  return [0, 6].every((month) => minuteOf.format(Date.UTC(2026, month, 1)) === "0");
}
