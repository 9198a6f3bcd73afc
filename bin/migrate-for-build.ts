import { migrateDatabase } from "../lib/db/index.ts";
import { AppError } from "../lib/errors.ts";

/** Brings the tables of the build's database up to date, before anything of the new version runs. Throws `unavailable` when the build was given none. */
export async function migrateForBuild(databaseUrl: string | undefined): Promise<void> {
  if (databaseUrl === undefined || databaseUrl === "") {
    throw new AppError("unavailable", "DATABASE_URL is not set for this build, so its tables cannot be brought up to date.", {
      hint: "Connect a Neon database to the project (Storage), for previews, too, or set DATABASE_URL; then deploy again.",
    });
  }
  await migrateDatabase(databaseUrl);
}
