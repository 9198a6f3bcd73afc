import { print } from "../print.ts";
import { withDatabase } from "../with-database.ts";

/** `weft migrate`: brings the tables up to date; safe to run from several processes at once. */
export async function migrateCommand(): Promise<void> {
  await withDatabase(async () => {});
  await print("The database is up to date.");
}
