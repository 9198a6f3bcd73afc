import type { DocumentSummary } from "../api/document-schemas.ts";
import { nextTime } from "../engine/schedules.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { recordAudit } from "../workspaces/record-audit.ts";
import { findDocument } from "./find-document.ts";
import { summarizeDocument } from "./show-document.ts";
import type { DocumentChange } from "./store.ts";
import { changeDocumentRow } from "./store.ts";

/** Moves, tags, archives or restores a workflow, or switches its trigger; throws `conflict` for the trigger of one that was never published. */
export async function changeDocument(
  server: Pick<Server, "database" | "system">,
  access: Access,
  id: string,
  change: DocumentChange,
): Promise<DocumentSummary> {
  const { name, archivedAt } = await findDocument(server, access, id);
  const tags = change.tags && { tags: [...new Set(change.tags)] };
  const outcome = await changeDocumentRow(server.database, access.workspaceId, id, { ...change, ...tags }, (config) =>
    nextTime(config, new Date()),
  );
  if (outcome === "unpublished") {
    throw new AppError("conflict", `${name} is not published, so it has no trigger to switch.`, { hint: "Publish it first." });
  }
  if (change.archived !== undefined && change.archived !== (archivedAt !== null)) {
    await recordAudit(server, access, { action: change.archived ? "workflow.archived" : "workflow.restored", target: name });
  }
  return summarizeDocument(server, access, id);
}
