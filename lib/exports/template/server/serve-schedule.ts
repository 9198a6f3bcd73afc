import { Cron } from "croner";
import { start } from "workflow/api";
import { answer, json } from "./answers.ts";
import { findScheduledRun } from "./find-scheduled-run.ts";
import { requireSecret } from "./secrets.ts";
import type { Trigger } from "./trigger.ts";

/** How late a call still starts what was due: Vercel's daily crons come at any time of their hour. */
const LATE_MS = 65 * 60_000;

/** The route that a cron calls: it starts the workflow for the schedule's latest moment, once however many calls there are. */
export function serveSchedule(
  workflow: (input: { scheduledAt: string }) => Promise<unknown>,
  { cron = "", timezone = "UTC" }: Trigger,
): (request: Request) => Promise<Response> {
  const schedule = new Cron(cron, { timezone, paused: true });
  let last: Promise<unknown> = Promise.resolve();

  const startDue = async (): Promise<Response> => {
    const due = dueTime(schedule, Date.now());
    // The SDK's compiler gives a workflow its name.
    const { workflowId } = workflow as unknown as { workflowId: string };
    const known = due && (await findScheduledRun(workflowId, due));
    if (!due || known !== undefined) return json({ started: false, ...(known === undefined ? {} : { run: { id: known } }) });
    const run = await start(workflow, [{ scheduledAt: due.toISOString() }]);
    return json({ started: true, run: { id: run.runId } }, 202);
  };

  return (request) =>
    answer(async () => {
      requireSecret(request, "CRON_SECRET");
      // One call after the other, so that the second sees what the first has started.
      const response = last.then(startDue, startDue);
      last = response;
      return response;
    });
}

/** The schedule's latest moment, unless it is too long ago. */
function dueTime(schedule: Cron, now: number): Date | undefined {
  const [due] = schedule.previousRuns(1, new Date(now + 1));
  return due && due.getTime() > now - LATE_MS ? due : undefined;
}
