import { Cron } from "croner";
import type { Pool } from "pg";
import { z } from "zod";

import type { StartedRun, StartOptions } from "./contract.ts";

const scheduleConfig = z.looseObject({ cron: z.string(), timezone: z.string().optional() });
/** Later than this, the run says that it is late. */
const LATE_MS = 60_000;

interface DueTrigger {
  readonly workflowId: string;
  readonly workspaceId: string;
  readonly versionId: string | null;
  readonly config: unknown;
  readonly dueAt: Date;
}

/**
 * Starts every schedule that is due. A row is locked while it fires and moves on to its next time in the same transaction, and the
 * run's key is the time it was due: so each time fires once, whoever dies when. Times that passed while nobody worked fire as one.
 */
export async function fireSchedules(
  pool: Pool,
  start: (options: StartOptions & { note?: string }) => Promise<StartedRun>,
  now = new Date(),
): Promise<void> {
  for (;;) {
    const client = await pool.connect();
    try {
      await client.query("begin");
      const found = await client.query<DueTrigger>(
        `select t.workflow_id "workflowId", t.workspace_id "workspaceId", w.live_version_id "versionId", t.config, t.next_fire_at "dueAt"
         from triggers t join workflows w on w.id = t.workflow_id
         where t.enabled and t.next_fire_at <= $1 order by t.next_fire_at limit 1 for update of t skip locked`,
        [now],
      );
      const due = found.rows[0];
      if (due) await fire(due, start, now);
      if (due)
        await client.query("update triggers set next_fire_at = $2, last_fired_at = $3 where workflow_id = $1", [
          due.workflowId,
          nextTime(due.config, now),
          now,
        ]);
      await client.query("commit");
      if (!due) return;
    } catch (error) {
      await client.query("rollback").catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  }
}

async function fire(due: DueTrigger, start: (options: StartOptions & { note?: string }) => Promise<StartedRun>, now: Date): Promise<void> {
  if (due.versionId === null) return;
  const late = now.getTime() - due.dueAt.getTime() > LATE_MS;
  const skipped = late ? countBetween(due.config, due.dueAt, now) : 0;
  const note = `Due at ${due.dueAt.toISOString()}, started late because nothing was running${skipped > 0 ? `; it stands for ${skipped} more that were missed` : ""}.`;
  await start({
    workspaceId: due.workspaceId,
    versionId: due.versionId,
    input: { scheduledAt: due.dueAt.toISOString() },
    trigger: "schedule",
    idempotencyKey: `schedule:${due.dueAt.toISOString()}`,
    ...(late ? { note } : {}),
  });
}

/** When a schedule fires next after `from`; null when it never does again. */
export function nextTime(config: unknown, from: Date): Date | null {
  return cronOf(config)?.nextRun(from) ?? null;
}

function countBetween(config: unknown, after: Date, until: Date): number {
  const cron = cronOf(config);
  let count = 0;
  for (let at = cron?.nextRun(after) ?? null; at && at <= until && count < 1_000; at = cron?.nextRun(at) ?? null) count++;
  return count;
}

function cronOf(config: unknown): Cron | undefined {
  const parsed = scheduleConfig.safeParse(config);
  return parsed.success ? new Cron(parsed.data.cron, { timezone: parsed.data.timezone ?? "UTC", paused: true }) : undefined;
}
