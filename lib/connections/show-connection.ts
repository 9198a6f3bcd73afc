import type { ConnectionDetails } from "../api/schemas.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { ConnectionHost } from "./connection-host.ts";
import { openSecrets } from "./connection-host.ts";
import { presentDetails } from "./present.ts";
import type { ConnectionRow } from "./store.ts";
import { findConnection } from "./store.ts";

/** One connection with its fields, masked. */
export async function showConnection(host: ConnectionHost, access: Access, alias: string): Promise<ConnectionDetails> {
  const row = await requireConnection(host, access, alias);
  const service = await host.credentialTypes.find(row.service, row.workspaceId);
  return presentDetails(row, await openSecrets(host.vault, row), service?.credential);
}

/** The connection of this alias in the caller's workspace; throws `not_found`. */
export async function requireConnection(host: Pick<ConnectionHost, "database">, access: Access, alias: string): Promise<ConnectionRow> {
  const row = await findConnection(host.database, access.workspaceId, alias);
  if (row) return row;
  throw new AppError("not_found", `There is no connection "${alias}".`, { hint: "weft connections list shows those there are." });
}
