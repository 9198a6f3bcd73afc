import type { WorkflowSummary } from "../api/schemas.ts";
import type { Access } from "../keys/access.ts";
import { reachable } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { presentWorkflow } from "./present.ts";
import { selectLiveWorkflows } from "./store.ts";

/** The published workflows that the caller reaches, by name. */
export async function listWorkflows(
  server: Pick<Server, "database">,
  access: Access,
  url: (path: string) => string,
): Promise<{ workflows: WorkflowSummary[] }> {
  const workflows = await selectLiveWorkflows(server.database, access.workspaceId, reachable(access));
  return { workflows: workflows.map((workflow) => presentWorkflow(workflow, url)) };
}
