import { Pool as NeonPool } from "@neondatabase/serverless";
import { drizzle } from "drizzle-orm/node-postgres";
import { Pool } from "pg";

import * as schema from "./schema/index.ts";

export type Database = ReturnType<typeof drizzle<typeof schema, Pool>>;

/** True for hosts that Neon's serverless driver must reach: it speaks WebSocket where a TCP connection costs a cold start. */
export function isNeon(url: string): boolean {
  return /^postgres(?:ql)?:/.test(url) && new URL(url).hostname.endsWith(".neon.tech");
}

/** A pool on `url`, by Neon's driver for Neon's hosts; the caller ends it. An idle connection's failure is not an error of any caller. */
export function createPool(url: string, max = 10): Pool {
  // Neon's Pool extends pg's and differs in its socket only.
  const pool = isNeon(url) ? (new NeonPool({ connectionString: url, max }) as unknown as Pool) : new Pool({ connectionString: url, max });
  pool.on("error", () => {});
  // Nor is that of one in use, between two statements of a transaction: the next statement fails.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** Drizzle over a pool, with every table of the schema. */
export function createDatabase(pool: Pool): Database {
  return drizzle({ client: pool, schema });
}
