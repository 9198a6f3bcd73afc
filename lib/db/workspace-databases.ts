import { LRUCache } from "lru-cache";
import type { Pool, PoolClient } from "pg";

import { createDatabase, createRolePool, type Database } from "./client.ts";

/** The database as each workspace sees it, over one pool. */
export interface WorkspaceDatabases {
  /** Bound to a workspace: Postgres shows it the rows of that one and takes no others. Bound to none (an empty text), it sees nothing. */
  databaseFor(workspaceId: string): Database;
  end(): Promise<void>;
}

/** More workspaces than this at once make some of them build their statements anew. */
const KEPT = 1_000;

export function openWorkspaceDatabases(url: string, max?: number): WorkspaceDatabases {
  const pool = createRolePool(url, "weft_app", max);
  const databases = new LRUCache<string, Database>({ max: KEPT });
  return {
    databaseFor(workspaceId) {
      const known = databases.get(workspaceId);
      if (known) return known;
      // Drizzle asks a pool for `query` and `connect` and knows one by the name of its class.
      const database = createDatabase(new WorkspacePool(pool, workspaceId) as unknown as Pool);
      databases.set(workspaceId, database);
      return database;
    },
    end: () => pool.end(),
  };
}

/** What each connection was bound to last. It is set outside of transactions only, so a rollback takes nothing back. */
const boundTo = new WeakMap<PoolClient, string>();

/** Binds a connection to its workspace when it is taken out, which costs nothing while it was bound to the same one before. */
class WorkspacePool {
  readonly #pool: Pool;
  readonly #workspaceId: string;

  constructor(pool: Pool, workspaceId: string) {
    this.#pool = pool;
    this.#workspaceId = workspaceId;
  }

  async connect(): Promise<PoolClient> {
    const client = await this.#pool.connect();
    if (boundTo.get(client) === this.#workspaceId) return client;
    try {
      await client.query("select set_config('weft.workspace', $1, false)", [this.#workspaceId]);
    } catch (error) {
      // Whatever it is bound to now, nobody else shall have it.
      client.release(true);
      throw error;
    }
    boundTo.set(client, this.#workspaceId);
    return client;
  }

  async query(...call: Parameters<PoolClient["query"]>): Promise<unknown> {
    const client = await this.connect();
    let failure: unknown;
    try {
      return await client.query(...call);
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      client.release(isSevered(failure));
    }
  }
}

/** A statement that Postgres refused leaves its connection as good as it was. */
function isSevered(failure: unknown): boolean {
  return failure !== undefined && !(failure instanceof Error && "severity" in failure && failure.severity === "ERROR");
}
