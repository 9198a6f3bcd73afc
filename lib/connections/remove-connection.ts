import { AppError } from "../errors.ts";
import { recordAudit } from "../workspaces/record-audit.ts";
import type { Access } from "../keys/access.ts";
import type { Transaction } from "../secrets/store.ts";
import type { ConnectionHost } from "./connection-host.ts";
import { openSecrets } from "./connection-host.ts";
import { oauthSettings } from "./oauth-settings.ts";
import { revokeToken } from "./request-tokens.ts";
import { requireConnection } from "./show-connection.ts";
import type { ConnectionRow } from "./store.ts";
import { deleteConnection, lockConnection, selectUses } from "./store.ts";

/**
 * Removes a connection, and asks its authorization server to forget its tokens where that can be asked. Throws `conflict` with the
 * workflows and nodes that use it in `details.uses`, unless `force`.
 */
export async function removeConnection(
  host: ConnectionHost,
  access: Access,
  alias: string,
  options: { readonly force: boolean },
): Promise<{ alias: string; removed: true; revoked: boolean }> {
  const { id, workspaceId } = await requireConnection(host, access, alias);
  const removed = await host.database.transaction(async (tx) => {
    const row = await lockConnection(tx, workspaceId, id);
    if (row && !options.force) await refuseWhileUsed(host, tx, row, "removed");
    await deleteConnection(tx, workspaceId, id);
    return row;
  });
  await recordAudit(host, access, { action: "connection.removed", target: alias });
  return { alias, removed: true, revoked: removed ? await revoke(host, removed) : false };
}

/** Throws `conflict` naming the workflows and nodes that use the connection, in live versions, drafts and unfinished runs. */
export async function refuseWhileUsed(
  host: ConnectionHost,
  tx: Transaction,
  row: ConnectionRow,
  what: "removed" | "renamed",
): Promise<void> {
  const service = await host.credentialTypes.find(row.service, row.workspaceId);
  const plugins = row.isDefault ? (service?.plugins ?? [row.service]) : [];
  const uses = await selectUses(tx, row.workspaceId, { alias: row.alias, plugins });
  if (uses.length === 0) return;
  const names = uses.slice(0, 5).map(({ workflow, node }) => `${workflow} (${node})`);
  const more = uses.length > names.length ? ` and ${uses.length - names.length} more` : "";
  throw new AppError("conflict", `The connection "${row.alias}" cannot be ${what}: it is used by ${names.join(", ")}${more}.`, {
    hint:
      what === "removed"
        ? "Give those nodes another connection and publish, or use --force (force=true)."
        : "Give those nodes another connection first.",
    details: { uses },
  });
}

/** The connection is gone whatever comes of this. */
async function revoke(host: ConnectionHost, row: ConnectionRow): Promise<boolean> {
  try {
    const { oauth } = await openSecrets(host.vault, row);
    const service = await host.credentialTypes.find(row.service, row.workspaceId);
    const token = oauth?.tokens?.refreshToken ?? oauth?.tokens?.accessToken;
    if (!oauth || !service || token === undefined) return false;
    return await revokeToken(oauthSettings(service.credential, oauth, row.alias), token, host.egress);
  } catch {
    return false;
  }
}
