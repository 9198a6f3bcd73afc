import { createKey } from "../../lib/keys/create-key.ts";
import { listKeys } from "../../lib/keys/list-keys.ts";
import { revokeKey } from "../../lib/keys/revoke-key.ts";
import { withServer } from "../open-server.ts";
import { print, printJson } from "../print.ts";

/** `weft key create`: the key's text, which nobody can show again. */
export async function createKeyCommand(options: {
  name: string;
  workflow?: string[];
  read?: boolean;
  admin?: boolean;
  json?: boolean;
}): Promise<void> {
  const { key } = await withServer({ deliver: false }, ({ server, access }) =>
    createKey(server, access, {
      name: options.name,
      ...(options.read ? { read: true } : {}),
      ...(options.admin ? { admin: true } : {}),
      ...(options.workflow ? { workflows: options.workflow } : {}),
    }),
  );
  await (options.json ? printJson({ key }) : print(key));
}

/** `weft key list`: what a person recognises keys by, never their text. */
export async function listKeysCommand(options: { json?: boolean }): Promise<void> {
  const list = await withServer({ deliver: false }, ({ server, access }) => listKeys(server, access));
  if (options.json) return printJson(list);
  const lines = list.keys.map(
    ({ id, name, prefix, scope, revokedAt }) => `${id}  ${prefix}…  ${scope.kind}  ${name}${revokedAt === null ? "" : "  revoked"}`,
  );
  await print(lines.length === 0 ? "No keys." : lines.join("\n"));
}

/** `weft key revoke`: the key stops working at once, for good. */
export async function revokeKeyCommand(id: string): Promise<void> {
  await withServer({ deliver: false }, ({ server, access }) => revokeKey(server, access, id));
  await print(`${id} works no more.`);
}
