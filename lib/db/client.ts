import { callbackify } from "node:util";

import { Client as NeonClient, Pool as NeonPool } from "@neondatabase/serverless";
import { drizzle } from "drizzle-orm/node-postgres";
import { Client, type ClientBase, type ClientConfig, Pool, type PoolClient, type PoolConfig } from "pg";

import { isOnVercel } from "../vercel.ts";
import * as schema from "./schema/index.ts";

export type Database = ReturnType<typeof drizzle<typeof schema, Pool>>;

/** `weft_app` sees the rows of one workspace at a time, `weft_engine` all of them; neither owns a table. See `protect-tables.ts`. */
export type DatabaseRole = "weft_app" | "weft_engine";

/** True for hosts that Neon's serverless driver must reach: it speaks WebSocket where a TCP connection costs a cold start. */
function isNeon(url: URL): boolean {
  return url.hostname.endsWith(".neon.tech");
}

/**
 * The address under which a connection is one session. Neon's pooler hands a session's role, workspace, locks and prepared statements to whoever
 * comes next, so a pooled address, which Neon shows first, is read as the direct one of the same database.
 */
function sessionUrl(url: string): { readonly url: string; readonly isNeon: boolean } {
  // A socket's address need not be a URL.
  if (!/^postgres(?:ql)?:/.test(url) || !URL.canParse(url)) return { url, isNeon: false };
  const parsed = new URL(url);
  if (!isNeon(parsed)) return { url, isNeon: false };
  const [endpoint = "", ...domain] = parsed.hostname.split(".");
  parsed.hostname = [endpoint.replace(/-pooler$/, ""), ...domain].join(".");
  return { url: parsed.href, isNeon: true };
}

/** One connection outside of any pool, not yet opened. */
export function createClient(url: string, options: Pick<ClientConfig, "keepAlive"> = {}): Client {
  const session = sessionUrl(url);
  const config = { ...options, connectionString: session.url };
  // Neon's Client extends pg's and differs in its socket only.
  return session.isNeon ? (new NeonClient(config) as unknown as Client) : new Client(config);
}

/** An idle connection is closed after this long; a process that is frozen between requests must outlast it, or wakes up with dead ones. */
export const IDLE_MS = 1_000;

/** How many connections each of a process's three pools may hold: functions are many, and Neon's smallest computes take a hundred connections. */
function poolSize(): number {
  const set = Number(process.env["WEFT_POOL_SIZE"]);
  if (Number.isInteger(set) && set > 0) return set;
  return isOnVercel() ? 3 : 10;
}

/** Lets go of what the login role may do; a connection that cannot is of no use to anybody. */
export async function setRole(client: ClientBase, role: DatabaseRole): Promise<void> {
  await client.query(`set role ${role}`);
}

/** A pool on `url` that sees every workspace, by Neon's driver for Neon's hosts; the caller ends it. An idle connection's failure is not an error of any caller. */
export function createPool(url: string): Pool {
  return createRolePool(url, "weft_engine");
}

/** The same in a role of choice: every connection is in it before anybody gets it. */
export function createRolePool(url: string, role: DatabaseRole, max = poolSize()): Pool {
  const session = sessionUrl(url);
  const config: PoolConfig = {
    connectionString: session.url,
    max,
    ...(isOnVercel() ? { idleTimeoutMillis: IDLE_MS } : {}),
    verify: callbackify(async (client: PoolClient) => setRole(client, role)),
  };
  // Neon's Pool extends pg's and differs in its socket only.
  const pool = session.isNeon ? (new NeonPool(config) as unknown as Pool) : new Pool(config);
  pool.on("error", () => {});
  // Nor is that of one in use, between two statements of a transaction: the next statement fails.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** Drizzle over a pool, with every table of the schema. */
export function createDatabase(pool: Pool): Database {
  return drizzle({ client: pool, schema });
}
