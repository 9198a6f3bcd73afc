import type { Database } from "../db/index.ts";
import { countByKey } from "./store.ts";
import type { Vault } from "./vault.ts";

/** Reads the keys once, so that a wrong ring is known at the start and not at the first step, and says which records have lost theirs. */
export async function reportMissingKeys(
  server: { readonly database: Database; readonly vault: Vault },
  report: (line: string) => void = console.error,
): Promise<void> {
  await server.vault.load();
  for (const [id, records] of await countByKey(server.database)) {
    if (server.vault.knows(id)) continue;
    report(`[weft] The key "${id}", which sealed ${records} stored secrets, is not in ${server.vault.source.name}: put it back.`);
  }
}
