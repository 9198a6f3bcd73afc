export { createClient, createDatabase, createPool, type Database, IDLE_MS, setRole } from "./client.ts";
export { openWorkspaceDatabases } from "./workspace-databases.ts";
export { ensureDatabase } from "./embedded-postgres.ts";
export { migrateDatabase } from "./migrate.ts";
export * as schema from "./schema/index.ts";
