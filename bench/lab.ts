import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Client } from "pg";

import { ensureDatabase, type RunningDatabase } from "../lib/db/embedded-postgres.ts";
import { migrateDatabase } from "../lib/db/migrate.ts";
import { Contender, type ContenderOptions } from "./contender.ts";

export interface LabOptions {
  readonly quick: boolean;
  readonly long: boolean;
  /** The folder that CPU profiles go to. */
  readonly profile?: string | undefined;
}

/** What every figure is measured in: one embedded Postgres with fsync in a temporary folder, databases of their own, and processes that end with it. */
export class Lab {
  /** Fewer rounds and smaller sizes: for a look, not for the record. */
  readonly quick: boolean;
  /** Sizes that take minutes. */
  readonly long: boolean;
  readonly folder: string;
  /** Node's arguments that make Weft's own processes write a CPU profile when they end; none unless asked for. */
  readonly profiling: readonly string[];
  readonly #contenders: Contender[] = [];
  #server: Promise<RunningDatabase> | undefined;

  private constructor(folder: string, options: LabOptions) {
    this.folder = folder;
    this.profiling = options.profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${options.profile}`];
    this.quick = options.quick;
    this.long = options.long;
  }

  static async open(options: LabOptions): Promise<Lab> {
    const folder = await mkdtemp(join(tmpdir(), "weft-bench-"));
    // The server's own account must pass through, or its files go elsewhere and stay there.
    await chmod(folder, 0o711);
    return new Lab(folder, options);
  }

  get rounds(): number {
    return this.quick ? 3 : 7;
  }

  /** The URL of a new, empty database; `migrate` brings Weft's tables. */
  async createDatabase(options: { migrate: boolean }): Promise<string> {
    this.#server ??= ensureDatabase({ dataDir: join(this.folder, "postgres") });
    const url = new URL((await this.#server).url);
    const client = new Client({ connectionString: url.href });
    await client.connect();
    const name = `bench_${randomBytes(5).toString("hex")}`;
    await client.query(`create database ${name}`).finally(() => client.end());
    url.pathname = `/${name}`;
    if (options.migrate) await migrateDatabase(url.href);
    return url.href;
  }

  /** A process that ends with the lab at the latest. */
  start(name: string, options: ContenderOptions = {}): Contender {
    const contender = Contender.start(name, options);
    this.#contenders.push(contender);
    return contender;
  }

  /** Weft's engine on a database of its own, with steps that do nothing. */
  async startWeft(): Promise<Contender> {
    return this.start("weft", { env: { DATABASE_URL: await this.createDatabase({ migrate: true }) }, nodeArguments: this.profiling });
  }

  /** DBOS, where `WEFT_BENCH_DBOS` names a folder that it is installed in; see peers.md. */
  async startDbos(): Promise<Contender | undefined> {
    if (!process.env["WEFT_BENCH_DBOS"]) return undefined;
    return this.start("dbos", { env: { DATABASE_URL: await this.createDatabase({ migrate: false }) } });
  }

  async startStockSdk(): Promise<Contender> {
    return this.start("stock-sdk", { env: { DATABASE_URL: await this.createDatabase({ migrate: false }) } });
  }

  async startRawQueue(): Promise<Contender> {
    return this.start("raw-queue", { env: { DATABASE_URL: await this.createDatabase({ migrate: false }) } });
  }

  async stopAll(): Promise<void> {
    await Promise.all(this.#contenders.splice(0).map((contender) => contender.stop()));
  }

  async close(): Promise<void> {
    await this.stopAll();
    if (this.#server) await (await this.#server).stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
