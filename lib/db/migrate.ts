import { fileURLToPath } from "node:url";

import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { createClient } from "./client.ts";
import { protectTables } from "./protect-tables.ts";

/** Any constant shared by every process that migrates: "weft" in ASCII. */
const MIGRATION_LOCK = 0x77656674;

/** Brings the database at `url` to this version's schema; processes that start together wait for the first one's work. */
export async function migrateDatabase(url: string, folder = fileURLToPath(new URL("../../drizzle", import.meta.url))): Promise<void> {
  const client = createClient(url);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await migrate(drizzle({ client }), { migrationsFolder: folder });
    await protectTables(client);
  } finally {
    await client.end();
  }
}
