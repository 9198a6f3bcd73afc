import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import { requireWorkflow } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import type { LiveWorkflow } from "./store.ts";
import { findLiveWorkflow } from "./store.ts";

/** A published workflow that the caller reaches; throws `not_found` or `forbidden`. */
export async function findWorkflow(server: Pick<Server, "database">, access: Access, name: string): Promise<LiveWorkflow> {
  const workflow = await findLiveWorkflow(server.database, access.workspaceId, name);
  if (!workflow) throw workflowNotFound(name);
  requireWorkflow(access, workflow);
  return workflow;
}

export function workflowNotFound(name: string): AppError {
  return new AppError("not_found", `No workflow called ${name} is published.`, {
    hint: "List them with GET /api/workflows, or publish one: weft publish graph.json.",
  });
}
