import { randomBytes } from "node:crypto";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

import { Client } from "pg";

import { ensureDatabase } from "./embedded-postgres.ts";
import { migrateDatabase } from "./migrate.ts";

export interface TestDatabase {
  readonly url: string;
  /** Closes every connection to the database and drops it. */
  drop(): Promise<void>;
}

/** A fresh migrated database on the one embedded server that all tests of this user share; the last test process out stops it. */
export async function createTestDatabase(options: { migrate?: boolean } = {}): Promise<TestDatabase> {
  const server = await ensureDatabase({
    dataDir: join(tmpdir(), `weft-tests-${userInfo().username}`),
    databaseUrl: process.env["WEFT_TEST_DATABASE_URL"],
  });
  const name = `test_${randomBytes(6).toString("hex")}`;
  const admin = async (statement: string) => {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await admin(`create database ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  if (options.migrate !== false) await migrateDatabase(url.href);
  return {
    url: url.href,
    drop: async () => {
      await admin(`drop database if exists ${name} with (force)`);
      await server.stop();
    },
  };
}
