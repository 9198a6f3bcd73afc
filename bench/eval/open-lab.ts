import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changeAiSettings } from "../../lib/ai/change-settings.ts";
import { ensureDatabase } from "../../lib/db/index.ts";
import type { Access } from "../../lib/keys/access.ts";
import { local } from "../../lib/keys/access.ts";
import type { Server } from "../../lib/running-server.ts";
import { createServer } from "../../lib/server.ts";
import { installedPlugins } from "../../lib/plugins/installed-plugins.ts";
import type { StubServices } from "./stub-services.ts";
import { startStubServices } from "./stub-services.ts";

/** A server on a database of its own in a temporary folder, whose steps reach nothing but the stub services. */
export interface EvalLab {
  readonly server: Server;
  readonly access: Access;
  readonly stubs: StubServices;
  close(): Promise<void>;
}

/** On a database that is up, or on one of its own. */
export async function openLab(databaseUrl?: string): Promise<EvalLab> {
  const folder = await mkdtemp(join(tmpdir(), "weft-eval-"));
  // The database's own account must pass through.
  await chmod(folder, 0o711);
  process.env["WEFT_DATA_DIR"] = folder;
  await giveCredentials();
  const [stubs, database] = await Promise.all([startStubServices(), ensureDatabase({ dataDir: join(folder, "pg"), databaseUrl })]);
  const server = await createServer({ databaseUrl: database.url, egress: stubs.fetch });
  const access = local(server.workspaceId);
  await changeAiSettings(server, access, { limits: { tokensPerDay: null, tokensPerMonth: null } });
  return {
    server,
    access,
    stubs,
    async close() {
      await server.stop();
      await stubs.close();
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Every service has a credential, which goes to the stubs alone. One that is set, such as the evaluated model's own key, stays. */
async function giveCredentials(): Promise<void> {
  const { catalog } = await installedPlugins();
  for (const { credential } of catalog.plugins.values()) {
    const fields = Object.values(credential?.fields ?? {});
    const required = fields.filter(({ optional }) => optional !== true);
    // Of several that would do, the first.
    for (const { env } of required.length === 0 ? fields.slice(0, 1) : required) process.env[env] ??= "stub-credential";
  }
  // The provider that steps ask where they name none.
  process.env["AI_GATEWAY_API_KEY"] ??= "stub-credential";
}
