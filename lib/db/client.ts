import { callbackify } from "node:util";

import { Pool as NeonPool } from "@neondatabase/serverless";
import { drizzle } from "drizzle-orm/node-postgres";
import { type ClientBase, Pool, type PoolClient, type PoolConfig } from "pg";

import * as schema from "./schema/index.ts";

export type Database = ReturnType<typeof drizzle<typeof schema, Pool>>;

/** `weft_app` sees the rows of one workspace at a time, `weft_engine` all of them; neither owns a table. See `protect-tables.ts`. */
export type DatabaseRole = "weft_app" | "weft_engine";

/** True for hosts that Neon's serverless driver must reach: it speaks WebSocket where a TCP connection costs a cold start. */
export function isNeon(url: string): boolean {
  return /^postgres(?:ql)?:/.test(url) && new URL(url).hostname.endsWith(".neon.tech");
}

/** Lets go of what the login role may do; a connection that cannot is of no use to anybody. */
export async function setRole(client: ClientBase, role: DatabaseRole): Promise<void> {
  await client.query(`set role ${role}`);
}

/** A pool on `url` that sees every workspace, by Neon's driver for Neon's hosts; the caller ends it. An idle connection's failure is not an error of any caller. */
export function createPool(url: string, max = 10): Pool {
  return createRolePool(url, "weft_engine", max);
}

/** The same in a role of choice: every connection is in it before anybody gets it. */
export function createRolePool(url: string, role: DatabaseRole, max: number): Pool {
  const config: PoolConfig = {
    connectionString: url,
    max,
    verify: callbackify(async (client: PoolClient) => setRole(client, role)),
  };
  // Neon's Pool extends pg's and differs in its socket only.
  const pool = isNeon(url) ? (new NeonPool(config) as unknown as Pool) : new Pool(config);
  pool.on("error", () => {});
  // Nor is that of one in use, between two statements of a transaction: the next statement fails.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** Drizzle over a pool, with every table of the schema. */
export function createDatabase(pool: Pool): Database {
  return drizzle({ client: pool, schema });
}
