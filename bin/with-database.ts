import { ensureDatabase, migrateDatabase } from "../lib/db/index.ts";
import { dataFolder } from "./data-folder.ts";

/** Runs a command's work on the database of the environment, or the embedded one, its tables up to date; closes whatever happens. */
export async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const databaseUrl = process.env["DATABASE_URL"];
  const database = await ensureDatabase({ dataDir: databaseUrl ? "" : await dataFolder(), databaseUrl });
  try {
    await migrateDatabase(database.url);
    return await work(database.url);
  } finally {
    await database.stop();
  }
}
