import { importKey } from "@workflow/core/encryption";
import { hydrateWorkflowArguments } from "@workflow/core/serialization";
import type { WorkflowRun } from "@workflow/world";
import { getWorld } from "workflow/runtime";

/** How far the clocks of those who write runs may be apart. */
const SKEW_MS = 60_000;

/** The id of a run that a workflow was started with for this moment; undefined when there is none. */
export async function findScheduledRun(workflowName: string, scheduledAt: Date): Promise<string | undefined> {
  const world = getWorld();
  for (let cursor: string | undefined; ;) {
    const pagination = { limit: 100, sortOrder: "desc" as const, ...(cursor === undefined ? {} : { cursor }) };
    const page = await world.runs.list({ workflowName, resolveData: "all", pagination });
    for (const run of page.data) {
      if (run.createdAt.getTime() < scheduledAt.getTime() - SKEW_MS) return undefined;
      if ((await readScheduledAt(run)) === scheduledAt.toISOString()) return run.runId;
    }
    if (!page.hasMore || page.cursor === null) return undefined;
    cursor = page.cursor;
  }
}

/** What a run was started with, which Vercel keeps encrypted. */
async function readScheduledAt(run: WorkflowRun): Promise<unknown> {
  const key = await getWorld().getEncryptionKeyForRun?.(run);
  const args: unknown = await hydrateWorkflowArguments(run.input, run.runId, key && (await importKey(key)));
  const [input] = Array.isArray(args) ? (args as unknown[]) : [];
  return typeof input === "object" && input !== null && "scheduledAt" in input ? input.scheduledAt : undefined;
}
