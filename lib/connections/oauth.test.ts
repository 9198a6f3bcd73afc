import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { defineCredential } from "../../plugins/kit/define-credential.ts";
import { authorizations, workspaces } from "../db/schema/index.ts";
import { local } from "../keys/access.ts";
import { createTestDatabase } from "../db/test-database.ts";
import { addConnection } from "./add-connection.ts";
import type { AuthorizationServer } from "./authorization-server.ts";
import { CLIENT, REDIRECT_URI, startAuthorizationServer } from "./authorization-server.ts";
import { beginAuthorization } from "./begin-authorization.ts";
import { endAuthorization } from "./end-authorization.ts";
import type { TestHost } from "./host-for-test.ts";
import { createTestHost } from "./host-for-test.ts";
import { storedConnections } from "./resolve-connection.ts";
import { showConnection } from "./show-connection.ts";

let server: AuthorizationServer;
let evil: AuthorizationServer;
let test: TestHost;
let count = 0;
let alias: string;

const acme = defineCredential(
  "acme",
  { apiToken: { label: "Token", env: "ACME_TOKEN" } },
  {
    oauth: {
      get authorizeUrl() {
        return `${server.url}/auth`;
      },
      get tokenUrl() {
        return `${server.url}/token`;
      },
      get revokeUrl() {
        return `${server.url}/token/revocation`;
      },
      scopes: ["openid", "offline_access", "read"],
      authorizeParams: { prompt: "consent" },
      tokenField: "apiToken",
    },
  },
);
const MINUTE = 60_000;

beforeAll(async () => {
  server = await startAuthorizationServer();
  evil = await startAuthorizationServer();
  test = await createTestHost(await createTestDatabase(), [acme], [server.host, evil.host]);
});
afterAll(async () => {
  await test.close();
  await server.close();
  await evil.close();
});
beforeEach(async () => {
  alias = `acme-${++count}`;
  server.interfere = undefined;
  server.tokenRequests.length = 0;
  await add(alias);
});

const add = (name: string) =>
  addConnection(test.host, test.access, { alias: name, service: "acme", oauth: { clientId: CLIENT.id, clientSecret: CLIENT.secret } });
const begin = (name = alias, browser?: string) =>
  beginAuthorization(test.host, test.access, name, { redirectUri: REDIRECT_URI, ...(browser === undefined ? {} : { browser }) });
const end = (callback: URL, browser?: string) => endAuthorization(test.host, callback.searchParams, { browser });
const show = (name = alias) => showConnection(test.host, test.access, name);
const resolve = (host = test.host) => storedConnections(host, {}).resolve(acme, alias, test.access.workspaceId);
const connect = async (name = alias) => end(await server.authorize((await begin(name)).url));

describe("an authorization", () => {
  it("goes to the server with state, PKCE and scopes, and comes back with a token that steps get", async () => {
    const { url, redirectUri, expiresAt } = await begin();
    const asked = Object.fromEntries(new URL(url).searchParams);
    expect(asked).toEqual({
      client_id: CLIENT.id,
      response_type: "code",
      redirect_uri: REDIRECT_URI,
      scope: "openid offline_access read",
      prompt: "consent",
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
    });
    expect([redirectUri, Date.parse(expiresAt) - Date.now() > 9 * MINUTE]).toEqual([REDIRECT_URI, true]);
    expect((await show()).status).toBe("unauthorized");
    expect(await end(await server.authorize(url))).toEqual({ alias, service: "acme", scopes: ["openid", "offline_access", "read"] });
    expect(await show()).toMatchObject({ status: "ready", lastError: null, oauth: { missingScopes: [], renewable: true } });
    expect(await resolve()).toEqual({ apiToken: (await test.readTokens(alias))?.accessToken });
  });

  it("keeps neither state nor verifier readable", async () => {
    const { url } = await begin();
    const rows = JSON.stringify(await test.host.database.select().from(authorizations));
    expect(rows).not.toContain(new URL(url).searchParams.get("state"));
    await end(await server.authorize(url));
    expect(await test.host.database.select().from(authorizations).where(eq(authorizations.redirectUri, alias))).toEqual([]);
  });

  it("tells a step that nobody has authorized it yet, and what to do", async () => {
    await expect(resolve()).rejects.toThrow(`The connection "${alias}" is not authorized yet. Run: weft connections authorize ${alias}`);
  });

  it("refuses a state that is not ours, and one that is missing", async () => {
    const callback = await server.authorize((await begin()).url);
    const other = new URL(callback);
    other.searchParams.set("state", "x".repeat(43));
    await expect(end(other)).rejects.toMatchObject({ code: "bad_request", message: expect.stringContaining("not known") });
    other.searchParams.delete("state");
    await expect(end(other)).rejects.toThrow("not known");
    expect(server.tokenRequests).toEqual([]);
    await end(callback);
  });

  it("refuses a state that was used, and does not send its code again", async () => {
    const callback = await server.authorize((await begin()).url);
    await end(callback);
    await expect(end(callback)).rejects.toThrow("it was used already");
    expect(server.tokenRequests).toHaveLength(1);
    expect((await show()).status).toBe("ready");
  });

  it("lets one of two callbacks that come at once through", async () => {
    const callback = await server.authorize((await begin()).url);
    const outcomes = await Promise.allSettled([end(callback), end(callback), end(callback)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
  });

  it("refuses one that took longer than ten minutes", async () => {
    const callback = await server.authorize((await begin()).url);
    await test.host.database.update(authorizations).set({ expiresAt: new Date(Date.now() - 1) });
    await expect(end(callback)).rejects.toThrow("longer than ten minutes");
    expect(server.tokenRequests).toEqual([]);
  });

  it("says so when the server finds the code expired or used", async () => {
    const callback = await server.authorize((await begin()).url);
    callback.searchParams.set("code", "made-up-code");
    await expect(end(callback)).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("says invalid_grant"),
      hint: "The code was used before, is too old, or was meant for somebody else. Begin again.",
    });
    expect(await show()).toMatchObject({ status: "unauthorized", lastError: expect.stringContaining("invalid_grant") });
  });

  it("gets nothing for a code that was stolen from another flow: its verifier is not ours", async () => {
    const [mine, theirs] = [await begin(), await begin()];
    const stolen = await server.authorize(theirs.url);
    const callback = await server.authorize(mine.url);
    callback.searchParams.set("code", stolen.searchParams.get("code") ?? "");
    await expect(end(callback)).rejects.toThrow("invalid_grant");
    expect((await show()).status).toBe("unauthorized");
  });

  it("refuses a callback in another browser than the one that began", async () => {
    const callback = await server.authorize((await begin(alias, "browser-one")).url);
    await expect(end(callback, "browser-two")).rejects.toThrow("begun in another browser");
    await expect(end(callback, "browser-one")).rejects.toThrow("used already");
    const again = await server.authorize((await begin(alias, "browser-one")).url);
    await expect(end(again)).rejects.toThrow("begun in another browser");
    await end(await server.authorize((await begin(alias, "browser-one")).url), "browser-one");
    expect((await show()).status).toBe("ready");
  });

  it("ends in the workspace that began it, whoever brings it back", async () => {
    await test.host.database.insert(workspaces).values({ id: "wsp_other", name: "Other" }).onConflictDoNothing();
    const other = local("wsp_other");
    await addConnection(test.host, other, { alias, service: "acme", oauth: { clientId: CLIENT.id, clientSecret: CLIENT.secret } });
    const theirs = await beginAuthorization(test.host, other, alias, { redirectUri: REDIRECT_URI });
    await end(await server.authorize(theirs.url));
    expect((await show()).status).toBe("unauthorized");
    expect((await showConnection(test.host, other, alias)).status).toBe("ready");
    await expect(resolve()).rejects.toThrow("not authorized yet");
    await expect(beginAuthorization(test.host, other, "acme-1", { redirectUri: REDIRECT_URI })).rejects.toThrow('no connection "acme-1"');
  });

  it("tells that the person declined", async () => {
    await expect(end(await server.authorize((await begin()).url, { deny: true }))).rejects.toMatchObject({
      code: "forbidden",
      message: "The authorization was declined: End-User aborted interaction.",
    });
    expect(server.tokenRequests).toEqual([]);
  });

  it("refuses an answer of another issuer", async () => {
    const callback = await server.authorize((await begin()).url);
    callback.searchParams.set("iss", evil.url);
    await expect(end(callback)).rejects.toThrow('unexpected "iss" (issuer)');
    expect([server.tokenRequests, evil.tokenRequests]).toEqual([[], []]);
  });

  it("refuses parameters that are there twice", async () => {
    const callback = await server.authorize((await begin()).url);
    callback.searchParams.append("state", "second");
    await expect(end(callback)).rejects.toThrow("The parameter state is there 2 times.");
  });

  it.each<[string, AuthorizationServer["interfere"], string]>([
    ["answers 500", () => ({ status: 500, body: '{"error":"server_error"}' }), "answered 500"],
    ["answers with a page", () => ({ status: 200, body: "<html>", type: "text/html" }), "did not answer as an OAuth 2.0 server does"],
    ["answers with another shape", () => ({ status: 200, body: '{"token":1}' }), "no_token"],
    ["answers with a list", () => ({ status: 200, body: "[]" }), "did not answer as an OAuth 2.0 server does"],
    ["answers without end", () => ({ status: 200, body: `{"access_token":"${"x".repeat(3_000_000)}"}` }), "more than 1000000 bytes"],
    ["redirects", () => ({ status: 302, body: "" }), "did not answer as an OAuth 2.0 server does"],
    ["hangs up", () => "drop", "cannot be reached"],
    ["refuses the client", () => ({ status: 401, body: '{"error":"invalid_client"}' }), "says invalid_client"],
  ])("gives a clear error when the token endpoint %s", async (_what, interfere, message) => {
    const callback = await server.authorize((await begin()).url);
    server.interfere = interfere;
    const error = await end(callback).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "unavailable", message: expect.stringContaining(message) });
    expect(JSON.stringify(error) + String(error)).not.toContain(CLIENT.secret);
  });

  it("repeats no secret that the token endpoint repeats", async () => {
    const callback = await server.authorize((await begin()).url);
    const code = callback.searchParams.get("code") ?? "";
    server.interfere = () => ({
      status: 400,
      body: JSON.stringify({ error: "invalid_request", error_description: `bad ${CLIENT.secret} ${code}` }),
    });
    await expect(end(callback)).rejects.toThrow("bad [redacted] [redacted]");
    expect((await show()).lastError).toContain("bad [redacted] [redacted]");
  });
});

describe("a token", () => {
  const expireSoon = () => test.changeTokens(alias, { obtainedAt: Date.now() - 59 * MINUTE, expiresAt: Date.now() + MINUTE });
  const expired = () => test.changeTokens(alias, { expiresAt: Date.now() - 1 });
  const renewals = () => server.tokenRequests.filter(({ parameters }) => parameters.get("grant_type") === "refresh_token");

  beforeEach(async () => {
    await connect();
  });

  it("is not renewed while it lasts", async () => {
    const [first, second] = [await resolve(), await resolve()];
    expect([first, renewals()]).toEqual([second, []]);
  });

  it("is renewed before it ends, once, however many steps ask in however many processes", async () => {
    const before = await test.readTokens(alias);
    await expireSoon();
    const hosts = [test.host, test.another(), test.another()];
    const values = await Promise.all(Array.from({ length: 30 }, (_, at) => resolve(hosts[at % hosts.length])));
    expect(renewals()).toHaveLength(1);
    expect(new Set(values.map(({ apiToken }) => apiToken)).size).toBe(1);
    expect(values[0]?.["apiToken"]).not.toBe(before?.accessToken);
    const after = await test.readTokens(alias);
    expect(after?.refreshToken).not.toBe(before?.refreshToken);
    expect(values[0]?.["apiToken"]).toBe(after?.accessToken);
  });

  it("is renewed with the rotated refresh token the next time", async () => {
    await expired();
    await resolve();
    await expired();
    await resolve();
    expect(renewals().map(({ status }) => status)).toEqual([200, 200]);
  });

  it("is used on while it is good when the server cannot be reached, and the server is left alone for a while", async () => {
    const before = await test.readTokens(alias);
    await expireSoon();
    server.interfere = () => ({ status: 503, body: "" });
    expect(await resolve()).toEqual({ apiToken: before?.accessToken });
    expect(await resolve()).toEqual({ apiToken: before?.accessToken });
    expect(renewals()).toHaveLength(1);
    expect((await show()).status).toBe("ready");
  });

  it("makes the step try again later when it has ended and the server cannot be reached", async () => {
    await expired();
    server.interfere = () => "drop";
    await expect(resolve()).rejects.toMatchObject({ name: "RetryableError", message: expect.stringContaining("could not be renewed") });
    server.interfere = undefined;
    expect(Object.keys(await resolve())).toEqual(["apiToken"]);
    expect((await show()).status).toBe("ready");
  });

  it("needs a person when the refresh token was revoked, and the server is not asked again", async () => {
    await expired();
    await server.revokeAll();
    const message = `The connection "${alias}" must be authorized again: ${server.host} says invalid_grant: grant request is invalid. Run: weft connections authorize ${alias}`;
    await expect(resolve()).rejects.toMatchObject({ name: "FatalError", message: expect.stringContaining(message) });
    await expect(resolve(test.another())).rejects.toMatchObject({
      name: "FatalError",
      message: expect.stringContaining("must be authorized again"),
    });
    expect(renewals()).toHaveLength(1);
    expect(await show()).toMatchObject({ status: "needs_reauthorization", lastError: expect.stringContaining("invalid_grant") });
    await connect();
    expect(Object.keys(await resolve())).toEqual(["apiToken"]);
    expect((await show()).status).toBe("ready");
  });

  it("is renewed once when the service does not take it, and not again when the new one is not taken either", async () => {
    const { resolve: values, renew } = storedConnections(test.host, {});
    const { workspaceId } = test.access;
    const first = await values(acme, alias, workspaceId);
    const all = await Promise.all(Array.from({ length: 5 }, () => renew(acme, alias, workspaceId, first)));
    expect([all, renewals().length]).toEqual([[true, true, true, true, true], 1]);
    const second = await values(acme, alias, workspaceId);
    expect(second).not.toEqual(first);
    expect(await renew(acme, alias, workspaceId, second)).toBe(false);
    expect(await renew(acme, alias, workspaceId, first)).toBe(true);
    expect(renewals()).toHaveLength(1);
  });

  it("is not waited for longer than ten seconds", async () => {
    await expireSoon();
    server.interfere = () => "hang";
    const start = Date.now();
    expect(Object.keys(await resolve())).toEqual(["apiToken"]);
    expect(Date.now() - start).toBeLessThan(12_000);
  });

  it("does not keep the rest of the process from its database while many servers do not answer", async () => {
    const names = Array.from({ length: 12 }, (_, at) => `${alias}-slow-${at}`);
    for (const name of names) {
      await add(name);
      await connect(name);
      await test.changeTokens(name, { expiresAt: Date.now() - 1 });
    }
    server.interfere = () => "hang";
    const { resolve: values } = storedConnections(test.host, {});
    const asked = names.map((name) => values(acme, name, test.access.workspaceId).catch(() => undefined));
    for (; server.tokenRequests.length < 4 + 13;) await sleep(10);
    const start = Date.now();
    expect((await show()).status).toBe("ready");
    expect(Date.now() - start).toBeLessThan(1_000);
    expect(server.tokenRequests.filter(({ parameters }) => parameters.get("grant_type") === "refresh_token").length).toBeLessThan(5);
    server.hangUp();
    await Promise.all(asked);
  });

  it("survives a process that dies while it asks: the lock goes with it", async () => {
    await expired();
    server.interfere = () => "hang";
    const dying = test.another();
    const asked = resolve(dying).catch(() => undefined);
    for (; server.tokenRequests.length < 2;) await sleep(10);
    server.interfere = undefined;
    await test.host.database.execute(
      "select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' and datname = current_database()",
    );
    expect(Object.keys(await resolve())).toEqual(["apiToken"]);
    server.hangUp();
    await asked;
  });
});

describe("client credentials", () => {
  it("are exchanged for a token when it is first needed, once, and again when it ends", async () => {
    process.env["WEFT_ALLOWED_PRIVATE_HOSTS"] = server.host;
    const name = `${alias}-machine`;
    await addConnection(test.host, test.access, {
      alias: name,
      service: "http",
      oauth: {
        grant: "client_credentials",
        clientId: CLIENT.id,
        clientSecret: CLIENT.secret,
        scopes: ["read"],
        provider: { tokenUrl: `${server.url}/token` },
      },
    });
    const http = (await test.host.credentialTypes.find("http", ""))?.credential ?? acme;
    const ask = () => storedConnections(test.host, {}).resolve(http, name, test.access.workspaceId);
    const values = await Promise.all([ask(), ask(), ask()]);
    expect(new Set(values.map(({ token }) => token)).size).toBe(1);
    expect(server.tokenRequests.map(({ parameters }) => [parameters.get("grant_type"), parameters.get("scope")])).toEqual([
      ["client_credentials", "read"],
    ]);
    await test.changeTokens(name, { expiresAt: Date.now() - 1 });
    expect((await ask())["token"]).not.toBe(values[0]?.["token"]);
    await expect(begin(name)).rejects.toThrow("fetches its tokens itself");
  });
});
