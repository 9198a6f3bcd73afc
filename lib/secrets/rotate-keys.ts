import type { Database } from "../db/index.ts";
import { AppError } from "../errors.ts";
import { newKey, printKey } from "./key-ring.ts";
import { countByKey, lockSealedBefore, replaceSealed, whileNobodyRotates, whileNobodySeals } from "./store.ts";
import type { Place, Vault } from "./vault.ts";

export interface RotateOptions {
  /** Drop the keys that seal nothing any more. */
  readonly retire?: boolean;
  /** Called after each batch is committed; what it throws stops the rotation there. */
  readonly onBatch?: (done: number) => void;
}

/** What a rotation did. */
export interface Rotation {
  /** The key that seals now. */
  readonly keyId: string;
  /** True when an earlier rotation had been stopped and was carried on: no new key was made. */
  readonly resumed: boolean;
  /** Records that were sealed anew. */
  readonly records: number;
  /** Keys that seal nothing any more: dropped with `retire`, still in the ring without. */
  readonly retired: readonly string[];
  readonly retiredDropped: boolean;
}

const BATCH = 100;
const TABLES: readonly Place["table"][] = ["connections", "authorizations", "variables", "ai_settings"];

/**
 * Makes a new first key, where the keys are Weft's own to change, and seals every record anew under it, batch by batch;
 * what was stopped half way is carried on. Reading goes on meanwhile. Throws `conflict` with the records that do not open.
 */
export async function rotateKeys(
  server: { readonly database: Database; readonly vault: Vault },
  options: RotateOptions = {},
): Promise<Rotation> {
  const { database, vault } = server;
  return whileNobodyRotates(database, async () => {
    const resumed = await isUnfinished(database, vault);
    if (!resumed && vault.source.writable) {
      const ring = await vault.keys();
      // Whoever seals next finds the new key: it looks after taking the lock that this waits for.
      await whileNobodySeals(database, () => vault.source.replace([newKey(), ...ring]));
    }
    const [first] = await vault.keys();
    const records = await resealAll(database, vault, first.id, options.onBatch);
    const retired = await retireKeys(database, vault, options.retire === true && vault.source.writable);
    return { keyId: first.id, resumed, records, retired, retiredDropped: options.retire === true && vault.source.writable };
  });
}

/** A fresh `id:base64key` to put in front of `WEFT_ENCRYPTION_KEYS`. It is a key: show it to the operator alone. */
export function proposeKey(): string {
  return printKey(newKey());
}

async function isUnfinished(database: Database, vault: Vault): Promise<boolean> {
  const [first] = await vault.keys();
  return [...(await countByKey(database)).keys()].some((id) => id !== first.id);
}

async function resealAll(database: Database, vault: Vault, keyId: string, onBatch: RotateOptions["onBatch"]): Promise<number> {
  let done = 0;
  const failed: { table: string; id: string; reason: string }[] = [];
  for (const table of TABLES) {
    for (let after = ""; ;) {
      const last = await database.transaction(async (tx) => {
        const rows = await lockSealedBefore(tx, table, { keyId, after, limit: BATCH });
        for (const { place, sealed } of rows) {
          const opened = await vault.open(sealed, place).catch((error: unknown) => {
            failed.push({ table, id: place.id, reason: error instanceof Error ? error.message : String(error) });
          });
          if (opened === undefined) continue;
          const anew = await vault.seal(opened, place);
          if ((await vault.open(anew, place)) !== opened) throw new Error(`${table} ${place.id} did not survive being sealed anew.`);
          await replaceSealed(tx, place, anew);
          done++;
        }
        return rows.at(-1)?.place.id;
      });
      if (last === undefined) break;
      after = last;
      onBatch?.(done);
    }
  }
  if (failed.length === 0) return done;
  throw new AppError("conflict", `${failed.length} of the records do not open, so no key was dropped. ${failed[0]?.reason ?? ""}`, {
    hint: "Put the missing key back, or remove those records; then rotate again.",
    details: { failed, records: done },
  });
}

async function retireKeys(database: Database, vault: Vault, drop: boolean): Promise<string[]> {
  return whileNobodySeals(database, async (tx) => {
    const [first, ...others] = await vault.keys();
    const used = await countByKey(tx);
    const unused = others.filter(({ id }) => !used.has(id)).map(({ id }) => id);
    if (drop && unused.length > 0) await vault.source.replace([first, ...others.filter(({ id }) => used.has(id))]);
    return unused;
  });
}
