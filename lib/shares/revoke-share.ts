import { findDocument } from "../documents/find-document.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { recordAudit } from "../workspaces/record-audit.ts";
import { markRevoked } from "./store.ts";

/** Stops a link at once, and forgets what it showed. */
export async function revokeShare(
  server: Pick<Server, "database">,
  access: Access,
  { id, share }: { readonly id: string; readonly share: string },
): Promise<{ id: string; revoked: true }> {
  const { name } = await findDocument(server, access, id);
  if (!(await markRevoked(server.database, access.workspaceId, id, share))) {
    throw new AppError("not_found", `${name} has no link ${share} that still works.`, { hint: "List its links." });
  }
  await recordAudit(server, access, { action: "workflow.unshared", target: name, details: { share } });
  return { id: share, revoked: true };
}
