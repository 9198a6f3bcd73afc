import type { Server } from "../running-server.ts";
import { connectionPlace } from "../secrets/places.ts";
import type { Sealed, Vault } from "../secrets/vault.ts";
import type { ConnectionSecrets } from "./connection-secrets.ts";
import { parseSecrets } from "./connection-secrets.ts";

/** What the commands on connections need of the process they run in. */
export type ConnectionHost = Pick<Server, "database" | "vault" | "egress" | "credentialTypes">;

interface Identity {
  readonly id: string;
  readonly workspaceId: string;
  readonly service: string;
}

/** Opens what a connection's row keeps sealed. */
export async function openSecrets(vault: Vault, row: Identity & Sealed): Promise<ConnectionSecrets> {
  return parseSecrets(await vault.open(row, connectionPlace(row)));
}

/** Seals secrets for a connection's row; the transaction that stores them holds the keys. */
export async function sealSecrets(vault: Vault, row: Identity, secrets: ConnectionSecrets): Promise<Sealed> {
  return vault.seal(JSON.stringify(secrets), connectionPlace(row));
}
