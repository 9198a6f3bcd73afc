import type { Pool } from "pg";

import type { StepRunner } from "./step-runner.ts";

interface PendingNotice {
  readonly runId: string;
  readonly hookId: string;
  readonly workspaceId: string;
  readonly node: string | null;
  readonly message: string | null;
  readonly token: string;
  readonly notifyUrl: string;
  readonly createdAt: Date;
}

/** Gives up on an address that has not answered for this long. */
const GIVE_UP = "1 hour";

/**
 * Tells the address that an approval names about it: POST `{ run, node, message, approve, reject }`, by the step that every
 * HTTP request goes through. Locked while it is sent, so two workers never both send; one that dies meanwhile lets another try.
 */
export async function notifyWaits(pool: Pool, runner: StepRunner, publicUrl: string): Promise<void> {
  const client = await pool.connect();
  try {
    for (let sent = true; sent;) {
      await client.query("begin");
      const found = await client.query<PendingNotice>(
        `select run_id "runId", hook_id "hookId", workspace_id "workspaceId", node, message, token, notify_url "notifyUrl", created_at "createdAt" from workflow_hooks
         where notify_url is not null and notified_at is null and status = 'waiting' and created_at > now() - interval '${GIVE_UP}'
         order by created_at limit 1 for update skip locked`,
      );
      const notice = found.rows[0];
      sent = notice !== undefined && (await send(runner, notice, publicUrl));
      if (notice && sent)
        await client.query("update workflow_hooks set notified_at = now() where run_id = $1 and hook_id = $2", [
          notice.runId,
          notice.hookId,
        ]);
      await client.query("commit");
    }
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

async function send(runner: StepRunner, notice: PendingNotice, publicUrl: string): Promise<boolean> {
  const url = `${publicUrl}/api/hooks/${notice.token}`;
  const body = {
    run: notice.runId,
    node: notice.node,
    message: notice.message,
    url,
    approve: `${url}?approved=true`,
    reject: `${url}?approved=false`,
  };
  const node = notice.node ?? "notify";
  const stepId = `notify_${notice.hookId}`;
  try {
    await runner.run(
      { node, kind: "action", action: "http.request", policy: { timeout: "10s" } },
      { method: "POST", url: notice.notifyUrl, body },
      {
        runId: notice.runId,
        workspaceId: notice.workspaceId,
        node,
        stepId,
        attempt: 1,
        idempotencyKey: `${notice.runId}_${stepId}`,
        signal: AbortSignal.timeout(15_000),
      },
    );
    return true;
  } catch {
    return false;
  }
}
