import { local } from "../keys/access.ts";
import { listRuns } from "../runs/list-runs.ts";
import type { Server } from "../running-server.ts";
import { curlLine } from "../triggers/curl-line.ts";
import { samplePayload } from "../triggers/sample-payload.ts";
import type { TriggerConfig } from "../triggers/trigger-config.ts";
import { triggerPath } from "./present.ts";
import { selectLiveWorkflows } from "./store.ts";

export interface WorkflowOverview {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly version: number;
  /** What starts it, in words. */
  readonly trigger: string;
  /** What starts it by hand, for a shell. */
  readonly curl: string;
}

export interface RunOverview {
  readonly id: string;
  readonly workflow: string;
  readonly status: string;
  readonly createdAt: string;
  /** In words; empty while it runs. */
  readonly took: string;
}

/** The front page's content: published workflows by name and the latest runs; no payloads. */
export async function showOverview(
  server: Pick<Server, "database" | "workspaceId">,
  origin: string,
): Promise<{ workflows: WorkflowOverview[]; runs: RunOverview[] }> {
  const url = (path: string): string => `${origin}${path}`;
  const [workflows, page] = await Promise.all([
    selectLiveWorkflows(server.database, server.workspaceId),
    listRuns(server, local(server.workspaceId), { limit: 20 }, url),
  ]);
  return {
    workflows: workflows.map(({ name, title, description, versionNumber, trigger }) => ({
      name,
      title,
      description,
      version: versionNumber,
      trigger: describeTrigger(trigger),
      curl: curlLine({
        url: url(triggerPath(name, server.workspaceId)),
        key: trigger.on === "http" && trigger.auth === "none" ? undefined : "$WEFT_KEY",
        body: samplePayload(trigger),
      }),
    })),
    runs: page.runs.map(({ id, workflow, status, createdAt, endedAt }) => ({
      id,
      workflow,
      status,
      createdAt,
      took: endedAt ? describeDuration(Date.parse(endedAt) - Date.parse(createdAt)) : "",
    })),
  };
}

function describeTrigger(trigger: TriggerConfig): string {
  if (trigger.on === "http") return trigger.respond === "async" ? "HTTP, answers at once" : "HTTP, answers with its result";
  if (trigger.on === "schedule") return `schedule ${trigger.cron ?? ""} ${trigger.timezone ?? "UTC"}`;
  return trigger.on === "event" ? "an event" : "by hand";
}

function describeDuration(ms: number): string {
  if (ms < 1000) return `${ms} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 3_600_000) return `${Math.round(ms / 60_000)} min`;
  return `${(ms / 3_600_000).toFixed(1)} h`;
}
