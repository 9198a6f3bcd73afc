import type { ProjectWorkflow } from "./workflow-facts.ts";
import { fileOf, triggerOf } from "./workflow-facts.ts";

/** `vercel.json` with a cron for each scheduled workflow; undefined when there is none. */
export function printVercelJson(workflows: readonly ProjectWorkflow[]): string | undefined {
  const crons = workflows.flatMap((workflow) => {
    const { on, cron, timezone } = triggerOf(workflow);
    if (on !== "schedule" || cron === undefined) return [];
    return [{ path: `/api/schedules/${fileOf(workflow)}`, schedule: inUtc(cron, timezone) }];
  });
  if (crons.length === 0) return undefined;
  return `${JSON.stringify({ $schema: "https://openapi.vercel.sh/vercel.json", crons }, null, 2)}\n`;
}

/**
 * Vercel's crons know UTC only, and offsets change with the season. So the route of a schedule in another zone is called every hour at
 * its minutes, and starts the workflow when it is the time there.
 */
function inUtc(cron: string, timezone = "UTC"): string {
  if (/^(?:etc\/)?(?:utc|gmt|zulu|universal)$/i.test(timezone)) return cron;
  const minutes = hasWholeHours(timezone) ? cron.trim().split(/\s+/)[0] : "*";
  return `${minutes} * * * *`;
}

/** Whether a zone is whole hours from UTC in winter and in summer. */
function hasWholeHours(timezone: string): boolean {
  const minuteOf = new Intl.DateTimeFormat("en", { timeZone: timezone, minute: "numeric" });
  return [0, 6].every((month) => minuteOf.format(Date.UTC(2026, month, 1)) === "0");
}
