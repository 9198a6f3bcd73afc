import { DEFAULT_WORKSPACE_ID } from "../workspaces/default-workspace.ts";
import type { Published, WorkflowSummary } from "../api/schemas.ts";
import type { PublishedVersion } from "./publish-workflow.ts";
import type { LiveWorkflow } from "./store.ts";

/** Path of a workflow's trigger; those of other workspaces than the default one are reached under their own, with a key or without. */
export function triggerPath(name: string, workspaceId: string): string {
  return workspaceId === DEFAULT_WORKSPACE_ID ? `/api/triggers/${name}` : `/api/workspaces/${workspaceId}/triggers/${name}`;
}

/** A workflow as the API shows it; `url` makes a path absolute. */
export function presentWorkflow(workflow: LiveWorkflow, url: (path: string) => string): WorkflowSummary {
  const { on, respond, auth, cron, timezone } = workflow.trigger;
  return {
    name: workflow.name,
    title: workflow.title,
    description: workflow.description,
    version: workflow.versionNumber,
    sha256: workflow.sha256,
    publishedAt: workflow.publishedAt.toISOString(),
    trigger: {
      on,
      url: url(triggerPath(workflow.name, workflow.workspaceId)),
      ...(on === "http" ? { auth: auth ?? "key", respond: respond ?? "sync" } : {}),
      ...(on === "schedule" ? { cron: cron ?? "", timezone: timezone ?? "UTC" } : {}),
    },
  };
}

/** What publishing made, as the API shows it. */
export function presentPublished(published: PublishedVersion, url: (path: string) => string): Published {
  const { workflow, workspaceId, version, sha256, created, warnings } = published;
  return { workflow, version, sha256, created, url: url(triggerPath(workflow, workspaceId)), warnings: [...warnings] };
}
