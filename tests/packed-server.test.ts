import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { connect, createServer as createTcpServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packServer } from "../bin/pack-server.ts";
import { createTestDatabase, type TestDatabase } from "../lib/db/test-database.ts";
import { Browser } from "./api/browser.ts";

/** Whoever may write nothing, where this runs as root and rights would not count. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
/** What an image is to weigh at most, less the 230 MB of its base. */
const MOST_BYTES = 120_000_000;

let folder: string;
let database: TestDatabase;
let closeBridge: () => void;
let databaseUrl: string;
let service: Server;
/** What answers the workflow's calls; tests put their own here. */
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "weft-packed-"));
  await packServer(join(folder, "server"));
  for (const path of walk(folder)) if (!lstatSync(path).isSymbolicLink()) chmodSync(path, lstatSync(path).isDirectory() ? 0o555 : 0o444);
  chmodSync(folder, 0o555);
  database = await createTestDatabase({ migrate: false });
  ({ url: databaseUrl, close: closeBridge } = await bridgeOverTcp(database.url));
  service = createServer((request, response) => answer(request, response)).listen(0, "127.0.0.1");
  await once(service, "listening");
}, 400_000);

afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  service.close();
  service.closeAllConnections();
  closeBridge();
  await database.drop();
  for (const path of [folder, ...walk(folder)]) if (lstatSync(path).isDirectory()) chmodSync(path, 0o755);
  rmSync(folder, { recursive: true });
});

it("weighs no more than an image may", () => {
  const files = walk(folder)
    .map((path) => lstatSync(path))
    .filter((found) => found.isFile());
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  expect(bytes).toBeLessThan(MOST_BYTES);
});

it("says what it wants when it is given nothing", async () => {
  const started = start({ DATABASE_URL: "" });
  const [code] = await once(started.child, "exit");
  expect(code).toBe(1);
  expect(started.output()).toContain("No database was named.");
});

it("serves people and runs their workflows elsewhere, without writing a file", async () => {
  const before = look(folder);
  const server = start();
  const url = await server.answersAt();
  const person = await new Browser(url).signUp("ada@example.com");
  const page = await person.call("GET", `/w/${person.workspace}`);
  expect(page.status).toBe(200);
  const [script = ""] = /\/_next\/static\/[^"]+\.js/.exec(page.text) ?? [];
  expect((await fetch(`${url}${script}`)).status).toBe(200);
  const made = await person.call("POST", "/api/documents", { json: { graph: addUp } });
  expect((await person.call("POST", `/api/documents/${made.json.id}/publish`, { json: { revision: 1 } })).status).toBe(200);
  const project = await person.call("GET", `/api/documents/${made.json.id}/export?format=project`);
  expect([project.status, project.text.slice(0, 2)]).toEqual([200, "PK"]);
  const key = (await person.call("POST", "/api/keys", { json: { name: "test" } })).json.key as string;
  expect(await trigger(url, key, "addUp", { a: 41 })).toEqual({ status: 200, json: { sum: 42 } });
  await person.call("POST", "/api/connections", { json: { alias: "shop", service: "http", fields: { token: "hush" } } });
  expect((await person.call("GET", "/api/connections")).json.connections).toMatchObject([{ alias: "shop" }]);
  expect(await server.stop()).toBe(0);
  expect(look(folder)).toEqual(before);
});

it("finishes on a second server what a first one was killed over", async () => {
  const [first, second] = [start(), start()];
  const urls = [await first.answersAt(), await second.answersAt()] as const;
  const person = new Browser(urls[0]);
  expect((await person.signIn("ada@example.com")).status).toBe(200);
  await person.open();
  const made = await person.call("POST", "/api/documents", { json: { graph: callOut(portOf(service)) } });
  await person.call("POST", `/api/documents/${made.json.id}/publish`, { json: { revision: 1 } });
  const key = (await person.call("POST", "/api/keys", { json: { name: "test" } })).json.key as string;
  const keys: unknown[] = [];
  const { promise: called, resolve: isCalled } = Promise.withResolvers<void>();
  answer = (request, response) => {
    keys.push(request.headers["idempotency-key"]);
    // The first call is never answered: its server is killed over it.
    if (keys.length > 1) response.setHeader("content-type", "application/json").end('{"ok":true}');
    isCalled();
  };
  const started = await trigger(urls[0], key, "callOut", {});
  expect(started.status).toBe(202);
  await called;
  first.child.kill("SIGKILL");
  const { id: runId } = (started.json as { run: { id: string } }).run;
  await expect.poll(() => statusOf(urls[1], key, runId), { timeout: 20_000, interval: 100 }).toBe("completed");
  expect(keys).toEqual([expect.any(String), keys[0]]);
  expect(await second.stop()).toBe(0);
}, 60_000);

it("goes on after its answer where it is frozen between requests, and then holds nothing", async () => {
  const server = start({ VERCEL: "1", CRON_SECRET: "sixteen or more characters" });
  const url = await server.answersAt();
  const person = new Browser(url);
  expect((await person.signIn("ada@example.com")).status).toBe(200);
  await person.open();
  const key = (await person.call("POST", "/api/keys", { json: { name: "frozen" } })).json.key as string;
  answer = (_request, response) => void setTimeout(() => response.setHeader("content-type", "application/json").end("{}"), 1_000);
  const started = await trigger(url, key, "callOut", {});
  expect(started.status).toBe(202);
  const { id: runId } = (started.json as { run: { id: string } }).run;
  // Asked elsewhere than at the server: a request would keep it going.
  await expect.poll(() => ask(`select status from runs where id = '${runId}'`), { timeout: 15_000, interval: 200 }).toBe("completed");
  await expect.poll(() => ask(OTHERS), { timeout: 15_000, interval: 200 }).toBe("0");
  expect((await fetch(`${url}/api/cron`)).status).toBe(401);
  const tick = await fetch(`${url}/api/cron`, { headers: { authorization: "Bearer sixteen or more characters" } });
  expect([tick.status, await tick.json()]).toEqual([200, expect.objectContaining({ status: "ok" })]);
  expect(await server.stop()).toBe(0);
}, 60_000);

/** How many connect to the database but the one who asks. */
const OTHERS = "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";

/** The first column of the first row, as text. */
async function ask(statement: string): Promise<string> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    const { rows } = await client.query<string[]>({ text: statement, rowMode: "array" });
    return String(rows[0]?.[0]);
  } finally {
    await client.end();
  }
}

interface Started {
  readonly child: ChildProcess;
  output(): string;
  answersAt(): Promise<string>;
  /** Ends it as a supervisor does; its exit code. */
  stop(): Promise<number | null>;
}

/** `node server.js` in the folder, with nothing in the environment but what a container is given. */
function start(env: Record<string, string> = {}): Started {
  const environment = {
    PATH: process.env["PATH"] ?? "",
    NODE_ENV: "production" as const,
    DATABASE_URL: databaseUrl,
    PORT: "0",
    TMPDIR: folder,
    WEFT_AUTH_SECRET: "a secret of thirty-two characters",
    WEFT_ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
    WEFT_ALLOWED_PRIVATE_HOSTS: `127.0.0.1:${portOf(service)}`,
    ...env,
  };
  const child = spawn(process.execPath, ["server.js"], { cwd: join(folder, "server"), env: environment, ...NOBODY });
  running.add(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => (text += data.toString()));
  return {
    child,
    output: () => text,
    async answersAt() {
      for (;;) {
        const found = /Weft answers at (\S+)/.exec(text);
        if (found?.[1]) return found[1];
        if (child.exitCode !== null) throw new Error(`The server ended: ${text}`);
        await sleep(20);
      }
    },
    async stop() {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
      return child.exitCode;
    },
  };
}

async function trigger(url: string, key: string, workflow: string, json: object): Promise<{ status: number; json: unknown }> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const response = await fetch(`${url}/api/triggers/${workflow}`, { method: "POST", headers, body: JSON.stringify(json) });
  return { status: response.status, json: await response.json() };
}

async function statusOf(url: string, key: string, runId: string): Promise<unknown> {
  const response = await fetch(`${url}/api/runs/${runId}`, { headers: { authorization: `Bearer ${key}` } });
  const run = (await response.json()) as { status?: unknown };
  return run.status;
}

function portOf(server: { address(): string | AddressInfo | null }): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** The test database listens on a socket that only its own account may use; containers reach theirs by TCP. */
async function bridgeOverTcp(url: string): Promise<{ url: string; close: () => void }> {
  const socket = new URL(url).searchParams.get("host");
  const bridge = createTcpServer((client) => {
    const upstream =
      socket === null ? connect(Number(new URL(url).port || 5432), new URL(url).hostname) : connect(`${socket}/.s.PGSQL.5432`);
    client.pipe(upstream).pipe(client);
    for (const [end, other] of [[client, upstream] as const, [upstream, client] as const]) end.on("error", () => other.destroy());
  }).listen(0, "127.0.0.1");
  await once(bridge, "listening");
  const bridged = new URL(url);
  bridged.search = "";
  bridged.hostname = "127.0.0.1";
  bridged.port = String(portOf(bridge));
  return { url: bridged.href, close: () => bridge.close() };
}

function walk(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: "utf8" }).map((name) => join(path, name));
}

/** Each path with its size and when it was changed. */
function look(path: string): Record<string, string> {
  return Object.fromEntries(walk(path).map((name) => [name, `${lstatSync(name).size} ${lstatSync(name).mtimeMs}`]));
}

const trigger202 = { id: "input", kind: "trigger", config: { on: "http", respond: "async" } };

const addUp = {
  weft: 1,
  name: "addUp",
  nodes: [
    {
      id: "input",
      kind: "trigger",
      config: { on: "http", respond: "sync", input: { type: "object", properties: { a: { type: "number" } }, required: ["a"] } },
    },
    { id: "sum", kind: "code", config: { source: "return a + 1;", inputs: { a: "{{ input.body.a }}" } } },
    { id: "done", kind: "control.return", config: { value: { sum: "{{ sum }}" } } },
  ],
  edges: [
    { id: "a", source: "input", target: "sum" },
    { id: "b", source: "sum", target: "done" },
  ],
};

const callOut = (port: number): object => ({
  weft: 1,
  name: "callOut",
  nodes: [trigger202, { id: "call", kind: "http.request", config: { method: "POST", url: `http://127.0.0.1:${port}/` } }],
  edges: [{ id: "a", source: "input", target: "call" }],
});
