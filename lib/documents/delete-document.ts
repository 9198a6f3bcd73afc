import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { recordAudit } from "../workspaces/record-audit.ts";
import { findDocument, findDraft } from "./find-document.ts";
import { deleteDocumentRow } from "./store.ts";

/** Deletes a workflow, its versions and its runs for good, when `typed` is its name; throws `conflict` otherwise, and while a run is going. */
export async function deleteDocument(
  server: Pick<Server, "database">,
  access: Access,
  id: string,
  typed: string,
): Promise<{ id: string; deleted: true }> {
  const { name } = await findDocument(server, access, id);
  const draft = await findDraft(server, access, id);
  if (typed !== name && typed !== draft.name) {
    throw new AppError("conflict", `The workflow is called ${name}, not ${typed === "" ? "nothing" : typed}.`, {
      hint: "Type its name to delete it.",
      details: { name },
    });
  }
  const left = await deleteDocumentRow(server.database, access.workspaceId, id);
  if (left) {
    throw new AppError("conflict", `A run of ${name} is still going.`, {
      hint: "Cancel it or let it end; archiving the workflow lets no new one start.",
      details: { run: left.active },
    });
  }
  await recordAudit(server, access, { action: "workflow.deleted", target: name });
  return { id, deleted: true };
}
