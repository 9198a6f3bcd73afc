import { Cron } from "croner";
import { start } from "workflow/api";
import { answer, json } from "./answers.ts";
import { requireSecret } from "./secrets.ts";
import type { Trigger } from "./trigger.ts";

/** The route that a cron calls each minute that may be the schedule's: it starts the workflow when it is. */
export function serveSchedule(
  workflow: (input: { scheduledAt: string }) => Promise<unknown>,
  { cron = "", timezone = "UTC" }: Trigger,
): (request: Request) => Promise<Response> {
  const schedule = new Cron(cron, { timezone, paused: true });
  return (request) =>
    answer(async () => {
      requireSecret(request, "CRON_SECRET");
      const minute = new Date(Math.floor(Date.now() / 60_000) * 60_000);
      const isDue = schedule.nextRun(new Date(minute.getTime() - 1000))?.getTime() === minute.getTime();
      if (!isDue) return json({ started: false });
      const run = await start(workflow, [{ scheduledAt: minute.toISOString() }]);
      return json({ started: true, run: { id: run.runId } }, 202);
    });
}
