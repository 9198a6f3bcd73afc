import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Database } from "../db/index.ts";
import { createDatabase, createPool } from "../db/index.ts";
import { DEFAULT_WORKSPACE_ID } from "../workspaces/default-workspace.ts";
import { variables } from "../db/schema/index.ts";
import { createTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { newKey, printKey } from "./key-ring.ts";
import { findKeySource, keyFile } from "./key-source.ts";
import { variablePlace } from "./places.ts";
import { rotateKeys } from "./rotate-keys.ts";
import { holdKeys } from "./store.ts";
import { Vault } from "./vault.ts";

const ROWS = 250;
let test: TestDatabase;
let pool: ReturnType<typeof createPool>;
let database: Database;
let folder: string;
let vault: Vault;

beforeAll(async () => {
  test = await createTestDatabase();
  pool = createPool(test.url);
  database = createDatabase(pool);
});
afterAll(async () => {
  await pool.end();
  await test.drop();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "weft-rotate-"));
  vault = new Vault(keyFile(join(folder, "encryption-keys")));
  await database.delete(variables);
  const rows = Array.from({ length: ROWS }, (_, at) => rowOf(at));
  for (const row of rows)
    await database.insert(variables).values({ ...row, ...(await vault.seal(`value ${row.name}`, variablePlace(row))) });
  return () => rm(folder, { recursive: true, force: true });
});

const rowOf = (at: number) => ({ id: `var_${String(at).padStart(4, "0")}`, workspaceId: DEFAULT_WORKSPACE_ID, name: `NAME_${at}` });

async function openAll(): Promise<{ values: string[]; keys: Set<string> }> {
  const rows = await database.select().from(variables).orderBy(variables.id);
  const sealed = rows.map((row) => ({ row, ciphertext: row.ciphertext ?? Buffer.alloc(0), keyId: row.keyId ?? "" }));
  const values = await Promise.all(sealed.map(({ row, ...rest }) => vault.open(rest, variablePlace(row))));
  return { values, keys: new Set(sealed.map(({ keyId }) => keyId)) };
}
const expected = Array.from({ length: ROWS }, (_, at) => `value NAME_${at}`);

it("seals every record anew under a new first key, and keeps the old one until it is retired", async () => {
  const [old] = await vault.keys();
  const rotation = await rotateKeys({ database, vault });
  expect(rotation).toEqual({
    keyId: expect.not.stringMatching(old.id),
    resumed: false,
    records: ROWS,
    retired: [old.id],
    retiredDropped: false,
  });
  expect(await openAll()).toEqual({ values: expected, keys: new Set([rotation.keyId]) });
  expect((await vault.keys()).map(({ id }) => id)).toEqual([rotation.keyId, old.id]);
});

it("drops the old keys when asked, and everything still opens", async () => {
  const { keyId } = await rotateKeys({ database, vault }, { retire: true });
  expect((await vault.keys()).map(({ id }) => id)).toEqual([keyId]);
  expect((await openAll()).values).toEqual(expected);
});

it("carries on where it was stopped, with the key it had made", async () => {
  const pullThePlug = () => {
    throw new Error("pulled the plug");
  };
  await expect(rotateKeys({ database, vault }, { onBatch: pullThePlug })).rejects.toThrow("pulled the plug");
  const [made, old] = await vault.keys();
  expect(await openAll()).toEqual({ values: expected, keys: new Set([made.id, old?.id]) });
  const restarted = new Vault(keyFile(join(folder, "encryption-keys")));
  expect(await rotateKeys({ database, vault: restarted }, { retire: true })).toEqual({
    keyId: made.id,
    resumed: true,
    records: ROWS - 100,
    retired: [old?.id],
    retiredDropped: true,
  });
  expect(await openAll()).toEqual({ values: expected, keys: new Set([made.id]) });
});

it("lets everybody read while it goes on, and misses nothing that is written meanwhile", async () => {
  const going = { on: true };
  const readers = Array.from({ length: 3 }, async () => {
    let reads = 0;
    for (; going.on; reads++) {
      expect((await openAll()).values.slice(0, ROWS)).toEqual(expected);
      await sleep(20);
    }
    return reads;
  });
  const writer = (async () => {
    // A vault of its own: what another process has.
    const other = new Vault(keyFile(join(folder, "encryption-keys")));
    for (let at = ROWS; going.on; at++) {
      await sleep(2);
      const row = rowOf(at);
      await database.transaction(async (tx) => {
        await holdKeys(tx);
        await tx.insert(variables).values({ ...row, ...(await other.seal(`value ${row.name}`, variablePlace(row))) });
      });
    }
  })();
  for (let round = 0; round < 3; round++) await rotateKeys({ database, vault }, { retire: true });
  going.on = false;
  const reads = await Promise.all(readers);
  await writer;
  expect(Math.min(...reads)).toBeGreaterThan(0);
  const all = await openAll();
  expect(all.values.slice(0, ROWS)).toEqual(expected);
  expect(all.values.length).toBeGreaterThan(ROWS);
  const ring = new Set((await vault.keys()).map(({ id }) => id));
  expect([...all.keys].filter((id) => !ring.has(id))).toEqual([]);
});

it("drops no key while a record does not open, and names the record and the key", async () => {
  const lost = newKey();
  const stranger = new Vault(findKeySource({ WEFT_ENCRYPTION_KEYS: printKey(lost) }));
  const row = rowOf(7);
  await database
    .update(variables)
    .set(await stranger.seal("x", variablePlace(row)))
    .where(eq(variables.id, row.id));
  const before = await vault.keys();
  await expect(rotateKeys({ database, vault }, { retire: true })).rejects.toMatchObject({
    code: "conflict",
    details: { failed: [{ table: "variables", id: row.id, reason: expect.stringContaining(lost.id) }], records: 0 },
  });
  expect((await vault.keys()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

it("seals anew under the first key of the variable, and leaves dropping the old one to the operator", async () => {
  const [old] = await vault.keys();
  const added = newKey();
  const ring = new Vault(findKeySource({ WEFT_ENCRYPTION_KEYS: `${printKey(added)},${printKey(old)}` }));
  expect(await rotateKeys({ database, vault: ring }, { retire: true })).toEqual({
    keyId: added.id,
    resumed: true,
    records: ROWS,
    retired: [old.id],
    retiredDropped: false,
  });
  expect(await rotateKeys({ database, vault: ring })).toMatchObject({ resumed: false, records: 0 });
});
