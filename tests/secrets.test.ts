import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dumpDatabase, findLeaks, readLogs } from "./find-leaks.ts";
import { makeDataFolder, WeftProcess } from "./weft-process.ts";

const SECRET = "marked-secret-7f3a9c51e0";

/** A service that says back, in every way it can, what it was called with. */
const gossip = createServer((request: IncomingMessage, response) => {
  const told = request.headers.authorization ?? "";
  response.writeHead(request.url === "/fails" ? 400 : 200, { "content-type": "application/json", "x-echo": told });
  response.end(
    JSON.stringify({
      told,
      nested: [{ token: told.replace("Bearer ", "") }],
      encoded: Buffer.from(told).toString("base64"),
      url: encodeURIComponent(told),
    }),
  );
});

let folder: Awaited<ReturnType<typeof makeDataFolder>>;
let server: WeftProcess;

beforeAll(async () => {
  await new Promise<void>((resolve) => gossip.listen(0, "127.0.0.1", resolve));
  folder = await makeDataFolder();
}, 60_000);
afterAll(async () => {
  await server.stop();
  gossip.close();
  await folder.remove();
});

it("keeps a credential out of every table, of what the run shows, and of the log", async () => {
  const address = gossip.address();
  const host = `127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  const env = { WEFT_DATA_DIR: folder.path, PORT: "0", WEFT_ALLOWED_PRIVATE_HOSTS: host, WEFT_CONNECTION_TEAM_API_TOKEN: SECRET };
  // Held open, so that the database is there to look into after the run.
  server = new WeftProcess(["start", "--no-examples"], env);
  await server.prints(/Stop with Ctrl-C/);
  const call = (id: string, path: string, extra: object = {}): object => ({
    id,
    kind: "http.request",
    connection: "team-api",
    config: { url: `http://${host}${path}`, auth: "bearer" },
    ...extra,
  });
  const graph = {
    weft: 1,
    name: "gossip",
    nodes: [
      { id: "input", kind: "trigger", config: { on: "manual" } },
      call("echo", "/echo"),
      call("fails", "/fails", { policy: { retries: 1 } }),
      { id: "thrown", kind: "code", config: { source: "throw new Error(JSON.stringify(seen));", inputs: { seen: "{{ echo.body }}" } } },
      {
        id: "done",
        kind: "control.return",
        config: { value: { echo: "{{ echo }}", failed: "{{ failsError }}", thrown: "{{ thrownError }}" } },
      },
    ],
    edges: [
      { id: "e1", source: "input", target: "echo" },
      { id: "e2", source: "echo", target: "fails" },
      { id: "e3", source: "fails", port: "error", target: "thrown" },
      { id: "e4", source: "thrown", port: "error", target: "done" },
    ],
  };
  const run = new WeftProcess(["run", "-", "--watch"], env);
  run.child.stdin?.end(JSON.stringify(graph));
  const ended = await run.ends();

  expect(JSON.parse(ended.stdout)).toMatchObject({ echo: { status: 200, body: { told: "Bearer [redacted]" } }, failed: { status: 400 } });
  const everything = [
    ended.stdout,
    ended.stderr,
    server.stdout,
    server.stderr,
    await dumpDatabase(folder.path),
    await readLogs(folder.path),
  ].join("\n");
  expect(findLeaks(SECRET, everything)).toEqual([]);
}, 90_000);

it("would have found one", async () => {
  const { url } = JSON.parse(await readFile(join(folder.path, "postgres.json"), "utf8"));
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("create table planted (bytes bytea)");
  await client.query("insert into planted values ($1)", [Buffer.from(SECRET)]);
  await client.end();
  expect((await dumpDatabase(folder.path)).includes(Buffer.from(SECRET).toString("hex"))).toBe(true);
});
