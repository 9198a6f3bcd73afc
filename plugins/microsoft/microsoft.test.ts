import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { LoopbackServer } from "../kit/loopback-server.ts";
import { startLoopbackServer } from "../kit/loopback-server.ts";
import { stepError } from "../kit/step-error.ts";
import { withStepContext } from "../kit/step-context.ts";
import { graphApi } from "./api.ts";
import { listPages } from "./list-pages.ts";
import { instant, quoteOData, quoteSearch } from "./odata.ts";

const graph = graphApi("Graph");
let server: LoopbackServer;
let answers: readonly { status: number; body: object }[];

beforeAll(async () => {
  server = await startLoopbackServer((_, response) => {
    const answer = answers[server.calls.length - 1] ?? answers.at(-1);
    const text = JSON.stringify(answer?.body).replaceAll("SERVER", server.url);
    response.writeHead(answer?.status ?? 200, { "content-type": "application/json" }).end(text);
  });
});
afterAll(() => server.close());
beforeEach(() => {
  server.calls.length = 0;
  answers = [{ status: 200, body: {} }];
});

function withValues<T>(values: Record<string, string>, run: () => Promise<T>): Promise<T> {
  const resolveCredential = async (): Promise<Record<string, string>> => ({ ...values, baseUrl: server.url });
  return withStepContext({ idempotencyKey: "k", attempt: 1, signal: new AbortController().signal, resolveCredential }, run);
}

describe("a call of Microsoft Graph", () => {
  it("carries the access token", async () => {
    await withValues({ token: "eyJ" }, () => graph.send({ path: "/me/messages" }, {}));
    expect(server.calls.map(({ url, headers }) => [url, headers.authorization])).toEqual([["/me/messages", "Bearer eyJ"]]);
  });

  it("gets a token for an application once, and speaks for the person it acts for", async () => {
    answers = [
      { status: 200, body: { access_token: "app", expires_in: 3599, token_type: "Bearer" } },
      { status: 200, body: {} },
    ];
    const values = { tenantId: "contoso", clientId: "id", clientSecret: "s3cret", user: "ada@contoso.com" };
    await withValues(values, () => graph.send({ path: "/me/messages" }, {}));
    await withValues(values, () => graph.send({ path: "/teams/1/channels" }, {}));
    expect(server.calls.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "POST /contoso/oauth2/v2.0/token",
      "GET /users/ada%40contoso.com/messages",
      "GET /teams/1/channels",
    ]);
    expect(Object.fromEntries(new URLSearchParams(server.calls[0]?.body))).toEqual({
      grant_type: "client_credentials",
      client_id: "id",
      client_secret: "s3cret",
      scope: "https://graph.microsoft.com/.default",
    });
    expect(server.calls[1]?.headers.authorization).toBe("Bearer app");
  });

  it("says what the sign-in refuses, without the secret", async () => {
    answers = [{ status: 401, body: { error: "invalid_client", error_description: "AADSTS7000215: Invalid client secret provided." } }];
    const values = { tenantId: "fabrikam", clientId: "id", clientSecret: "s3cret" };
    const error = await withValues(values, () => graph.send({ path: "/users" }, {})).catch((thrown: unknown) => thrown);
    expect(stepError(error).message).toBe(
      "Microsoft sign-in: POST /fabrikam/oauth2/v2.0/token answered 401: AADSTS7000215: Invalid client secret provided.",
    );
  });

  it("asks for a credential where there is none", async () => {
    const error = await withValues({}, () => graph.send({ path: "/me" }, {})).catch((thrown: unknown) => thrown);
    expect(stepError(error).name).toBe("MissingCredential");
    expect(server.calls).toEqual([]);
  });

  it("gives Graph's own words, code and request id", async () => {
    const innerError = { date: "2026-11-21T12:00:00", "request-id": "6dd4a4a5-5a5e" };
    answers = [{ status: 404, body: { error: { code: "ErrorItemNotFound", message: "The specified object was not found.", innerError } } }];
    const error = await withValues({ token: "t" }, () => graph.send({ path: "/me/messages/1" }, {})).catch((thrown: unknown) => thrown);
    expect(stepError(error)).toEqual({
      name: "HttpError",
      status: 404,
      requestId: "6dd4a4a5-5a5e",
      message: "Graph: GET /me/messages/1 answered 404: The specified object was not found. (ErrorItemNotFound)",
    });
  });

  it("follows a list by the query of the next page's address alone", async () => {
    answers = [
      { status: 200, body: { value: [1, 2], "@odata.nextLink": "https://evil.example.com/v1.0/me/messages?%24top=3&%24skip=2" } },
      { status: 200, body: { value: [3, 4] } },
    ];
    const items = await withValues({ token: "t" }, () => listPages(graph, { path: "/me/messages" }, { limit: 3, largest: 50 }, {}));
    expect(items).toEqual([1, 2, 3]);
    expect(server.calls.map(({ url }) => url)).toEqual(["/me/messages?%24top=3", "/me/messages?%24top=3&%24skip=2"]);
  });
});

describe("texts inside OData", () => {
  it("cannot leave their quotes", () => {
    expect(quoteOData("o'neil' or 1 eq 1")).toBe("'o''neil'' or 1 eq 1'");
    expect(quoteSearch('say "hi" \\ bye')).toBe('"say \\"hi\\" \\\\ bye"');
  });

  it("take only times as times", () => {
    expect(instant("2030-01-01T10:00:00+01:00", "since")).toBe("2030-01-01T09:00:00.000Z");
    expect(() => instant("2030 or true", "since")).toThrow("since must be a time");
  });
});
