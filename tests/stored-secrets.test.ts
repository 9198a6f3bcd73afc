import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dumpDatabase, findLeaks, readLogs } from "./find-leaks.ts";
import { makeDataFolder, weft, WeftProcess } from "./weft-process.ts";

const marked = (what: string): string => `marked-${what}-7f3a9c51e0b2d4`;
const SECRETS = {
  field: marked("field"),
  changed: marked("changed"),
  password: marked("password"),
  clientSecret: marked("client/secret+"),
  code: marked("code"),
  accessToken: marked("access-one"),
  renewedToken: marked("access-two"),
  refreshToken: marked("refresh-one"),
  rotatedToken: marked("refresh-two"),
  variable: marked("variable"),
};

/** A service and a token endpoint that say back, in every way they can, what they were called with. */
const gossip = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const told = `${request.headers.authorization ?? ""} ${String(request.headers["x-secret"] ?? "")} ${Buffer.concat(chunks).toString()}`;
    const path = new URL(request.url ?? "", "http://gossip").pathname;
    const send = (status: number, body: object): void => {
      response.writeHead(status, { "content-type": "application/json", "x-echo": encodeURIComponent(told) }).end(JSON.stringify(body));
    };
    if (path === "/token") {
      const parameters = new URLSearchParams(Buffer.concat(chunks).toString());
      if (parameters.get("code") === "refused") return send(400, { error: "invalid_grant", error_description: told });
      const renewing = parameters.get("grant_type") === "refresh_token";
      return send(200, {
        access_token: renewing ? SECRETS.renewedToken : SECRETS.accessToken,
        refresh_token: renewing ? SECRETS.rotatedToken : SECRETS.refreshToken,
        token_type: "bearer",
        expires_in: 3_600,
        scope: "read",
      });
    }
    const isOld = told.includes(SECRETS.accessToken);
    const status = path === "/fails" ? 400 : path === "/once" && isOld ? 401 : 200;
    send(status, {
      told,
      encoded: Buffer.from(told).toString("base64"),
      url: encodeURIComponent(told),
      hex: Buffer.from("x").toString("hex"),
    });
  });
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

it("keeps what is stored for workflows out of every table, answer, event and log", async () => {
  // A server that listens on TCP has an address with a port.
  const host = `127.0.0.1:${(gossip.address() as AddressInfo).port}`;
  const env = { WEFT_DATA_DIR: folder.path, PORT: "0", WEFT_ALLOWED_PRIVATE_HOSTS: host };
  server = new WeftProcess(["start", "--no-examples"], env);
  await server.prints(/Stop with Ctrl-C/);
  const [, base = ""] = /answers at (http:\S+),/.exec(`${server.stdout}${server.stderr}`) ?? [];
  const seen: string[] = [];
  const run = async (args: readonly string[], input = ""): Promise<string> => {
    const outcome = await weft(args, env, input);
    seen.push(outcome.stdout, outcome.stderr);
    return outcome.stdout;
  };
  const key = (await weft(["key", "create", "--name", "admin", "--admin"], env)).stdout.trim();
  const call = async (method: string, path: string, json?: unknown): Promise<{ status: number; text: string }> => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(json === undefined ? {} : { "content-type": "application/json" }) },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    const text = await response.text();
    seen.push(JSON.stringify([...response.headers]), text);
    return { status: response.status, text };
  };

  await run(["connections", "add", "typed", "--service", "http", "--field", "token=@-"], SECRETS.field);
  await call("PATCH", "/api/connections/typed", { fields: { username: "jo", password: SECRETS.password } });
  const provider = { authorizeUrl: `http://${host}/authorize`, tokenUrl: `http://${host}/token`, clientAuth: "post", pkce: true };
  await call("POST", "/api/connections", {
    alias: "granted",
    service: "http",
    oauth: { clientId: "client", clientSecret: SECRETS.clientSecret, provider },
  });
  const authorize = async (code: string): Promise<number> => {
    const { url } = JSON.parse((await call("POST", "/api/connections/granted/authorize")).text) as { url: string };
    return (await call("GET", `/api/oauth/callback?state=${new URL(url).searchParams.get("state")}&code=${code}`)).status;
  };
  expect(await authorize("refused")).toBe(503);
  const waiting = new WeftProcess(["connections", "authorize", "granted"], env);
  const [begun = ""] = await waiting.prints(/http:\S+authorize\?\S+/);
  await waiting.prints(/Open this address/);
  await call("GET", `/api/oauth/callback?state=${new URL(begun).searchParams.get("state")}&code=${SECRETS.code}`);
  const waited = await waiting.ends();
  expect([waited.code, waited.stderr]).toEqual([0, expect.stringContaining("✓ granted is authorized.")]);
  seen.push(waited.stdout, waited.stderr);
  // What a person's address bar holds is not ours to keep either.
  expect(await authorize(SECRETS.code)).toBe(200);
  await run(["variables", "set", "MARKED", "--secret"], SECRETS.variable);

  const request = (id: string, path: string, extra: object, config: object = {}): object => ({
    id,
    kind: "http.request",
    config: { url: `http://${host}${path}`, method: "POST", ...config },
    policy: { retries: 1 },
    ...extra,
  });
  const secret = { headers: { "x-secret": "{{ env.MARKED }}" }, body: { inner: ["say {{ env.MARKED }}"] } };
  const nodes: { id: string }[] = [
    { id: "input", kind: "trigger", config: { on: "http", respond: "sync" } },
    request("typed", "/echo", { connection: "typed" }, { auth: "bearer" }),
    request("pair", "/echo", { connection: "typed" }, { auth: "basic" }),
    request("granted", "/once", { connection: "granted" }, { auth: "bearer" }),
    request("variable", "/echo", {}, secret),
    request("fails", "/fails", { connection: "granted", policy: { retries: 1, onError: "continue" } }, { auth: "bearer", ...secret }),
    {
      id: "code",
      kind: "code",
      config: {
        source: "return { given, twice: given + given, base64: encodeURIComponent(given) };",
        inputs: { given: "{{ env.MARKED }}" },
      },
    },
    {
      id: "thrown",
      kind: "code",
      config: { source: "throw new Error(given);", inputs: { given: "{{ env.MARKED }}" } },
      policy: { onError: "continue" },
    },
    {
      id: "done",
      kind: "control.return",
      config: { value: { a: "{{ typed }}", b: "{{ pair }}", c: "{{ granted }}", d: "{{ variable }}", e: "{{ code }}" } },
    },
  ].map((node) => node as { id: string });
  const edges = nodes.slice(1).map((node, at) => ({ id: `e${at}`, source: nodes[at]?.id, target: node.id }));
  const published = await call("POST", "/api/workflows", { weft: 1, name: "gossip", nodes, edges });
  expect([published.status, published.text.slice(0, 500)]).toEqual([200, expect.any(String)]);
  const answer = await call("POST", "/api/triggers/gossip", {});
  expect(JSON.parse(answer.text)).toMatchObject({ a: { status: 200 }, c: { status: 200 }, e: { given: "[redacted]" } });

  const { runs } = JSON.parse((await call("GET", "/api/runs")).text) as { runs: { id: string }[] };
  for (const { id } of runs) {
    await call("GET", `/api/runs/${id}`);
    await call("GET", `/api/runs/${id}/events`);
    await run(["runs", "show", id]);
  }
  await call("PATCH", "/api/connections/typed", { fields: { token: SECRETS.changed } });
  await call("POST", "/api/connections/typed/test", { url: `http://${host}/fails` });
  await call("POST", "/api/connections/granted/test", { url: `http://${host}/fails` });
  await call("PUT", "/api/variables/MARKED", { value: SECRETS.variable, secret: false });
  await call("POST", "/api/connections", { alias: "wrong", service: "http", fields: { tokn: SECRETS.field } });
  for (const path of [
    "/api/connections",
    "/api/connections/typed",
    "/api/connections/granted",
    "/api/variables",
    "/api/workflows/gossip",
    "/api/openapi.json",
  ]) {
    await call("GET", path);
  }
  await run(["connections", "show", "granted", "--json"]);
  await run(["connections", "test", "typed", "--url", `http://${host}/fails`]);
  await run(["keys", "rotate", "--json"]);
  await call("DELETE", "/api/connections/typed");

  const tables = await dumpDatabase(folder.path);
  const everything = [...seen, server.stdout, server.stderr, tables, await readLogs(folder.path)].join("\n");
  expect(Object.entries(SECRETS).flatMap(([what, text]) => findLeaks(text, everything).map((leak) => `${what}: ${leak}`))).toEqual([]);
  // The keys are with the database, in the same folder, and in none of its files.
  const keys = (await readFile(join(folder.path, "encryption-keys"), "utf8")).trim().split("\n");
  expect(keys).toHaveLength(2);
  for (const line of keys) expect(findLeaks(line.split(":")[1] ?? "", everything)).toEqual([]);
  const files = await readdir(folder.path, { recursive: true });
  expect(files.filter((file) => file.includes("encryption-keys"))).toEqual(["encryption-keys"]);
}, 120_000);
