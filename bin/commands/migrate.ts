import { ensureDatabase, migrateDatabase } from "../../lib/db/index.ts";
import { dataFolder } from "../data-folder.ts";
import { print } from "../print.ts";

/** `weft migrate`: brings the tables up to date; safe to run from several processes at once. */
export async function migrateCommand(): Promise<void> {
  const databaseUrl = process.env["DATABASE_URL"];
  const database = await ensureDatabase({ dataDir: databaseUrl ? "" : await dataFolder(), databaseUrl });
  try {
    await migrateDatabase(database.url);
  } finally {
    await database.stop();
  }
  await print("The database is up to date.");
}
