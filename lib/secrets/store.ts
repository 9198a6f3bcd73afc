import { and, asc, count, eq, gt, isNotNull, ne, sql } from "drizzle-orm";
import type { Database } from "../db/index.ts";
import { aiSettings, authorizations, connections, variables } from "../db/schema/index.ts";
import { aiKeyPlace, authorizationPlace, connectionPlace, variablePlace } from "./places.ts";
import type { Place, Sealed } from "./vault.ts";

export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** A sealed column with what it is bound to. */
interface SealedRow {
  readonly place: Place;
  readonly sealed: Sealed;
}

/** Any constants shared by every process on the database. */
const SEALING = 0x77656b31;
const ROTATION = 0x77656b32;

/** Until the transaction ends no key is made or dropped, so that what is sealed in it is sealed with the newest one. */
export async function holdKeys(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${SEALING})`);
}

/** Runs `work` while nobody seals anything. */
export async function whileNobodySeals<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${SEALING})`);
    return work(tx);
  });
}

/** Runs `work` while no other process rotates; a second one waits for the first. */
export async function whileNobodyRotates<T>(database: Database, work: () => Promise<T>): Promise<T> {
  return database.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${ROTATION})`);
    return work();
  });
}

/** How many records each key sealed. */
export async function countByKey(database: Database | Transaction): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const table of [connections, authorizations, variables, aiSettings]) {
    const rows = await database
      .select({ keyId: table.keyId, records: count() })
      .from(table)
      .where(isNotNull(table.keyId))
      .groupBy(table.keyId);
    for (const { keyId, records } of rows) if (keyId !== null) counts.set(keyId, (counts.get(keyId) ?? 0) + records);
  }
  return counts;
}

/** Up to `limit` records after the given id that another key than this one sealed, locked until the transaction ends. */
export async function lockSealedBefore(
  tx: Transaction,
  table: Place["table"],
  options: { readonly keyId: string; readonly after: string; readonly limit: number },
): Promise<SealedRow[]> {
  const { keyId, after, limit } = options;
  switch (table) {
    case "connections": {
      const old = and(ne(connections.keyId, keyId), gt(connections.id, after));
      const rows = await tx.select().from(connections).where(old).orderBy(asc(connections.id)).limit(limit).for("update");
      return rows.map((row) => ({ place: connectionPlace(row), sealed: row }));
    }
    case "authorizations": {
      const old = and(ne(authorizations.keyId, keyId), gt(authorizations.id, after));
      const rows = await tx.select().from(authorizations).where(old).orderBy(asc(authorizations.id)).limit(limit).for("update");
      return rows.map((row) => ({ place: authorizationPlace(row), sealed: row }));
    }
    case "variables": {
      const old = and(ne(variables.keyId, keyId), gt(variables.id, after));
      const rows = await tx.select().from(variables).where(old).orderBy(asc(variables.id)).limit(limit).for("update");
      return rows.flatMap((row) =>
        row.ciphertext === null || row.keyId === null
          ? []
          : [{ place: variablePlace(row), sealed: { ciphertext: row.ciphertext, keyId: row.keyId } }],
      );
    }
    case "ai_settings": {
      const old = and(ne(aiSettings.keyId, keyId), gt(aiSettings.id, after));
      const rows = await tx.select().from(aiSettings).where(old).orderBy(asc(aiSettings.id)).limit(limit).for("update");
      return rows.flatMap((row) =>
        row.ciphertext === null || row.keyId === null
          ? []
          : [{ place: aiKeyPlace(row), sealed: { ciphertext: row.ciphertext, keyId: row.keyId } }],
      );
    }
  }
}

/** Puts a newly sealed secret in place of the old one. */
export async function replaceSealed(tx: Transaction, place: Place, sealed: Sealed): Promise<void> {
  const table = { connections, authorizations, variables, ai_settings: aiSettings }[place.table];
  await tx
    .update(table)
    .set({ ciphertext: sealed.ciphertext, keyId: sealed.keyId })
    .where(and(eq(table.id, place.id), eq(table.workspaceId, place.workspaceId)));
}
