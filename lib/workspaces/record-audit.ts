import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { insertAudit } from "./store.ts";

/** Everything that is written down. */
export type AuditAction =
  | `member.${"added" | "joined" | "left" | "removed" | "changed" | "invited" | "invitation-revoked"}`
  | `workspace.${"created" | "renamed"}`
  | `key.${"created" | "revoked"}`
  | `connection.${"added" | "changed" | "authorized" | "removed"}`
  | "ai.changed"
  | `version.${"published" | "made-live"}`
  | `workflow.${"archived" | "restored" | "deleted" | "shared" | "unshared"}`;

/** Writes down who did what. `target` is named as people know it; `details` never hold a secret. */
export async function recordAudit(
  server: Pick<Server, "database">,
  access: Pick<Access, "workspaceId" | "userId" | "keyId">,
  entry: { readonly action: AuditAction; readonly target: string; readonly details?: Readonly<Record<string, unknown>> },
): Promise<void> {
  const { userId, keyId } = access;
  await insertAudit(server.database, access.workspaceId, { userId, keyId, details: {}, ...entry });
}
