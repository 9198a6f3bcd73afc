import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kebabCase } from "../../plugins/kit/catalog.ts";
import type { LoopbackServer } from "../../plugins/kit/loopback-server.ts";
import { startLoopbackServer } from "../../plugins/kit/loopback-server.ts";
import { withStepContext } from "../../plugins/kit/step-context.ts";
import { stepError } from "../../plugins/kit/step-error.ts";
import type { Step } from "../../plugins/kit/step-options.ts";
import { acme } from "./acme-for-test.ts";
import { callOperation } from "./call-operation.ts";
import { printService } from "./print-service.ts";
import type { ServiceDefinition } from "./service-definition.ts";
import { operationOf } from "./service-operation.ts";

const KIT = join(import.meta.dirname, "../../plugins/kit");
let server: LoopbackServer;
let folder: string;
let answer: { status: number; type: string; body: string };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "weft-service-"));
  server = await startLoopbackServer((_, response) => {
    response.writeHead(answer.status, { "content-type": answer.type, "x-request-id": "req_1" });
    response.end(answer.body);
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

/** The printed step, loaded from a folder as an export has it. */
async function loadPrinted(service: ServiceDefinition, name: string, at: string): Promise<Step<unknown, unknown>> {
  const plugins = join(folder, at, "plugins");
  for (const [file, text] of Object.entries(printService(service, new Set([name])))) {
    const path = join(plugins, "acme", file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  symlinkSync(KIT, join(plugins, "kit"));
  const loaded = (await import(pathToFileURL(join(plugins, "acme", "steps", `${kebabCase(name)}.ts`)).href)) as Record<
    string,
    Step<unknown, unknown>
  >;
  const step = loaded[name];
  if (!step) throw new Error(`${name} is not exported`);
  return step;
}

let count = 0;

/** What both ways of calling an action sent and gave. */
async function callBoth(name: string, input: object, given: Partial<typeof answer> = {}, changes: object = {}) {
  answer = { status: 200, type: "application/json", body: '{"id":"1"}', ...given };
  const service = acme(`${server.url}/v1`, changes);
  const action = service.actions.find((candidate) => candidate.name === name);
  if (!action) throw new Error(name);
  const printed = await loadPrinted(service, name, `n${count++}`);
  const ways = [
    (options: object) => callOperation(operationOf(service, action), input, options),
    (options: object) => printed(input, options),
  ];
  const results = [];
  for (const way of ways) {
    server.calls.length = 0;
    const context = {
      idempotencyKey: "key-1",
      attempt: 1,
      signal: new AbortController().signal,
      resolveCredential: async () => ({ token: "t0ken", username: "ann", password: "pass", key: "k3y", appId: "a-1", tenant: "t-1" }),
    };
    const output = await withStepContext(context, async () => way({})).catch((error: unknown) => ({ error: stepError(error) }));
    const calls = server.calls.map(({ method, url, headers, body }) => ({
      method,
      url,
      headers: plain(headers),
      body: withoutBoundary(body),
    }));
    results.push({ output, calls });
  }
  const [generic, written] = results;
  expect(written).toEqual(generic);
  return { output: generic?.output, call: generic?.calls[0], calls: generic?.calls.length };
}

function plain(headers: object): object {
  const dropped = new Set([
    "host",
    "connection",
    "content-length",
    "accept-encoding",
    "accept-language",
    "sec-fetch-mode",
    "user-agent",
    "transfer-encoding",
  ]);
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !dropped.has(name))
      .map(([name, value]) => [name, withoutBoundary(String(value))]),
  );
}

function withoutBoundary(text: string): string {
  return text.replace(/-*formdata-undici-\d+(?:--)?/g, "BOUNDARY");
}

describe("the generic step and the printed one", () => {
  it("send path, query, headers and JSON as the definition says", async () => {
    const { call, output } = await callBoth("createOrder", {
      shop: "a/b ?",
      number: 7,
      dry_run: false,
      expand: ["x", "y"],
      range: { gt: 1 },
      ids: [1, 2],
      "X-Trace": "t",
      retries: 0,
      shop_body: "inner",
      order: { sku: "loom" },
      "odd name": "o",
    });
    expect(call).toEqual({
      method: "POST",
      url: "/v1/shops/a%2Fb%20%3F/orders/7?dry_run=false&expand%5B0%5D=x&expand%5B1%5D=y&range%5Bgt%5D=1&ids=1%2C2",
      headers: {
        accept: "application/json",
        authorization: "Bearer t0ken",
        "content-type": "application/json",
        "idempotency-key": "key-1",
        "x-acme-version": "2026-01-01",
        "x-retries": "0",
        "x-trace": "t",
      },
      body: '{"shop":"inner","order":{"sku":"loom"},"odd name":"o"}',
    });
    expect(output).toEqual({ id: "1" });
  });

  it("write lists and objects into paths, headers and cookies as the definition says", async () => {
    const { call } = await callBoth(
      "call",
      {
        range: { from: 1, to: 2 },
        tags: ["a", "b"],
        point: { x: 1, y: 2 },
        "X-Point": { x: 1, y: 2 },
        "X-Pairs": { x: 1, y: 2 },
        "X-Json": { x: 1 },
        "X-Flag": true,
        session: "s 1",
        patch: 1,
      },
      {},
      {
        auth: { type: "header", name: "Cookie", prefix: "SID=" },
        actions: [
          {
            name: "call",
            label: "Call",
            method: "PATCH",
            path: "/r/{range}/{tags}/{point}",
            contentType: "application/merge-patch+json",
            accept: "application/hal+json",
            input: {
              properties: {
                range: { type: "object", "x-style": "pairs" },
                tags: { type: "array", items: { type: "string" } },
                point: { type: "object", "x-style": "matrixPairs" },
                "X-Point": { type: "object", "x-in": "header" },
                "X-Pairs": { type: "object", "x-in": "header", "x-style": "pairs" },
                "X-Json": { type: "object", "x-in": "header", "x-style": "json" },
                "X-Flag": { type: "boolean", "x-in": "header" },
                "X-None": { type: "object", "x-in": "header" },
                session: { type: "string", "x-in": "cookie" },
                debug: { type: "integer", "x-in": "cookie" },
                patch: { type: "integer" },
              },
            },
          },
        ],
      },
    );
    expect(call).toEqual({
      method: "PATCH",
      url: "/v1/r/from%3D1%2Cto%3D2/a%2Cb/%3Bx%3D1%3By%3D2",
      headers: {
        accept: "application/hal+json",
        "content-type": "application/merge-patch+json",
        cookie: "session=s%201; SID=k3y",
        "idempotency-key": "key-1",
        "x-acme-version": "2026-01-01",
        "x-point": "x,1,y,2",
        "x-pairs": "x=1,y=2",
        "x-json": '{"x":1}',
        "x-flag": "true",
      },
      body: '{"patch":1}',
    });
  });

  it("leave out what is not given", async () => {
    const { call } = await callBoth("createOrder", { shop: "s", number: 1, order: {} });
    expect(call).toMatchObject({ url: "/v1/shops/s/orders/1", body: '{"order":{}}' });
  });

  it.each<[string, object, object]>([
    ["listOrders", { limit: 2, status: ["open", "paid"] }, { method: "GET", url: "/v1/orders?limit=2&status=open&status=paid", body: "" }],
    [
      "payOrder",
      { amount: 1, metadata: { a: { b: 1 } }, tags: ["x", "y"] },
      { method: "POST", url: "/v1/pay", body: "amount=1&metadata%5Ba%5D%5Bb%5D=1&tags=x&tags=y" },
    ],
    [
      "upload",
      { name: "n.png", body: "aGk=" },
      { method: "PUT", url: "/v1/files/n.png", body: "hi", headers: { "content-type": "image/png" } },
    ],
    ["say", { words: "hello" }, { method: "POST", body: "hello", headers: { "content-type": "text/plain" } }],
    ["say", {}, { method: "POST", body: "" }],
    ["replace", { all: [1, 2] }, { method: "PATCH", body: "[1,2]", headers: { "x-once": "key-1" } }],
    ["acme", { why: "so" }, { method: "DELETE", url: "/v1/ping?why=so", body: "" }],
  ])("send %s alike", async (name, input, call) => {
    expect((await callBoth(name, input)).call).toMatchObject(call);
  });

  it("send files", async () => {
    const { call } = await callBoth("attach", { file: { content: "aGk=", name: "a.txt" }, note: "n" });
    expect(call?.body).toMatch(
      /name="file"; filename="a.txt"\r\nContent-Type: application\/octet-stream\r\n\r\nhi\r\n[^]*name="note"\r\n\r\nn\r\n/,
    );
  });

  it.each([
    ["upload", { name: "n", body: "aGk=" }, { body: "\u00ff", type: "image/png" }, "w78="],
    ["say", { words: "x" }, { body: '{"a":1}', type: "application/json" }, '{"a":1}'],
    ["attach", {}, { body: '{"a":1}', type: "application/json" }, { a: 1 }],
    ["attach", {}, { body: "fine", type: "text/plain" }, "fine"],
    ["acme", {}, { body: "", status: 204 }, null],
  ])("read the answer of %s alike", async (name, input, given, output) => {
    expect((await callBoth(name, input, given)).output).toEqual(output);
  });

  it.each<[object, object]>([
    [{ type: "basic" }, { authorization: "Basic YW5uOnBhc3M=" }],
    [{ type: "header", name: "X-Key", prefix: "Token " }, { "x-key": "Token k3y" }],
    [
      { type: "oauth2", tokenUrl: "https://acme.example.com/token", authorizeUrl: "https://acme.example.com/authorize" },
      { authorization: "Bearer t0ken" },
    ],
  ])("authenticate with %j", async (auth, headers) => {
    expect((await callBoth("listOrders", {}, {}, { auth })).call?.headers).toMatchObject(headers);
  });

  it("authenticate in the query, or not at all", async () => {
    expect((await callBoth("listOrders", { limit: 1 }, {}, { auth: { type: "query", name: "api_key" } })).call?.url).toBe(
      "/v1/orders?limit=1&api_key=k3y",
    );
    expect((await callBoth("listOrders", {}, {}, { auth: { type: "none" } })).call?.headers).not.toHaveProperty("authorization");
  });

  it("send every key that is asked for", async () => {
    const extraKeys = [
      { field: "appId", label: "App", in: "header", name: "X-App-Id" },
      { field: "tenant", label: "Tenant", in: "query", name: "tenant" },
    ];
    const { call } = await callBoth("listOrders", {}, {}, { auth: { type: "header", name: "X-Key" }, extraKeys });
    expect(call).toMatchObject({ url: "/v1/orders?tenant=t-1", headers: { "x-key": "k3y", "x-app-id": "a-1" } });
    const alone = await callBoth("listOrders", {}, {}, { auth: { type: "none" }, extraKeys });
    expect(alone.call).toMatchObject({ url: "/v1/orders?tenant=t-1", headers: { "x-app-id": "a-1" } });
  });

  it("fail with the service's words, status and request id", async () => {
    const { output } = await callBoth("listOrders", {}, { status: 422, body: '{"error":{"message":"no such shop"}}' });
    expect(output).toMatchObject({
      error: { name: "HttpError", status: 422, requestId: "req_1", message: expect.stringContaining("no such shop") },
    });
  });

  it("take an answer of 200 that says no for a failure", async () => {
    const { output } = await callBoth("listOrders", {}, { body: '{"ok":false,"error":"channel_not_found"}' });
    expect(output).toMatchObject({ error: { message: expect.stringContaining("channel_not_found") } });
  });

  it.each([
    [{ shop: "", number: 1, order: {} }],
    [{ shop: "..", number: 1, order: {} }],
    [{ shop: "s", number: 1, order: {}, "X-Trace": "a\r\nX-Evil: 1" }],
  ])("call nobody with %j", async (input) => {
    const { calls, output } = await callBoth("createOrder", input);
    expect([calls, output]).toEqual([0, { error: expect.objectContaining({ name: expect.stringMatching(/^Invalid/) }) }]);
  });
});

it("names the field that is missing, and the one that is not there", async () => {
  const service = acme("https://acme.example.com");
  const [action] = service.actions;
  if (!action) throw new Error("no action");
  const operation = operationOf(service, action);
  await expect(callOperation(operation, { shop: "s" })).rejects.toThrow('The input of acme.createOrder lacks the field "number".');
  await expect(callOperation(operation, { shop: "s", nmber: 1 })).rejects.toThrow('has no field "nmber"');
  const optional = acme("https://acme.example.com", {
    actions: [{ name: "get", label: "Get", method: "GET", path: "/{id}", input: { properties: { id: {} } } }],
  });
  expect(optional.actions[0]?.input.required).toEqual(["id"]);
  await expect(callOperation(operation, [])).rejects.toThrow("must be an object");
});
