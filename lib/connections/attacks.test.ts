import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { defineCredential } from "../../plugins/kit/define-credential.ts";
import { createTestDatabase } from "../db/test-database.ts";
import { authorizations, connections, workspaces } from "../db/schema/index.ts";
import type { Access } from "../keys/access.ts";
import { local } from "../keys/access.ts";
import { addConnection } from "./add-connection.ts";
import type { AuthorizationServer } from "./authorization-server.ts";
import { CLIENT, REDIRECT_URI, startAuthorizationServer } from "./authorization-server.ts";
import { beginAuthorization } from "./begin-authorization.ts";
import { changeConnection } from "./change-connection.ts";
import { newConnectionSchema } from "./connection-input.ts";
import { endAuthorization } from "./end-authorization.ts";
import type { TestHost } from "./host-for-test.ts";
import { createTestHost } from "./host-for-test.ts";
import { listConnections } from "./list-connections.ts";
import { removeConnection } from "./remove-connection.ts";
import { storedConnections } from "./resolve-connection.ts";
import { showConnection } from "./show-connection.ts";
import { findConnection, updateConnection } from "./store.ts";
import { testConnection } from "./test-connection.ts";

let server: AuthorizationServer;
let test: TestHost;
let count = 0;
let alias: string;

const fields = {
  token: { label: "Token", env: "ACME_TOKEN", optional: true },
  baseUrl: { label: "Address", env: "ACME_BASE_URL", secret: false, optional: true },
};
const acme = defineCredential("acme", fields, {
  oauth: {
    get authorizeUrl() {
      return `${server.url}/auth`;
    },
    get tokenUrl() {
      return `${server.url}/token`;
    },
    scopes: ["openid", "offline_access", "read"],
    authorizeParams: { prompt: "consent" },
  },
});
const other = defineCredential("other", fields);
const stranger: Access = local("wsp_stranger");

beforeAll(async () => {
  server = await startAuthorizationServer();
  test = await createTestHost(await createTestDatabase(), [acme, other], [server.host]);
  await test.host.database.insert(workspaces).values({ id: stranger.workspaceId, name: "Stranger" });
});
afterAll(async () => {
  await test.close();
  await server.close();
});
beforeEach(() => {
  alias = `acme-${++count}`;
  server.interfere = undefined;
  server.tokenRequests.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

const addOAuth = () =>
  addConnection(test.host, test.access, { alias, service: "acme", oauth: { clientId: CLIENT.id, clientSecret: CLIENT.secret } });
const addToken = (name: string, token: string, service = "acme") =>
  addConnection(test.host, test.access, { alias: name, service, fields: { token } });
const begin = () => beginAuthorization(test.host, test.access, alias, { redirectUri: REDIRECT_URI });
const end = (callback: URL, host = test.host) => endAuthorization(host, callback.searchParams);
const connect = async () => {
  await addOAuth();
  await end(await server.authorize((await begin()).url));
};
const resolve = (name = alias, type = acme) => storedConnections(test.host, {}).resolve(type, name, test.access.workspaceId);
const renewals = () => server.tokenRequests.filter(({ parameters }) => parameters.get("grant_type") === "refresh_token");

describe("another workspace", () => {
  it.each<[string, () => Promise<unknown>]>([
    ["show", () => showConnection(test.host, stranger, alias)],
    ["change", () => changeConnection(test.host, stranger, alias, { label: "mine" })],
    ["test", () => testConnection({ ...test.host, plugins: { connectionChecks: {} } }, stranger, alias)],
    ["authorize", () => beginAuthorization(test.host, stranger, alias, { redirectUri: REDIRECT_URI })],
    ["remove", () => removeConnection(test.host, stranger, alias, { force: true })],
  ])("cannot %s a connection", async (_what, attempt) => {
    await addToken(alias, "marked-token");
    await expect(attempt()).rejects.toMatchObject({ code: "not_found", message: `There is no connection "${alias}".` });
    expect(await resolve()).toEqual({ token: "marked-token" });
    expect((await showConnection(test.host, test.access, alias)).label).toBe("");
  });

  it("cannot use one in a run, by its alias or as the default, nor see it in a list", async () => {
    await addToken(alias, "marked-token");
    await changeConnection(test.host, test.access, alias, { default: true });
    const { resolve: values, renew } = storedConnections(test.host, {});
    await expect(values(acme, alias, stranger.workspaceId)).rejects.toThrow(`There is no connection "${alias}".`);
    expect(await values(acme, undefined, stranger.workspaceId)).toEqual({});
    expect(await renew(acme, alias, stranger.workspaceId, { token: "marked-token" })).toBe(false);
    expect(await listConnections(test.host, stranger)).toEqual({ connections: [] });
  });

  it("changes nothing by an id that it knows", async () => {
    await addToken(alias, "marked-token");
    const row = await findConnection(test.host.database, test.access.workspaceId, alias);
    await updateConnection(test.host.database, stranger.workspaceId, row?.id ?? "", { label: "mine" });
    expect((await showConnection(test.host, test.access, alias)).label).toBe("");
  });
});

describe("who can write to the database", () => {
  it.each<[string, () => Promise<void>]>([
    ["the ciphertext of another connection", async () => swap({ service: "acme" })],
    ["the ciphertext of another service's", async () => swap({ service: "other" })],
    ["another service's name", async () => setRow({ service: "other" })],
    [
      "another workspace",
      async () => {
        await setRow({ workspaceId: stranger.workspaceId });
        await expect(storedConnections(test.host, {}).resolve(acme, alias, stranger.workspaceId)).rejects.toThrow("altered or moved");
        await setRow({ workspaceId: test.access.workspaceId, service: "other" }, stranger.workspaceId);
      },
    ],
  ])("gets nothing by giving a connection %s", async (_what, tamper) => {
    await addToken(alias, "marked-token");
    await tamper();
    for (const type of [acme, other])
      await expect(resolve(alias, type)).rejects.toThrow(/was altered or moved|is for (?:acme|other), not for/);
  });

  async function setRow(values: Partial<typeof connections.$inferInsert>, workspaceId = test.access.workspaceId): Promise<void> {
    const row = await findConnection(test.host.database, workspaceId, alias);
    await test.host.database
      .update(connections)
      .set(values)
      .where(eq(connections.id, row?.id ?? ""));
  }

  async function swap({ service }: { service: string }): Promise<void> {
    await addToken(`${alias}-victim`, "marked-victim", service);
    const victim = await findConnection(test.host.database, test.access.workspaceId, `${alias}-victim`);
    await setRow({ ciphertext: victim?.ciphertext ?? Buffer.alloc(0) });
  }
});

describe("a connection that changes while a person authorizes it", () => {
  it("forgets what was begun when its address changes: the person agreed to another one", async () => {
    await addOAuth();
    const { url } = await begin();
    await changeConnection(test.host, test.access, alias, { fields: { baseUrl: "https://evil.example" } });
    await expect(end(await server.authorize(url))).rejects.toThrow("is not known");
    expect(await test.host.database.select().from(authorizations)).toEqual([]);
    expect(await test.readTokens(alias)).toBeUndefined();
  });

  it.each([
    ["address", { fields: { baseUrl: "https://evil.example" } }],
    ["authorization server's client", { oauth: { clientId: "evil" } }],
  ])("does not keep the token when its %s changes between the code and the answer", async (_what, changes) => {
    await addOAuth();
    const callback = await server.authorize((await begin()).url);
    const slow: typeof test.host = {
      ...test.host,
      egress: async (...call) => {
        const answer = await test.host.egress(...call);
        await changeConnection(test.host, test.access, alias, changes);
        return answer;
      },
    };
    await expect(end(callback, slow)).rejects.toThrow(`The connection "${alias}" was changed while it was authorized.`);
    expect(await test.readTokens(alias)).toBeUndefined();
  });
});

describe("an authorization server that means harm", () => {
  it.each([1e300, 1.7e308, "99999999999999999999", 1e16])(
    "says that a token lives %s seconds, and the connection still works",
    async (seconds) => {
      await addOAuth();
      server.interfere = () => ({ status: 200, body: JSON.stringify({ access_token: "t-1", token_type: "bearer", expires_in: seconds }) });
      await end(await server.authorize((await begin()).url));
      expect(await resolve()).toEqual({ token: "t-1" });
      expect(Date.parse((await showConnection(test.host, test.access, alias)).expiresAt ?? "")).toBeLessThan(
        Date.now() + 11 * 365 * 86_400_000,
      );
    },
  );

  it.each([0, -1, "-5", "soon", null, [[]], {}, Number.MIN_VALUE])(
    "says that a token lives %j seconds, and the connection still opens",
    async (seconds) => {
      await addOAuth();
      server.interfere = () => ({ status: 200, body: JSON.stringify({ access_token: "t-1", token_type: "bearer", expires_in: seconds }) });
      await end(await server.authorize((await begin()).url));
      expect((await showConnection(test.host, test.access, alias)).status).toBe("ready");
    },
  );

  it("cannot steer a terminal, a page or the database by what it says", async () => {
    await addOAuth();
    const callback = new URL((await begin()).redirectUri);
    const hostile = "no\u0000pe \u001b[2J\u001b]0;owned\u0007 \u202egnirts\u2028<script>alert(1)</script>\r\nSet-Cookie: a=b";
    callback.searchParams.set("state", new URL((await begin()).url).searchParams.get("state") ?? "");
    callback.searchParams.set("error", "server\u0000_error\u001b[31m");
    callback.searchParams.set("error_description", hostile);
    const said = "no pe [2J ]0;owned gnirts <script>alert(1)</script> Set-Cookie: a=b";
    await expect(end(callback)).rejects.toMatchObject({
      code: "bad_request",
      message: `The provider answered server _error [31m: ${said}.`,
    });
    expect((await showConnection(test.host, test.access, alias)).lastError).toContain(said);

    server.interfere = () => ({ status: 400, body: JSON.stringify({ error: "invalid_grant", error_description: hostile }) });
    await expect(end(await server.authorize((await begin()).url))).rejects.toMatchObject({
      code: "unavailable",
      message: `acme gave no token: ${server.host} says invalid_grant: ${said}.`,
    });
  });

  it("names no account that a terminal would obey", async () => {
    await addToken(alias, "marked-token-0123456789");
    const account = "ada\u0000\u001b[2J\u202e marked-token-0123456789";
    const plugins = { connectionChecks: { acme: async () => async () => ({ account }) } };
    expect(await testConnection({ ...test.host, plugins }, test.access, alias)).toMatchObject({ ok: true, message: /^Connected as ada/ });
    const shown = await showConnection(test.host, test.access, alias);
    expect(shown.account).toMatch(/^[\x20-\x7e]+$/);
  });
});

describe("what a person types", () => {
  const problems = (changes: object) =>
    newConnectionSchema
      .safeParse({ alias: "a", service: "acme", ...changes })
      .error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);

  it.each<[object, string]>([
    [{ label: "a\u0000b" }, "label holds a control character."],
    [{ label: "\u001b[2J" }, "label holds a control character."],
    [{ fields: { token: "" } }, "fields.token is empty."],
    [{ fields: { token: "\n" } }, "fields.token is empty or holds a null character."],
    [{ fields: { token: "a\u0000b" } }, "fields.token is empty or holds a null character."],
    [{ fields: { token: "x".repeat(65_537) } }, "fields.token is longer than 65536 characters."],
    [{ oauth: { scopes: ['a" onclick='] } }, "oauth.scopes.0 is not a scope."],
    [{ service: "__proto__" }, "service is not a service's name."],
  ])("is refused before it reaches the database: %j", (changes, problem) => {
    expect(problems(changes)).toEqual([problem]);
  });

  it("is told the service that it probably means", async () => {
    const add = (service: string) => addConnection(test.host, test.access, { alias, service, fields: { token: "t" } });
    await expect(add("acmee")).rejects.toMatchObject({
      code: "not_found",
      hint: expect.stringMatching(/^Did you mean acme\? There are: /),
    });
    await expect(add("constructor")).rejects.toMatchObject({ code: "not_found", hint: expect.stringMatching(/^There are: /) });
  });

  it("is no field that every object has", async () => {
    const fieldsOf = JSON.parse('{"token":"t","__proto__":"x","constructor":"y"}');
    await expect(addConnection(test.host, test.access, { alias, service: "acme", fields: fieldsOf })).rejects.toMatchObject({
      code: "invalid_input",
      details: { fields: [{ path: "body.fields.__proto__" }, { path: "body.fields.constructor" }] },
    });
  });
});

describe("a storm of steps", () => {
  it("in two processes asks for a new token once, and all get it", async () => {
    await connect();
    await test.changeTokens(alias, { expiresAt: Date.now() - 1 });
    const hosts = [test.host, test.another()].map((host) => storedConnections(host, {}));
    const asked = Array.from({ length: 50 }, (_, at) => hosts[at % 2]?.resolve(acme, alias, test.access.workspaceId));
    expect(new Set((await Promise.all(asked)).map((values) => values?.["token"])).size).toBe(1);
    expect(renewals()).toHaveLength(1);
  });

  it("whose token is refused again and again asks once a minute, and still asks an hour later", async () => {
    await connect();
    vi.useFakeTimers({ toFake: ["Date"] });
    await test.changeTokens(alias, { expiresAt: Date.now() + 86_400_000 });
    const { resolve: values, renew } = storedConnections(test.host, {});
    const refuse = async () => renew(acme, alias, test.access.workspaceId, await values(acme, alias, test.access.workspaceId));
    expect(await refuse()).toBe(true);
    for (let at = 0; at < 5; at++) expect(await refuse()).toBe(false);
    expect(renewals()).toHaveLength(1);
    // A server that says no lifetime: only a refusal tells that a token has ended.
    vi.setSystemTime(Date.now() + 3_600_000);
    await test.changeTokens(alias, { expiresAt: Date.now() + 86_400_000 });
    expect(await refuse()).toBe(true);
    expect(renewals()).toHaveLength(2);
  });
});
