import { setTimeout as sleep } from "node:timers/promises";

import type { Client } from "pg";
import { z } from "zod";

import { createClient, setRole } from "../db/index.ts";
import type { RunChange } from "./contract.ts";
import { WORKER_LOCK } from "./store.ts";

const WAKE = "weft_wake";
const CHANGES = "weft_changes";
/** A notification carries less than 8,000 bytes. */
const CHANGES_A_MESSAGE = 20;

const changesMessage = z.object({
  from: z.number(),
  changes: z.array(
    z.object({
      runId: z.string(),
      status: z.enum(["pending", "running", "waiting", "completed", "failed", "cancelled"]),
      node: z.string().exactOptional(),
      step: z
        .object({ status: z.enum(["pending", "running", "retrying", "waiting", "completed", "failed", "cancelled"]), attempt: z.number() })
        .exactOptional(),
    }),
  ),
});

/**
 * This process among the workers of a database: one connection that holds the advisory lock by which the others see that it
 * is alive, and hears what they have to say. The server lets go of the lock the moment the process dies.
 */
export class WorkerSession {
  id = 0;
  /** No other worker is there to be told anything. */
  alone = true;
  connected = false;
  readonly #url: string;
  readonly #on: { wake(runId: string): void; changed(change: RunChange): void };
  #client: Client | undefined;
  #telling: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(url: string, on: { wake(runId: string): void; changed(change: RunChange): void }) {
    this.#url = url;
    this.#on = on;
  }

  async open(): Promise<void> {
    const client = createClient(this.#url, { keepAlive: true });
    client.on("error", () => {});
    await client.connect();
    await setRole(client, "weft_engine");
    if (this.id === 0) {
      const inserted = await client.query<{ id: number }>("insert into workers default values returning id");
      this.id = inserted.rows[0]?.id ?? 0;
    }
    await client.query("select pg_advisory_lock($1, $2)", [WORKER_LOCK, this.id]);
    client.on("notification", ({ channel, payload }) => this.#hear(channel, payload ?? ""));
    await client.query(`listen ${WAKE}; listen ${CHANGES}`);
    const alive = await client.query<{ count: number }>(
      "select count(*)::int count from pg_locks where locktype = 'advisory' and classid = $1 and objsubid = 2 and granted and database = (select oid from pg_database where datname = current_database())",
      [WORKER_LOCK],
    );
    this.alone = (alive.rows[0]?.count ?? 2) <= 1;
    if (!this.alone) await client.query("select pg_notify($1, $2)", [CHANGES, JSON.stringify({ from: this.id, changes: [] })]);
    client.on("end", () => {
      if (this.#client === client) void this.reopen();
    });
    this.#client = client;
    this.connected = true;
  }

  /** Says that a run has something to do, to the worker that holds it or any that has room. */
  wakeOthers(runId: string): void {
    this.#tell(WAKE, runId);
  }

  publish(changes: readonly RunChange[]): void {
    for (let start = 0; start < changes.length; start += CHANGES_A_MESSAGE) {
      this.#tell(CHANGES, JSON.stringify({ from: this.id, changes: changes.slice(start, start + CHANGES_A_MESSAGE) }));
    }
  }

  /** Lets go of the lock and the connection, for a process that holds no run and may be frozen; `open` takes them again. */
  async pause(): Promise<void> {
    await this.#telling;
    const client = this.#client;
    this.#client = undefined;
    this.connected = false;
    await client?.end().catch(() => {});
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.connected = false;
    await this.#telling;
    await this.#client?.query("delete from workers where id = $1", [this.id]).catch(() => {});
    await this.#client?.end();
  }

  // What gets lost is found within a second: runs by the beat of the workers, changes by those who wait for them.
  #tell(channel: string, payload: string): void {
    const client = this.#client;
    this.#telling = this.#telling.then(() => client?.query("select pg_notify($1, $2)", [channel, payload])).catch(() => {});
  }

  #hear(channel: string, payload: string): void {
    if (channel === WAKE) return this.#on.wake(payload);
    const message = changesMessage.safeParse(JSON.parse(payload));
    if (!message.success || message.data.from === this.id) return;
    this.alone = false;
    for (const change of message.data.changes) this.#on.changed(change);
  }

  /** Until the lock is held again, the others may take over what this process holds; each of its transitions would then find out. */
  async reopen(): Promise<void> {
    this.connected = false;
    for (let pause = 50; !this.#closed; pause = Math.min(2_000, pause * 2)) {
      await sleep(pause, undefined, { ref: false });
      const opened = await this.open().then(
        () => true,
        () => false,
      );
      if (opened) return;
    }
  }
}
