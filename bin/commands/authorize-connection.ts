import { setTimeout as sleep } from "node:timers/promises";
import type { ConnectionDetails } from "../../lib/api/schemas.ts";
import { beginAuthorization } from "../../lib/connections/begin-authorization.ts";
import { CALLBACK_PATH } from "../../lib/connections/callback-path.ts";
import { showConnection } from "../../lib/connections/show-connection.ts";
import type { OpenServer } from "../open-server.ts";
import { withServer } from "../open-server.ts";
import { mark, print, printJson } from "../print.ts";

/** `weft connections authorize`: prints the address, and waits for the person to come back when a server runs that they can come back to. */
export async function authorizeConnectionCommand(alias: string, options: { wait: boolean; json?: boolean }): Promise<void> {
  await withServer({ deliver: false }, async (open) => {
    const { server, access } = open;
    const before = await showConnection(server, access, alias);
    const begun = await beginAuthorization(server, access, alias, { redirectUri: publicUrl(open)(CALLBACK_PATH) });
    if (options.json) await printJson(begun);
    else await print(begun.url);
    console.error(`Open this address within ten minutes. The provider must know this callback: ${begun.redirectUri}`);
    if (!options.wait) return;
    if (!(await isAnswering(new URL("/api/health", begun.redirectUri).href))) {
      console.error(
        mark("yellow", `No server answers at ${new URL(begun.redirectUri).origin}: start it (weft start) before you open the address.`),
      );
      return;
    }
    const after = await waitForChange(open, before, Date.parse(begun.expiresAt));
    if (after?.lastError === null) console.error(mark("green", `✓ ${alias} is authorized.`));
    else {
      process.exitCode = 1;
      console.error(mark("red", after ? `✗ ${after.lastError}` : "✗ Nobody came back in time."));
    }
  });
}

async function waitForChange(
  { server, access }: OpenServer,
  before: ConnectionDetails,
  until: number,
): Promise<ConnectionDetails | undefined> {
  while (Date.now() < until) {
    await sleep(500);
    const now = await showConnection(server, access, before.alias);
    if (now.updatedAt !== before.updatedAt) return now;
  }
  return undefined;
}

function publicUrl({ url }: OpenServer): (path: string) => string {
  const configured = process.env["WEFT_URL"];
  return configured ? (path) => `${configured.replace(/\/+$/, "")}${path}` : url;
}

async function isAnswering(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(3_000) }).then(
    (response) => response.ok,
    () => false,
  );
}
