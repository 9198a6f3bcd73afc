import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CredentialType } from "../../plugins/kit/define-credential.ts";
import { definePlugin } from "../../plugins/kit/define-plugin.ts";
import { httpCredential } from "../../plugins/http/credential.ts";
import { createDatabase, createPool } from "../db/index.ts";
import { DEFAULT_WORKSPACE_ID } from "../workspaces/default-workspace.ts";
import type { Access } from "../keys/access.ts";
import { local } from "../keys/access.ts";
import { holdKeys } from "../secrets/store.ts";
import { keyFile } from "../secrets/key-source.ts";
import { Vault } from "../secrets/vault.ts";
import { createEgressFetch } from "../steps/egress-guard.ts";
import type { ConnectionHost } from "./connection-host.ts";
import { openSecrets, sealSecrets } from "./connection-host.ts";
import type { Tokens } from "./connection-secrets.ts";
import { credentialTypesOf } from "./credential-types.ts";
import { findConnection, updateConnection } from "./store.ts";

/** A database with what the commands on connections need, as several processes have it. */
export interface TestHost {
  readonly access: Access;
  readonly host: ConnectionHost;
  readonly url: string;
  /** What another process on the same database and data folder has. */
  another(): ConnectionHost;
  /** Changes what is stored of a connection's tokens, as time or another process would. */
  changeTokens(alias: string, changes: Partial<Tokens>): Promise<void>;
  readTokens(alias: string): Promise<Tokens | undefined>;
  close(): Promise<void>;
}

/** On a fresh database, which `close` drops. `credentials` become services beside `http`; `allowed` are loopback hosts that may be called. */
export async function createTestHost(
  test: { readonly url: string; drop(): Promise<void> },
  credentials: readonly CredentialType[],
  allowed: readonly string[],
): Promise<TestHost> {
  const folder = await mkdtemp(join(tmpdir(), "weft-connections-"));
  const plugins = [httpCredential, ...credentials].map((credential) =>
    definePlugin({ name: credential.service, label: credential.service, description: "For tests.", credential, actions: [] }),
  );
  const pools: ReturnType<typeof createPool>[] = [];
  const another = (): ConnectionHost => {
    const pool = createPool(test.url);
    pools.push(pool);
    return {
      database: createDatabase(pool),
      vault: new Vault(keyFile(join(folder, "encryption-keys"))),
      egress: createEgressFetch({ allowedPrivateHosts: allowed }),
      credentialTypes: credentialTypesOf(plugins),
    };
  };
  const host = another();
  const find = async (alias: string) => {
    const row = await findConnection(host.database, DEFAULT_WORKSPACE_ID, alias);
    if (!row) throw new Error(`No connection ${alias}.`);
    return { row, secrets: await openSecrets(host.vault, row) };
  };
  return {
    access: local(DEFAULT_WORKSPACE_ID),
    host,
    url: test.url,
    another,
    async changeTokens(alias, changes) {
      const { row, secrets } = await find(alias);
      if (!secrets.oauth?.tokens) throw new Error(`The connection ${alias} has no tokens.`);
      const tokens = { ...secrets.oauth.tokens, ...changes };
      const sealed = await sealSecrets(host.vault, row, { ...secrets, oauth: { ...secrets.oauth, tokens } });
      await host.database.transaction(async (tx) => {
        await holdKeys(tx);
        await updateConnection(tx, row.workspaceId, row.id, sealed);
      });
    },
    readTokens: async (alias) => (await find(alias)).secrets.oauth?.tokens,
    async close() {
      await Promise.all(pools.filter((pool) => !pool.ended).map((pool) => pool.end()));
      await test.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
