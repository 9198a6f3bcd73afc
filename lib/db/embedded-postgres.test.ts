import { fork } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { Client } from "pg";
import { afterEach, describe, expect, it } from "vitest";

import { ensureDatabase, type RunningDatabase } from "./embedded-postgres.ts";

const folders: string[] = [];
const databases: RunningDatabase[] = [];

async function folder(name = "data"): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), "weft pg "));
  folders.push(parent);
  return join(parent, name);
}

async function open(dataDir: string): Promise<RunningDatabase> {
  const database = await ensureDatabase({ dataDir });
  databases.push(database);
  return database;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return (await client.query(text).finally(() => client.end())).rows as unknown[];
}

async function dataDirectory(dataDir: string): Promise<string> {
  return (JSON.parse(await readFile(join(dataDir, "postgres.json"), "utf8")) as { dataDirectory: string }).dataDirectory;
}

const pidOf = async (dataDir: string) =>
  Number((await readFile(join(await dataDirectory(dataDir), "postmaster.pid"), "utf8").catch(() => "0")).split("\n")[0]);

afterEach(async () => {
  await Promise.all(databases.splice(0).map((database) => database.stop()));
  for (const path of folders.splice(0)) {
    const data = await dataDirectory(join(path, "data")).catch(() => undefined);
    if (data?.startsWith("/var/lib/weft/")) await rm(join(data, ".."), { recursive: true, force: true });
    await rm(path, { recursive: true, force: true });
  }
});

describe("the embedded database", () => {
  it("answers in a folder with blanks in its name, is durable, and stops within two seconds", async () => {
    const dataDir = await folder("data");
    const database = await open(dataDir);
    expect(await query(database.url, "select current_setting('fsync') fsync, current_setting('synchronous_commit') sync")).toEqual([
      { fsync: "on", sync: "on" },
    ]);
    await query(database.url, "create table kept (n int); insert into kept values (7)");
    const stopping = Date.now();
    await database.stop();
    expect(Date.now() - stopping).toBeLessThan(2_000);
    await expect(query(database.url, "select 1")).rejects.toThrow("ENOENT");
    expect(await query((await open(dataDir)).url, "select n from kept")).toEqual([{ n: 7 }]);
  });

  it("is started again when its server is killed, with what was committed", async () => {
    const dataDir = await folder();
    const database = await open(dataDir);
    await query(database.url, "create table kept (n int); insert into kept values (7)");
    const pid = await pidOf(dataDir);
    process.kill(pid, "SIGKILL");
    const killed = Date.now();
    let found: unknown;
    while (found === undefined && Date.now() - killed < 15_000) {
      await sleep(100);
      found = await query(database.url, "select n from kept").catch(() => undefined);
    }
    expect(found).toEqual([{ n: 7 }]);
    expect(await pidOf(dataDir)).not.toBe(pid);
  });

  it("is joined by a second process and stopped by the last one out", async () => {
    const dataDir = await folder();
    const first = await open(dataDir);
    const second = await open(dataDir);
    expect(second.url).toBe(first.url);
    await first.stop();
    expect(await query(second.url, "select 1 as one")).toEqual([{ one: 1 }]);
    await second.stop();
    await expect(query(second.url, "select 1")).rejects.toThrow("ENOENT");
  });

  it("is started once when many ask at the same time", async () => {
    const dataDir = await folder();
    const opened = await Promise.all([open(dataDir), open(dataDir), open(dataDir)]);
    expect(new Set(opened.map(({ url }) => url)).size).toBe(1);
  });

  it("comes back after a kill -9 of itself and of its user, its lock taken over", async () => {
    const dataDir = await folder();
    const child = fork(fileURLToPath(new URL("./open-for-test.ts", import.meta.url)), [dataDir], {
      execPath: process.execPath,
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const [url] = (await once(child, "message")) as [string];
    await query(url, "create table kept (n int); insert into kept values (1)");
    const server = await pidOf(dataDir);
    process.kill(server, "SIGKILL");
    child.kill("SIGKILL");
    await once(child, "exit");
    const database = await open(dataDir);
    expect(await query(database.url, "select n from kept")).toEqual([{ n: 1 }]);
    await database.stop();
    expect(await pidOf(dataDir)).toBe(0);
  });

  it("starts although its lock file names another living program", async () => {
    const dataDir = await folder();
    await (await open(dataDir)).stop();
    await writeFile(join(await dataDirectory(dataDir), "postmaster.pid"), `${process.pid}\n${dataDir}\n`);
    expect(await query((await open(dataDir)).url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("keeps its password to its owner and listens to no network", async () => {
    const dataDir = await folder();
    const { url } = await open(dataDir);
    expect((await stat(join(dataDir, "postgres.json"))).mode & 0o077).toBe(0);
    expect(await query(url, "select current_setting('listen_addresses') listens")).toEqual([{ listens: "" }]);
    await expect(query(url.replace(/:[0-9a-f]+@/, ":wrong@"), "select 1")).rejects.toThrow("password");
  });

  it.runIf(process.getuid?.() === 0)("works as root in a folder that nobody else can enter", async () => {
    const dataDir = await folder();
    await chmod(join(dataDir, ".."), 0o700);
    const { url } = await open(dataDir);
    expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(await dataDirectory(dataDir)).toMatch(/^\/var\/lib\/weft\//);
  });

  it("leaves a database that was named alone", async () => {
    const database = await ensureDatabase({ dataDir: "/nowhere", databaseUrl: "postgresql://db.example/app" });
    expect([database.url, database.owned]).toEqual(["postgresql://db.example/app", false]);
  });
});
