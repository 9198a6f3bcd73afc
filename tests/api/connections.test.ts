// Over 400 lines: one server, started once, for everything that is done with a connection.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuthorizationServer } from "../../lib/connections/authorization-server.ts";
import { CLIENT, startAuthorizationServer } from "../../lib/connections/authorization-server.ts";
import { newKey, printKey } from "../../lib/secrets/key-ring.ts";
import type { Api } from "./start-api.ts";
import { chain, startApi } from "./start-api.ts";

/** What a service that takes bearer tokens was called with; `accepts` decides about each. */
const called: (string | undefined)[] = [];
let accepts = (_token: string): number => 200;
const service = createServer((request, response) => {
  const authorization = request.headers.authorization;
  called.push(authorization);
  response
    .writeHead(accepts(authorization?.replace("Bearer ", "") ?? ""), { "content-type": "application/json" })
    .end('{"ok":true,"login":"octocat"}');
});

let api: Api;
let admin: string;
let provider: AuthorizationServer;
let host: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  // A server that listens on TCP has an address with a port.
  host = `127.0.0.1:${(service.address() as AddressInfo).port}`;
  provider = await startAuthorizationServer();
  Object.assign(process.env, { WEFT_ENCRYPTION_KEYS: printKey(newKey()), WEFT_ALLOWED_PRIVATE_HOSTS: `${host},${provider.host}` });
  process.env["WEFT_URL"] = "http://127.0.0.1:3000";
  api = await startApi();
  ({ key: admin } = await api.newKey({ admin: true }));
});
afterAll(async () => {
  await api.close();
  await provider.close();
  service.close();
  for (const name of ["WEFT_ENCRYPTION_KEYS", "WEFT_ALLOWED_PRIVATE_HOSTS", "WEFT_URL"]) Reflect.deleteProperty(process.env, name);
});

const call = (method: string, path: string, json?: unknown) =>
  api.call(method, path, { key: admin, ...(json === undefined ? {} : { json }) });
const add = (json: object) => call("POST", "/api/connections", json);
const request = (id: string, extra: object = {}) => ({
  id,
  kind: "http.request",
  config: { url: `http://${host}/`, auth: "bearer" },
  ...extra,
});
const done = { id: "done", kind: "control.return", config: { value: "{{ asked.status }}" } };
const run = (name: string) => call("POST", `/api/triggers/${name}`, {});

describe("a connection", () => {
  it("is stored, shown masked, changed and removed", async () => {
    const added = await add({
      alias: "shop",
      service: "http",
      label: "Shop",
      fields: { token: "token-of-the-shop-9f3a", username: "jo", password: "short" },
    });
    expect(added.status).toBe(200);
    expect(added.json).toMatchObject({ alias: "shop", service: "http", kind: "fields", status: "ready", default: false, label: "Shop" });
    expect(added.json.fields).toEqual([
      { name: "token", label: "Bearer token", secret: true, set: true, value: null, hint: "…9f3a" },
      { name: "username", label: "User name", secret: false, set: true, value: "jo", hint: null },
      { name: "password", label: "Password", secret: true, set: true, value: null, hint: null },
      { name: "key", label: "API key", secret: true, set: false, value: null, hint: null },
      { name: "hosts", label: "Allowed hosts", secret: false, set: false, value: null, hint: null },
    ]);
    const changed = await call("PATCH", "/api/connections/shop", {
      label: "The shop",
      fields: { username: null, key: "another-key-1b2c" },
    });
    expect(changed.json).toMatchObject({ label: "The shop" });
    expect(changed.json.fields.filter(({ set }: { set: boolean }) => set).map(({ name }: { name: string }) => name)).toEqual([
      "token",
      "password",
      "key",
    ]);
    expect((await call("GET", "/api/connections")).json.connections.map(({ alias }: { alias: string }) => alias)).toContain("shop");
    expect((await call("DELETE", "/api/connections/shop")).json).toEqual({ alias: "shop", removed: true, revoked: false });
    expect((await call("GET", "/api/connections/shop")).status).toBe(404);
  });

  it.each([
    [{ alias: "1x", service: "http", fields: { token: "t" } }, "body.alias"],
    [{ alias: "a", service: "http", fields: { tokn: "t" } }, "body.fields.tokn"],
    [{ alias: "a", service: "http", fields: {} }, "body.fields"],
    [{ alias: "a", service: "http", fields: { token: "\n" } }, "body.fields.token"],
    [{ alias: "a", service: "http", fields: { token: "t" }, extra: 1 }, "body"],
    [{ alias: "a", service: "telegram", fields: {} }, "body.fields.token"],
    [
      { alias: "a", service: "http", oauth: { provider: { tokenUrl: "https://127.0.0.1/token" }, clientId: "c" } },
      "body.oauth.provider.authorizeUrl",
    ],
  ])("is refused when it is wrong: %j", async (json, path) => {
    const answer = await add(json);
    expect([answer.status, answer.json.error.details.fields[0].path]).toEqual([400, path]);
  });

  it("is refused for a service that does not exist, and under an alias that is taken", async () => {
    expect((await add({ alias: "a", service: "nowhere", fields: { token: "t" } })).status).toBe(404);
    await add({ alias: "taken", service: "http", fields: { token: "t" } });
    expect((await add({ alias: "taken", service: "http", fields: { token: "t" } })).status).toBe(409);
  });

  it("is an admin key's business alone", async () => {
    const { key } = await api.newKey();
    for (const [method, path] of [
      ["GET", "/api/connections"],
      ["POST", "/api/connections"],
      ["GET", "/api/connections/taken"],
      ["PATCH", "/api/connections/taken"],
      ["DELETE", "/api/connections/taken"],
      ["POST", "/api/connections/taken/test"],
      ["POST", "/api/connections/taken/authorize"],
      ["POST", "/api/connections/taken/default"],
      ["GET", "/api/connection-types"],
      ["GET", "/api/variables"],
      ["PUT", "/api/variables/A"],
      ["DELETE", "/api/variables/A"],
      ["PATCH", "/api/settings"],
    ] as const) {
      expect([method, path, (await api.call(method, path, { key })).status]).toEqual([method, path, 403]);
      expect([method, path, (await api.call(method, path)).status]).toEqual([method, path, 401]);
    }
  });

  it("is used by the step that names it, and names the workflows when somebody would remove it", async () => {
    await add({ alias: "worker", service: "http", fields: { token: "worker-token" } });
    const name = await api.publish(
      chain("usesConnection", { respond: "sync", auth: "key" }, request("asked", { connection: "worker" }), done),
    );
    expect((await run(name)).json).toBe(200);
    expect(called.at(-1)).toBe("Bearer worker-token");
    const refused = await call("DELETE", "/api/connections/worker");
    expect([refused.status, refused.json.error.message]).toEqual([
      409,
      'The connection "worker" cannot be removed: it is used by usesConnection (asked).',
    ]);
    expect(refused.json.error.details.uses).toEqual([{ workflow: "usesConnection", node: "asked", where: "live" }]);
    expect((await call("PATCH", "/api/connections/worker", { alias: "renamed" })).status).toBe(409);
    await call("PATCH", "/api/connections/worker", { fields: { token: "changed-token" } });
    await run(name);
    expect(called.at(-1)).toBe("Bearer changed-token");
    expect((await call("DELETE", "/api/connections/worker?force=true")).status).toBe(200);
    const after = await run(name);
    expect(after.json.error.message).toContain('There is no connection "worker"');
  });

  it("is what nodes that name none use, once it is the default", async () => {
    const name = await api.publish(chain("usesDefault", { respond: "sync", auth: "key" }, request("asked"), done));
    expect((await run(name)).json.error.message).toContain("HTTP_TOKEN is not set");
    await add({ alias: "first", service: "http", fields: { token: "first-token" } });
    await add({ alias: "second", service: "http", fields: { token: "second-token" } });
    expect((await call("POST", "/api/connections/first/default")).json.default).toBe(true);
    await run(name);
    expect(called.at(-1)).toBe("Bearer first-token");
    await call("POST", "/api/connections/second/default");
    await run(name);
    expect(called.at(-1)).toBe("Bearer second-token");
    expect((await call("GET", "/api/connections/first")).json.default).toBe(false);
    expect((await call("DELETE", "/api/connections/second")).json.error.details.uses).toEqual([
      { workflow: "usesDefault", node: "asked", where: "live" },
    ]);
    expect((await call("DELETE", "/api/connections/first")).status).toBe(200);
  });

  it("is warned of when a graph names one that is not there", async () => {
    const answer = await call("POST", "/api/workflows", chain("misspelt", {}, request("asked", { connection: "secnd" }), done));
    expect(JSON.stringify(answer.json)).toContain("secnd");
    expect(JSON.stringify(answer.json)).toContain("second");
  });

  it("keeps its secrets when it would be sent elsewhere", async () => {
    await add({ alias: "tied", service: "http", fields: { token: "tied-token", hosts: "api.example.com, other.example.com" } });
    expect((await call("PATCH", "/api/connections/tied", { fields: { hosts: "evil.example" } })).json.error.message).toBe(
      'With another hosts, "tied" needs its token again.',
    );
    expect((await call("PATCH", "/api/connections/tied", { fields: { hosts: null } })).status).toBe(409);
    expect((await call("PATCH", "/api/connections/tied", { fields: { hosts: "api.example.com" } })).status).toBe(200);
    expect((await call("PATCH", "/api/connections/tied", { fields: { hosts: "new.example", token: "another" } })).status).toBe(200);
  });
});

describe("a test of a connection", () => {
  it.each([
    [200, { ok: true, problem: null }],
    [401, { ok: false, problem: "credential" }],
    [403, { ok: false, problem: "permission" }],
    [500, { ok: false, problem: "unreachable" }],
    [404, { ok: false, problem: "other" }],
  ])("tells from a %i what is wrong", async (status, expected) => {
    await add({ alias: `tested${status}`, service: "http", fields: { token: "tested-token" } });
    accepts = () => status;
    const answer = await call("POST", `/api/connections/tested${status}/test`, { url: `http://${host}/me` });
    accepts = () => 200;
    expect([answer.status, answer.json]).toEqual([
      200,
      {
        account: expect.toSatisfy((account) => account === null || account === `${host} answered 200`),
        message: expect.any(String),
        ...expected,
      },
    ]);
    expect(answer.text).not.toContain("tested-token");
    const { testedAt, lastError, status: state } = (await call("GET", `/api/connections/tested${status}`)).json;
    expect([testedAt, lastError === null, state]).toEqual([
      expect.any(String),
      expected.ok,
      expected.problem === "credential" ? "failing" : "ready",
    ]);
  });

  it("is the service's own where it has one, and finds out whose credential it is", async () => {
    await add({ alias: "hub", service: "github", fields: { token: "hub-token-123456789", baseUrl: `http://${host}` } });
    expect((await call("POST", "/api/connections/hub/test")).json).toEqual({
      ok: true,
      account: "octocat",
      problem: null,
      message: "Connected as octocat.",
    });
    expect(called.at(-1)).toBe("Bearer hub-token-123456789");
    expect((await call("GET", "/api/connections/hub")).json).toMatchObject({ account: "octocat", default: true });
    accepts = () => 401;
    expect((await call("POST", "/api/connections/hub/test")).json).toMatchObject({ ok: false, problem: "credential" });
    accepts = () => 200;
    expect((await call("GET", "/api/connections/hub")).json).toMatchObject({
      status: "failing",
      lastError: expect.stringContaining("does not take the credential"),
    });
    await call("POST", "/api/connections/hub/test");
    expect((await call("GET", "/api/connections/hub")).json).toMatchObject({ status: "ready", lastError: null });
  });

  it("does not call what steps may not call, and says so", async () => {
    await add({ alias: "blocked", service: "http", fields: { token: "blocked-token" } });
    const answer = await call("POST", "/api/connections/blocked/test", { url: "http://169.254.169.254/latest/meta-data" });
    expect(answer.json).toMatchObject({ ok: false, problem: "unreachable", message: expect.stringContaining("is not a public address") });
  });

  it("needs no address to say that a secret opens", async () => {
    expect((await call("POST", "/api/connections/blocked/test")).json).toMatchObject({
      ok: true,
      message: expect.stringContaining("give an address"),
    });
  });
});

describe("an authorization over the API", () => {
  const oauth = { clientId: CLIENT.id, clientSecret: CLIENT.secret, scopes: ["openid", "offline_access", "read"] };
  const custom = () => ({
    ...oauth,
    provider: {
      authorizeUrl: `${provider.url}/auth`,
      tokenUrl: `${provider.url}/token`,
      revokeUrl: `${provider.url}/token/revocation`,
      authorizeParams: { prompt: "consent" },
      issuer: provider.url,
    },
  });
  const back = async (callback: URL, headers: Record<string, string> = {}) =>
    api.call("GET", `${callback.pathname}${callback.search}`, { headers });

  it("goes round through a browser, serves steps, is renewed when a service refuses it, and is revoked on removal", async () => {
    expect((await add({ alias: "mine", service: "http", oauth: custom() })).json.status).toBe("unauthorized");
    const name = await api.publish(chain("usesOAuth", { respond: "sync", auth: "key" }, request("asked", { connection: "mine" }), done));
    expect((await run(name)).json.error.message).toContain("is not authorized yet");
    const begun = await call("POST", "/api/connections/mine/authorize");
    expect(begun.json).toMatchObject({ redirectUri: "http://127.0.0.1:3000/api/oauth/callback" });
    const callback = await provider.authorize(begun.json.url);
    const page = await back(callback);
    expect([page.status, page.headers.get("content-type"), page.headers.get("cache-control")]).toEqual([
      200,
      "text/html; charset=utf-8",
      "no-store",
    ]);
    expect(page.text).toContain("<h1>Connected</h1>");
    expect(page.headers.get("referrer-policy")).toBe("no-referrer");
    const again = await back(callback);
    expect([again.status, again.text.includes("it was used already")]).toEqual([400, true]);

    expect((await run(name)).json).toBe(200);
    const first = called.at(-1);
    accepts = (token) => (`Bearer ${token}` === first ? 401 : 200);
    expect((await run(name)).json).toBe(200);
    accepts = () => 200;
    expect(called.slice(-2)).toEqual([first, expect.stringMatching(/^Bearer .{20,}$/)]);
    expect(called.at(-1)).not.toBe(first);

    const details = await call("GET", "/api/connections/mine");
    expect(details.json).toMatchObject({
      status: "ready",
      kind: "oauth2",
      scopes: oauth.scopes,
      oauth: { clientId: CLIENT.id, clientSecretSet: true, renewable: true },
    });
    expect(details.text).not.toContain(CLIENT.secret);
    expect((await call("DELETE", "/api/connections/mine?force=true")).json).toEqual({ alias: "mine", removed: true, revoked: true });
  });

  it("answers a person who declined with a page that says what to do", async () => {
    await add({ alias: "declined", service: "http", oauth: custom() });
    const { url } = (await call("POST", "/api/connections/declined/authorize")).json;
    const page = await back(await provider.authorize(url, { deny: true }));
    expect([page.status, page.text.includes("The authorization was declined"), page.text.includes("Begin again")]).toEqual([
      403,
      true,
      true,
    ]);
    expect((await call("GET", "/api/connections/declined")).json).toMatchObject({
      status: "unauthorized",
      lastError: expect.stringContaining("declined"),
    });
  });

  it("shows nothing that stands in the address as markup", async () => {
    const { url } = (await call("POST", "/api/connections/declined/authorize")).json;
    const state = new URL(url).searchParams.get("state") ?? "";
    const page = await api.call(
      "GET",
      `/api/oauth/callback?state=${state}&error=%3Cscript%3Ealert(1)%3C%2Fscript%3E&error_description=%22%3E%3Cimg%20src%3Dx%3E`,
    );
    expect(page.status).toBe(400);
    expect(page.text).not.toMatch(/<script|<img/);
    expect((await api.call("GET", "/api/oauth/callback")).status).toBe(400);
  });

  it("is bound to the browser that began it on a page of ours", async () => {
    const begun = await api.call("POST", "/api/connections/declined/authorize", {
      key: admin,
      headers: { "sec-fetch-site": "same-origin" },
    });
    const cookie = begun.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^weft_authorization=[\w-]{43}; Path=\/api; Max-Age=600; HttpOnly; SameSite=Lax$/);
    const stolen = await provider.authorize(begun.json.url);
    expect((await back(stolen)).text).toContain("begun in another browser");
    const next = await api.call("POST", "/api/connections/declined/authorize", {
      key: admin,
      headers: { "sec-fetch-site": "same-origin", cookie: cookie.split(";")[0] ?? "" },
    });
    const page = await back(await provider.authorize(next.json.url), { cookie: cookie.split(";")[0] ?? "" });
    expect(page.status).toBe(200);
  });
});

describe("a variable", () => {
  it("is plain or secret, and a secret one is never shown nor made plain", async () => {
    expect((await call("PUT", "/api/variables/API_URL", { value: "https://x.example" })).json).toEqual({
      name: "API_URL",
      secret: false,
      value: "https://x.example",
      source: "workspace",
      updatedAt: expect.any(String),
    });
    expect((await call("PUT", "/api/variables/SIGNING_KEY", { value: "signing-secret", secret: true })).json).toMatchObject({
      secret: true,
      value: null,
    });
    expect((await call("PUT", "/api/variables/SIGNING_KEY", { value: "another-secret" })).json).toMatchObject({
      secret: true,
      value: null,
    });
    expect((await call("PUT", "/api/variables/SIGNING_KEY", { value: "x", secret: false })).status).toBe(409);
    expect((await call("PUT", "/api/variables/lower", { value: "x" })).status).toBe(400);
    const list = await call("GET", "/api/variables");
    expect(list.json.variables.map(({ name, secret }: { name: string; secret: boolean }) => [name, secret])).toEqual([
      ["API_URL", false],
      ["SIGNING_KEY", true],
    ]);
    expect(list.text).not.toContain("another-secret");
  });

  it("is read by workflows: a plain one anywhere, a secret one inside a step", async () => {
    const config = { url: `http://${host}/`, headers: { authorization: "Bearer {{ env.SIGNING_KEY }}" } };
    const name = await api.publish(
      chain(
        "readsVariables",
        { respond: "sync", auth: "key" },
        { id: "asked", kind: "http.request", config },
        { id: "result", kind: "control.return", config: { value: "{{ env.API_URL }}" } },
      ),
    );
    expect((await run(name)).json).toBe("https://x.example");
    expect(called.at(-1)).toBe("Bearer another-secret");
    const leaking = chain("leaks", {}, { id: "result", kind: "control.return", config: { value: "{{ env.SIGNING_KEY }}" } });
    expect((await call("POST", "/api/workflows", leaking)).json.error.details.diagnostics[0].code).toBe("secret-outside-step");
    const unknown = chain("unknown", {}, { id: "result", kind: "control.return", config: { value: "{{ env.API_URI }}" } });
    expect((await call("POST", "/api/workflows", unknown)).json.error.details.diagnostics[0].code).toBe("unknown-variable");
  });

  it("comes from the environment when the workspace does not set it", async () => {
    process.env["WEFT_ENV_REGION"] = "eu";
    process.env["WEFT_SECRET_PEPPER"] = "pepper-secret";
    const { json, text } = await call("GET", "/api/variables");
    delete process.env["WEFT_ENV_REGION"];
    delete process.env["WEFT_SECRET_PEPPER"];
    expect(json.variables).toContainEqual({ name: "REGION", secret: false, value: "eu", source: "environment", updatedAt: null });
    expect(json.variables).toContainEqual({ name: "PEPPER", secret: true, value: null, source: "environment", updatedAt: null });
    expect(text).not.toContain("pepper-secret");
  });

  it("is removed once, and not while workflows read it", async () => {
    const refused = await call("DELETE", "/api/variables/SIGNING_KEY");
    expect([refused.status, refused.json.error.message]).toEqual([
      409,
      "The variable SIGNING_KEY cannot be removed: readsVariables reads it.",
    ]);
    expect((await call("DELETE", "/api/variables/SIGNING_KEY?force=true")).status).toBe(200);
    expect((await run("readsVariables")).status).toBe(500);
    await call("PUT", "/api/variables/UNREAD", { value: "x" });
    expect((await call("DELETE", "/api/variables/UNREAD")).status).toBe(200);
    expect((await call("DELETE", "/api/variables/API_URL?force=true")).json).toEqual({ name: "API_URL", removed: true });
    expect((await call("DELETE", "/api/variables/API_URL?force=true")).status).toBe(404);
  });
});

it("keeps a workspace's settings, with defaults for the rest", async () => {
  expect((await call("GET", "/api/settings")).json).toEqual({ looseData: "warn" });
  expect((await call("PATCH", "/api/settings", { looseData: "error" })).json).toEqual({ looseData: "error" });
  expect((await call("PATCH", "/api/settings", {})).json).toEqual({ looseData: "error" });
  expect((await call("PATCH", "/api/settings", { looseData: "maybe" })).status).toBe(400);
  expect((await call("PATCH", "/api/settings", { looseData: "warn" })).json).toEqual({ looseData: "warn" });
});

it("lists what there is to connect to", async () => {
  const { types } = (await call("GET", "/api/connection-types")).json;
  const github = types.find(({ service: name }: { service: string }) => name === "github");
  expect(github).toMatchObject({
    label: "GitHub",
    oauth: { redirectUri: "http://127.0.0.1:3000/api/oauth/callback", serverClient: false },
  });
  expect(github.fields[0]).toMatchObject({ name: "token", secret: true, optional: false, variable: "GITHUB_TOKEN" });
  expect(types.map(({ service: name }: { service: string }) => name)).toEqual(
    expect.arrayContaining(["http", "linkedin", "google", "slack"]),
  );
});
