import { createKey } from "../../lib/keys/create-key.ts";
import { withServer } from "../open-server.ts";
import { print, printJson } from "../print.ts";

/** `weft key create`: the key's text, which nobody can show again. */
export async function createKeyCommand(options: { name: string; workflow?: string[]; admin?: boolean; json?: boolean }): Promise<void> {
  const { key } = await withServer({ deliver: false }, ({ server, access }) =>
    createKey(server, access, {
      name: options.name,
      ...(options.admin ? { admin: true } : {}),
      ...(options.workflow ? { workflows: options.workflow } : {}),
    }),
  );
  await (options.json ? printJson({ key }) : print(key));
}
