/** Long because each provider's documented answers stand here whole, beside what we make of them. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { CredentialType } from "../../plugins/kit/define-credential.ts";
import { defineCredential } from "../../plugins/kit/define-credential.ts";
import type { LoopbackServer } from "../../plugins/kit/loopback-server.ts";
import { startLoopbackServer } from "../../plugins/kit/loopback-server.ts";
import { discordCredential } from "../../plugins/discord/credential.ts";
import { githubCredential } from "../../plugins/github/credential.ts";
import { googleCredential } from "../../plugins/google/credential.ts";
import { httpCredential } from "../../plugins/http/credential.ts";
import { linearCredential } from "../../plugins/linear/credential.ts";
import { microsoftCredential } from "../../plugins/microsoft/credential.ts";
import { notionCredential } from "../../plugins/notion/credential.ts";
import { slackCredential } from "../../plugins/slack/credential.ts";
import { createTestDatabase } from "../db/test-database.ts";
import { addConnection } from "./add-connection.ts";
import { beginAuthorization } from "./begin-authorization.ts";
import { endAuthorization } from "./end-authorization.ts";
import type { TestHost } from "./host-for-test.ts";
import { createTestHost } from "./host-for-test.ts";
import { credentialTypesOf } from "./credential-types.ts";
import { linkedin } from "./providers/linkedin.ts";
import { storedConnections } from "./resolve-connection.ts";
import { showConnection } from "./show-connection.ts";

/** What a provider's documentation says it answers; the requests are what it documents to take. */
interface Dialect {
  readonly answer: { readonly status?: number; readonly type?: string; readonly body: unknown };
  /** Of the token request, where it is not a form with the client in it. */
  readonly request?: "basic" | "basic and json";
  readonly token: string;
  readonly refreshToken?: string;
  readonly scopes: readonly string[];
  readonly expires: boolean;
}

let server: LoopbackServer;
let test: TestHost;
let answer: Dialect["answer"] = { body: {} };
let count = 0;

beforeAll(async () => {
  server = await startLoopbackServer((_, response) => {
    const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
    response.writeHead(answer.status ?? 200, { "content-type": answer.type ?? "application/json" }).end(text);
  });
  test = await createTestHost(await createTestDatabase(), [], [server.host]);
});
afterAll(async () => {
  await test.close();
  await server.close();
});
beforeEach(() => {
  server.calls.length = 0;
});

const REDIRECT = "http://127.0.0.1:3000/api/oauth/callback";
const CLIENT = { clientId: "client-id", clientSecret: "client-secret-of-test" };

/** The credential as its plugin declares it, at a token endpoint on loopback. */
function onLoopback(credential: CredentialType): CredentialType {
  if (!credential.oauth) throw new Error(`${credential.service} has no OAuth definition.`);
  return { ...credential, oauth: { ...credential.oauth, tokenUrl: `${server.url}/token` } };
}

function credentialOf(service: string): CredentialType {
  const found = [
    discordCredential,
    githubCredential,
    googleCredential,
    linearCredential,
    microsoftCredential,
    notionCredential,
    slackCredential,
  ].find((credential) => credential.service === service);
  if (!found) throw new Error(`No credential of ${service}.`);
  return found;
}

/** What no plugin declares, and other ways of services that one does. */
const elsewhere: Record<string, CredentialType> = {
  linkedin,
  slackUser: defineCredential(
    "slackUser",
    { userToken: { label: "Token", env: "SLACK_USER_TOKEN" } },
    {
      oauth: {
        authorizeUrl: "https://slack.com/oauth/v2/authorize",
        tokenUrl: "https://slack.com/api/oauth.v2.access",
        scopes: [],
        tokenPath: "authed_user",
        tokenField: "userToken",
      },
    },
  ),
};

async function authorize(credential: CredentialType): Promise<{ alias: string; url: URL; end: () => ReturnType<typeof endAuthorization> }> {
  const type = onLoopback(credential);
  const known = credentialTypesOf(
    [httpCredential, type].map((one) => ({ name: one.service, label: one.service, description: "", credential: one, actions: [] })),
  );
  const host = { ...test.host, credentialTypes: known };
  const alias = `c-${++count}`;
  await addConnection(host, test.access, { alias, service: type.service, oauth: CLIENT });
  const begun = await beginAuthorization(host, test.access, alias, { redirectUri: REDIRECT });
  const url = new URL(begun.url);
  const callback = new URLSearchParams({ code: "the-code", state: url.searchParams.get("state") ?? "" });
  return { alias, url, end: () => endAuthorization(host, callback) };
}

it.each<[string, Dialect]>([
  [
    // docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps
    "github",
    {
      answer: { body: { access_token: "gho_16C7e42F292c6912E7710c838347Ae178B4a", scope: "repo,gist", token_type: "bearer" } },
      token: "gho_16C7e42F292c6912E7710c838347Ae178B4a",
      scopes: ["repo", "gist"],
      expires: false,
    },
  ],
  [
    // The same page: the answer in its default encoding.
    "github",
    {
      answer: {
        type: "application/x-www-form-urlencoded; charset=utf-8",
        body: "access_token=gho_form&scope=repo%2Cgist&token_type=bearer",
      },
      token: "gho_form",
      scopes: ["repo", "gist"],
      expires: false,
    },
  ],
  [
    // docs.slack.dev/authentication/installing-with-oauth: a bot's token at the top, with token rotation.
    "slack",
    {
      answer: {
        body: {
          ok: true,
          access_token: "xoxe.xoxb-1-bot",
          token_type: "bot",
          scope: "chat:write,users:read",
          bot_user_id: "U0KRQLJ9H",
          app_id: "A0KRD7HC3",
          expires_in: 43_200,
          refresh_token: "xoxe-1-refresh",
          team: { name: "Slack Pickleball Team", id: "T9TK3CUKW" },
          enterprise: null,
          authed_user: { id: "U1234", scope: "chat:write", access_token: "xoxp-user", token_type: "user" },
        },
      },
      token: "xoxe.xoxb-1-bot",
      refreshToken: "xoxe-1-refresh",
      scopes: ["chat:write", "users:read"],
      expires: true,
    },
  ],
  [
    // The same page: a person's token is one level down.
    "slackUser",
    {
      answer: {
        body: {
          ok: true,
          app_id: "A0",
          authed_user: { id: "U1234", scope: "search:read", access_token: "xoxp-1234", token_type: "user" },
          team: { id: "T9" },
          enterprise: null,
        },
      },
      token: "xoxp-1234",
      scopes: ["search:read"],
      expires: false,
    },
  ],
  [
    // developers.notion.com/docs/authorization: Basic, a JSON body, a null where there is no refresh token.
    "notion",
    {
      answer: {
        body: {
          access_token: "ntn_1",
          token_type: "bearer",
          refresh_token: null,
          bot_id: "b3414d65",
          workspace_id: "17ab3186",
          owner: { workspace: true },
        },
      },
      request: "basic and json",
      token: "ntn_1",
      scopes: [],
      expires: false,
    },
  ],
  [
    // learn.microsoft.com/linkedin/shared/authentication/authorization-code-flow: no token_type.
    "linkedin",
    {
      answer: { body: { access_token: "AQUvlL_DYEzvT2wz1QJiEPeLioeA", expires_in: 5_184_000, scope: "r_basicprofile" } },
      token: "AQUvlL_DYEzvT2wz1QJiEPeLioeA",
      scopes: ["r_basicprofile"],
      expires: true,
    },
  ],
  [
    // discord.com/developers/docs/topics/oauth2
    "discord",
    {
      answer: {
        body: {
          access_token: "6qrZcUqja7812RVdnEKjpzOL4CvHBFG",
          token_type: "Bearer",
          expires_in: 604_800,
          refresh_token: "D43f5y0ahjqew82jZ4NViEr2YafMKhue",
          scope: "identify guilds",
        },
      },
      token: "6qrZcUqja7812RVdnEKjpzOL4CvHBFG",
      refreshToken: "D43f5y0ahjqew82jZ4NViEr2YafMKhue",
      scopes: ["identify", "guilds"],
      expires: true,
    },
  ],
  [
    // developers.google.com/identity/protocols/oauth2/web-server, with an id token, which we do not ask for and do not read.
    "google",
    {
      answer: {
        body: {
          access_token: "1/fFAGRNJru1FTz70BzhT3Zg",
          expires_in: "3920",
          token_type: "Bearer",
          scope: "https://www.googleapis.com/auth/drive",
          refresh_token: "1//xEoDL4iW3cxlI7yDbSRFYNG01kVKM2C",
          id_token: "not.a.token",
        },
      },
      token: "1/fFAGRNJru1FTz70BzhT3Zg",
      refreshToken: "1//xEoDL4iW3cxlI7yDbSRFYNG01kVKM2C",
      scopes: ["https://www.googleapis.com/auth/drive"],
      expires: true,
    },
  ],
  [
    // learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
    "microsoft",
    {
      answer: {
        body: {
          access_token: "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsIng1dCI6Ik5HVEZ2ZEstZnl0aEV1Q",
          token_type: "Bearer",
          expires_in: 3_599,
          ext_expires_in: 3_599,
          scope: "https://graph.microsoft.com/Mail.Read offline_access",
          refresh_token: "AwABAAAAvPM1KaPlrEqdFSBzjqfTGAMxZGUTdM0t4B4",
          id_token: "eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0.e30.",
        },
      },
      token: "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsIng1dCI6Ik5HVEZ2ZEstZnl0aEV1Q",
      refreshToken: "AwABAAAAvPM1KaPlrEqdFSBzjqfTGAMxZGUTdM0t4B4",
      scopes: ["https://graph.microsoft.com/Mail.Read", "offline_access"],
      expires: true,
    },
  ],
  [
    // linear.app/developers/oauth-2-0-authentication
    "linear",
    {
      answer: {
        body: {
          access_token: "00a21d8b0c4e2375114e49c067dfb81eb0d2076f",
          token_type: "Bearer",
          expires_in: 86_399,
          scope: "read write",
          refresh_token: "refresh-of-linear",
        },
      },
      token: "00a21d8b0c4e2375114e49c067dfb81eb0d2076f",
      refreshToken: "refresh-of-linear",
      scopes: ["read", "write"],
      expires: true,
    },
  ],
])("understands %s", async (service, dialect) => {
  answer = dialect.answer;
  const { alias, end, url } = await authorize(elsewhere[service] ?? credentialOf(service));
  expect(await end()).toMatchObject({ alias, scopes: dialect.scopes });
  const tokens = await test.readTokens(alias);
  expect([tokens?.accessToken, tokens?.refreshToken, tokens?.expiresAt !== undefined]).toEqual([
    dialect.token,
    dialect.refreshToken,
    dialect.expires,
  ]);
  const call = server.calls[0];
  const isJson = dialect.request === "basic and json";
  const sent = isJson ? JSON.parse(call?.body ?? "") : Object.fromEntries(new URLSearchParams(call?.body));
  expect(sent).toMatchObject({ grant_type: "authorization_code", code: "the-code", redirect_uri: REDIRECT });
  expect(call?.headers).toMatchObject({
    accept: "application/json",
    "content-type": expect.stringContaining(isJson ? "application/json" : "application/x-www-form-urlencoded"),
  });
  const basic = `Basic ${Buffer.from("client-id:client-secret-of-test").toString("base64")}`;
  expect([call?.headers.authorization, sent.client_secret]).toEqual(
    dialect.request ? [basic, undefined] : [undefined, CLIENT.clientSecret],
  );
  // PKCE is asked for and answered, or neither.
  expect(url.searchParams.has("code_challenge")).toBe(sent.code_verifier !== undefined);
});

it.each<[string, string, Dialect["answer"], string]>([
  [
    "github",
    "an error with status 200",
    { body: { error: "bad_verification_code", error_description: "The code passed is incorrect or expired." } },
    "says bad_verification_code: The code passed is incorrect or expired.",
  ],
  [
    "github",
    "an error in form encoding",
    { type: "application/x-www-form-urlencoded", body: "error=incorrect_client_credentials&error_description=No." },
    "says incorrect_client_credentials: No.",
  ],
  ["slack", "ok: false", { body: { ok: false, error: "invalid_code" } }, "says invalid_code"],
  ["slack", "ok: false for want of time", { body: { ok: false, error: "ratelimited" } }, "says ratelimited"],
  [
    "notion",
    "an error with a code",
    { status: 401, body: { object: "error", status: 401, code: "unauthorized", message: "API token is invalid." } },
    "says unauthorized: API token is invalid.",
  ],
  [
    "discord",
    "an error object",
    { status: 400, body: { error: { code: 50_035, message: "Invalid Form Body" } } },
    "says 50035: Invalid Form Body",
  ],
])("reads from %s %s", async (service, _what, given, message) => {
  answer = given;
  const { alias, end } = await authorize(elsewhere[service] ?? credentialOf(service));
  await expect(end()).rejects.toThrow(message);
  expect((await showConnection(test.host, test.access, alias)).status).toBe("unauthorized");
});

it("asks Slack for its scopes with commas, and Google for a refresh token", async () => {
  expect((await authorize(credentialOf("slack"))).url.searchParams.get("scope")).toMatch(/^[\w:.]+(,[\w:.]+)+$/);
  const google = (await authorize(credentialOf("google"))).url.searchParams;
  expect([google.get("access_type"), google.get("prompt")]).toEqual(["offline", "consent"]);
});

it("gives HTTP calls a LinkedIn connection for LinkedIn's API alone", async () => {
  answer = { body: { access_token: "AQU-token", expires_in: 5_184_000 } };
  const { alias, end } = await authorize(linkedin);
  await end();
  const { resolve } = storedConnections(test.host, {});
  expect(await resolve(httpCredential, alias, test.access.workspaceId)).toEqual({ token: "AQU-token", hosts: "api.linkedin.com" });
});

it("gives a connection to no other service", async () => {
  answer = { body: { access_token: "gho_other" } };
  const { alias, end } = await authorize(credentialOf("github"));
  await end();
  const { resolve } = storedConnections(test.host, {});
  await expect(resolve(httpCredential, alias, test.access.workspaceId)).rejects.toThrow(
    `The connection "${alias}" is for github, not for http.`,
  );
});

it("takes the server's own client for a ready definition, and for that alone", async () => {
  process.env["WEFT_OAUTH_GITHUB_CLIENT_ID"] = "server-client";
  process.env["WEFT_OAUTH_GITHUB_CLIENT_SECRET"] = "server-secret-123";
  process.env["WEFT_OAUTH_HTTP_CLIENT_ID"] = "server-client";
  process.env["WEFT_ALLOWED_PRIVATE_HOSTS"] = server.host;
  answer = { body: { access_token: "gho_server" } };
  const host = {
    ...test.host,
    credentialTypes: credentialTypesOf([
      { name: "github", label: "GitHub", description: "", credential: onLoopback(credentialOf("github")), actions: [] },
    ]),
  };
  await addConnection(host, test.access, { alias: "by-server", service: "github", oauth: {} });
  const { url } = await beginAuthorization(host, test.access, "by-server", { redirectUri: REDIRECT });
  const asked = new URL(url).searchParams;
  expect(asked.get("client_id")).toBe("server-client");
  await endAuthorization(host, new URLSearchParams({ code: "c", state: asked.get("state") ?? "" }));
  expect(new URLSearchParams(server.calls[0]?.body).get("client_secret")).toBe("server-secret-123");
  const custom = { authorizeUrl: `${server.url}/auth`, tokenUrl: `${server.url}/token` };
  await expect(addConnection(test.host, test.access, { alias: "custom", service: "http", oauth: { provider: custom } })).rejects.toThrow(
    "body.oauth.clientId: is missing",
  );
  await expect(addConnection(host, test.access, { alias: "custom", service: "github", oauth: { provider: custom } })).rejects.toThrow(
    "github has its own",
  );
});

it.each([
  ["http://example.com/token", "must be https"],
  ["https://169.254.169.254/token", "is not a public address"],
  ["https://[::1]/token", "is not a public address"],
  ["https://user:pass@example.com/token", "holds a user name"],
  ["javascript:alert(1)", "is not an https address"],
])("asks no token of %s", async (tokenUrl, message) => {
  const provider = { authorizeUrl: "https://example.com/auth", tokenUrl };
  await expect(addConnection(test.host, test.access, { alias: "custom", service: "http", oauth: { ...CLIENT, provider } })).rejects.toThrow(
    message,
  );
});

it("asks the server that a described service named when the connection was made, whatever it names later", async () => {
  process.env["WEFT_ALLOWED_PRIVATE_HOSTS"] = server.host;
  const describe = (base: string) => {
    const oauth = { authorizeUrl: `${base}/auth`, tokenUrl: `${base}/token`, scopes: ["read"] };
    const credential = defineCredential("acme", { token: { label: "Token", env: "ACME_TOKEN" } }, { oauth });
    const service = { service: "acme", label: "Acme", credential, described: true };
    return { ...test.host, credentialTypes: { find: async () => service, list: async () => [service] } };
  };
  const evil = describe("https://evil.example");
  await addConnection(describe(server.url), test.access, { alias: "described", service: "acme", oauth: CLIENT });
  answer = { body: { access_token: "acme-token" } };
  const { url } = await beginAuthorization(evil, test.access, "described", { redirectUri: REDIRECT });
  expect([new URL(url).origin, new URL(url).searchParams.get("scope")]).toEqual([server.url, "read"]);
  await endAuthorization(evil, new URLSearchParams({ code: "c", state: new URL(url).searchParams.get("state") ?? "" }));
  expect(server.calls.map(({ url: path }) => path)).toEqual(["/token"]);
  const http = describe("http://plain.example");
  await expect(addConnection(http, test.access, { alias: "plain", service: "acme", oauth: CLIENT })).rejects.toThrow("must be https");
});
