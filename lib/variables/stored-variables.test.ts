import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "../db/index.ts";
import { createDatabase, createPool } from "../db/index.ts";
import { DEFAULT_WORKSPACE_ID } from "../workspaces/default-workspace.ts";
import { variables } from "../db/schema/index.ts";
import { createTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { local } from "../keys/access.ts";
import { newKey, printKey } from "../secrets/key-ring.ts";
import { findKeySource } from "../secrets/key-source.ts";
import { Vault } from "../secrets/vault.ts";
import { setVariable } from "./set-variable.ts";
import { storedVariables } from "./stored-variables.ts";
import { variableKinds } from "./variable-kinds.ts";

let test: TestDatabase;
let pool: ReturnType<typeof createPool>;
let server: { database: Database; vault: Vault };
const access = local(DEFAULT_WORKSPACE_ID);

beforeAll(async () => {
  test = await createTestDatabase();
  pool = createPool(test.url);
  server = { database: createDatabase(pool), vault: new Vault(findKeySource({ WEFT_ENCRYPTION_KEYS: printKey(newKey()) })) };
});
afterAll(async () => {
  await pool.end();
  await test.drop();
});

const environment = {
  WEFT_ENV_REGION: "eu",
  WEFT_SECRET_PEPPER: "hot",
  WEFT_ENV_lower: "no",
  WEFT_ENV_BOTH: "plain",
  WEFT_SECRET_BOTH: "secret",
  OTHER: "x",
};
const read = (names: readonly string[], workspaceId = access.workspaceId) => storedVariables(server, environment)(workspaceId, names);

it("gives the workspace's variables before those of the environment, and leaves out what there is not", async () => {
  await setVariable(server, access, "REGION", { value: "us" });
  await setVariable(server, access, "TOKEN", { value: "t-1", secret: true });
  expect(await read(["REGION", "TOKEN", "PEPPER", "BOTH", "lower", "OTHER", "NONE"])).toEqual(
    new Map([
      ["REGION", { value: "us", secret: false }],
      ["PEPPER", { value: "hot", secret: true }],
      ["BOTH", { value: "secret", secret: true }],
      ["TOKEN", { value: "t-1", secret: true }],
    ]),
  );
  expect(await read(["TOKEN", "REGION"], "wsp_other")).toEqual(new Map([["REGION", { value: "eu", secret: false }]]));
});

it("tells the compiler which are secret", async () => {
  expect(await variableKinds(server, access.workspaceId, environment)).toEqual(
    new Map([
      ["REGION", "plain"],
      ["BOTH", "secret"],
      ["PEPPER", "secret"],
      ["TOKEN", "secret"],
    ]),
  );
});

it("makes a plain one secret, and nothing readable is left of it", async () => {
  await setVariable(server, access, "HOOK", { value: "once plain" });
  await setVariable(server, access, "HOOK", { value: "once plain", secret: true });
  const [row] = await server.database.select().from(variables).where(eq(variables.name, "HOOK"));
  expect(row).toMatchObject({ value: null, ciphertext: expect.any(Buffer), keyId: expect.any(String) });
  expect(row?.ciphertext?.includes("once plain")).toBe(false);
});

it("does not open a secret under another name", async () => {
  await server.database.update(variables).set({ name: "MOVED" }).where(eq(variables.name, "TOKEN"));
  await expect(read(["MOVED"])).rejects.toThrow("was altered or moved");
});

it("keeps one of several that are made at the same moment, and every answer true", async () => {
  const made = await Promise.allSettled(["a", "b", "c", "d"].map((value) => setVariable(server, access, "RACE", { value, secret: true })));
  const won = made.flatMap(({ status }, at) => (status === "fulfilled" ? [["a", "b", "c", "d"][at]] : []));
  expect(won.length).toBeGreaterThan(0);
  expect(won).toContain((await read(["RACE"])).get("RACE")?.value);
});
