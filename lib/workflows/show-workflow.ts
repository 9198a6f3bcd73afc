import { invariant } from "../../codegen/invariant.ts";
import type { WorkflowDetails } from "../api/schemas.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findWorkflow } from "./find-workflow.ts";
import { presentWorkflow } from "./present.ts";
import { findVersionText, selectVersions } from "./store.ts";

/** A published workflow with the live version's graph and code, and its listed versions, newest first. */
export async function showWorkflow(
  server: Pick<Server, "database">,
  access: Access,
  name: string,
  url: (path: string) => string,
): Promise<WorkflowDetails> {
  const workflow = await findWorkflow(server, access, name);
  const [text, versions] = await Promise.all([
    findVersionText(server.database, workflow.versionId),
    selectVersions(server.database, workflow.workspaceId, workflow.id),
  ]);
  invariant(text, `the live version ${workflow.versionId} of ${name} is not stored`);
  return {
    ...presentWorkflow(workflow, url),
    ...text,
    versions: versions.map(({ id, number, sha256, createdAt }) => ({
      number,
      sha256,
      createdAt: createdAt.toISOString(),
      live: id === workflow.versionId,
    })),
  };
}
