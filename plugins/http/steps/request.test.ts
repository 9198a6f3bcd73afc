import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FatalError, RetryableError } from "workflow";
import type { LoopbackServer, ReceivedCall } from "../../kit/loopback-server.ts";
import { startLoopbackServer } from "../../kit/loopback-server.ts";
import { stepError } from "../../kit/step-error.ts";
import { withStepContext } from "../../kit/step-context.ts";
import type { RequestInput } from "../types.generated.ts";
import { request } from "./request.ts";

type Answer = (call: ReceivedCall, response: ServerResponse, request: IncomingMessage) => void;

let server: LoopbackServer;
let other: LoopbackServer;
let answer: Answer;
let otherAnswer: Answer;

beforeAll(async () => {
  server = await startLoopbackServer((...call) => answer(...call));
  other = await startLoopbackServer((...call) => otherAnswer(...call));
});
afterAll(() => Promise.all([server.close(), other.close()]));
beforeEach(() => {
  server.calls.length = 0;
  other.calls.length = 0;
  answer = (_, response) => json(response, 200, {});
  otherAnswer = answer;
});

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

async function failureOf(input: Partial<RequestInput>): Promise<Error> {
  const outcome = await request({ url: `${server.url}/x`, ...input }).catch((error: unknown) => error);
  if (outcome instanceof Error) return outcome;
  throw new Error(`expected a failure, got ${JSON.stringify(outcome)}`);
}

function sent(): ReceivedCall {
  const call = server.calls.at(-1);
  if (!call) throw new Error("nothing was sent");
  return call;
}

describe("an answer", () => {
  it("is the status, the headers and the parsed JSON", async () => {
    answer = (_, response) => json(response, 200, { id: 7 }, { "x-page": "2" });
    const output = await request({ url: `${server.url}/orders/7` });
    expect(output).toMatchObject({ status: 200, body: { id: 7 } });
    expect(output.headers["x-page"]).toBe("2");
    expect(sent()).toMatchObject({ method: "GET", url: "/orders/7" });
  });

  it("has null for an empty body", async () => {
    answer = (_, response) => response.writeHead(204).end();
    expect(await request({ url: server.url })).toMatchObject({ status: 204, body: null });
  });

  it("keeps text as text, in the charset it names", async () => {
    answer = (_, response) => response.writeHead(200, { "content-type": "text/plain; charset=latin1" }).end(Buffer.from([0xe9]));
    expect((await request({ url: server.url })).body).toBe("é");
  });

  it("gives binary data as base64", async () => {
    answer = (_, response) => response.writeHead(200, { "content-type": "image/png" }).end(Buffer.from([0, 255, 1]));
    expect((await request({ url: server.url })).body).toBe("AP8B");
  });

  it("drops __proto__ keys from JSON", async () => {
    answer = (_, response) => response.writeHead(200, { "content-type": "application/json" }).end('{"a":{"__proto__":{"x":1},"b":2}}');
    expect(Object.keys((await request({ url: server.url })).body.a)).toEqual(["b"]);
  });

  it("fails for good when its JSON is malformed", async () => {
    answer = (_, response) => response.writeHead(200, { "content-type": "application/json" }).end('{"a":');
    const error = await failureOf({});
    expect(error).toBeInstanceOf(FatalError);
    expect(error.message).toContain("answered 200 with malformed JSON");
    expect(stepError(error)).toMatchObject({ name: "MalformedJson", status: 200 });
  });

  it("may be of a status that was expected", async () => {
    answer = (_, response) => json(response, 404, { gone: true });
    expect(await request({ url: server.url, expectStatus: ["2xx", 404] })).toMatchObject({ status: 404, body: { gone: true } });
    expect(await request({ url: server.url, expectStatus: ["4xx"] })).toMatchObject({ status: 404 });
  });
});

describe("a failure", () => {
  it.each([400, 401, 403, 404, 409, 422])("of status %i is final and carries the server's words", async (status) => {
    answer = (_, response) => json(response, status, { error: { message: "no such order" } });
    const error = await failureOf({});
    expect(error).toBeInstanceOf(FatalError);
    expect(stepError(error)).toEqual({
      name: "HttpError",
      message: `GET ${server.url}/x answered ${status}: no such order`,
      status,
    });
  });

  it.each([408, 425, 429, 500, 502, 503, 504])("of status %i is retried", async (status) => {
    answer = (_, response) => json(response, status, { message: "later" });
    const error = await failureOf({});
    expect(error).toBeInstanceOf(RetryableError);
    expect(stepError(error).status).toBe(status);
  });

  it("honours Retry-After in seconds and as a date", async () => {
    answer = (_, response) => json(response, 429, {}, { "retry-after": "7" });
    const seconds = delayOf(await failureOf({}));
    expect(seconds).toBeGreaterThan(6_000);
    expect(seconds).toBeLessThanOrEqual(7_000);
    answer = (_, response) => json(response, 503, {}, { "retry-after": new Date(Date.now() + 20_000).toUTCString() });
    const date = delayOf(await failureOf({}));
    expect(date).toBeGreaterThan(17_000);
    expect(date).toBeLessThanOrEqual(20_000);
  });

  it("backs off exponentially when the server names no time", async () => {
    answer = (_, response) => json(response, 500, {});
    const attempt = (number: number): Promise<Error> =>
      withStepContext({ idempotencyKey: "k", attempt: number, signal: new AbortController().signal }, () => failureOf({}));
    const [first, fourth] = [delayOf(await attempt(1)), delayOf(await attempt(4))];
    expect(first).toBeGreaterThan(400);
    expect(first).toBeLessThanOrEqual(1_000);
    expect(fourth).toBeGreaterThan(3_900);
    expect(fourth).toBeLessThanOrEqual(8_000);
  });

  it("of the clock is retried", async () => {
    answer = () => undefined;
    const error = await failureOf({ timeout: "80ms" });
    expect(error).toBeInstanceOf(RetryableError);
    expect(stepError(error)).toEqual({ name: "TimeoutError", message: `GET ${server.url}/x did not finish within 80 ms.` });
  });

  it("of the clock also when the body drips in too slowly", async () => {
    answer = (_, response) => {
      response.writeHead(200, { "content-type": "text/plain" });
      const timer = setInterval(() => response.write("x"), 10);
      response.on("close", () => clearInterval(timer));
    };
    expect(stepError(await failureOf({ timeout: "120ms" })).name).toBe("TimeoutError");
  });

  it("takes the shorter of the node's and the policy's timeout", async () => {
    answer = () => undefined;
    const error = await request({ url: `${server.url}/x`, timeout: "5s" }, { timeout: "60ms" }).catch((thrown: unknown) => thrown);
    expect(stepError(error).message).toContain("within 60 ms");
  });

  it("of the connection is retried", async () => {
    answer = (_, response) => response.destroy();
    expect(await failureOf({})).toBeInstanceOf(RetryableError);
    const closed = await startLoopbackServer(() => undefined);
    await closed.close();
    const error = await failureOf({ url: closed.url });
    expect(error).toBeInstanceOf(RetryableError);
    expect(stepError(error)).toMatchObject({ name: "NetworkError" });
    expect(error.message).toContain("ECONNREFUSED");
  });

  it("of a connection that breaks inside the body is retried", async () => {
    answer = (_, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
      response.write('{"a":1', () => response.destroy());
    };
    expect(await failureOf({})).toBeInstanceOf(RetryableError);
  });

  it("never shows the query, which may hold a key", async () => {
    answer = (_, response) => json(response, 400, {});
    expect((await failureOf({ url: `${server.url}/x?key=hidden` })).message).not.toContain("hidden");
  });
});

describe("limits", () => {
  it("refuses an answer larger than 20 MB by default", async () => {
    answer = (_, response) => response.writeHead(200, { "content-type": "text/plain" }).end(Buffer.alloc(20_000_001, "x"));
    const error = await failureOf({});
    expect(error).toBeInstanceOf(FatalError);
    expect(error.message).toContain("more than 20000000 bytes");
  });

  it("counts a compressed answer as it unfolds", async () => {
    const bomb = gzipSync(Buffer.alloc(30_000_000));
    answer = (_, response) => response.writeHead(200, { "content-type": "text/plain", "content-encoding": "gzip" }).end(bomb);
    expect(bomb.length).toBeLessThan(100_000);
    expect(stepError(await failureOf({})).name).toBe("ResponseTooLarge");
  });

  it("takes a limit of one's own", async () => {
    answer = (_, response) => response.writeHead(200, { "content-type": "text/plain" }).end("12345");
    expect((await request({ url: server.url, maxBytes: 5 })).body).toBe("12345");
    expect(await failureOf({ maxBytes: 4 })).toBeInstanceOf(FatalError);
  });
});

describe("redirects", () => {
  it("are followed five times, then refused", async () => {
    answer = (call, response) => {
      const left = Number(call.url.slice(1));
      if (left === 0) return json(response, 200, { arrived: true });
      response.writeHead(302, { location: `/${left - 1}` }).end();
    };
    expect((await request({ url: `${server.url}/5` })).body).toEqual({ arrived: true });
    const error = await failureOf({ url: `${server.url}/6` });
    expect(error).toBeInstanceOf(FatalError);
    expect(error.message).toContain("redirected more than 5 times");
  });

  it("are handed back when none are allowed", async () => {
    answer = (_, response) => response.writeHead(302, { location: "/next" }).end();
    const output = await request({ url: server.url, maxRedirects: 0, expectStatus: [302] });
    expect(output).toMatchObject({ status: 302, headers: { location: "/next" } });
  });

  it("turn a POST into a GET after 303, and repeat it after 307", async () => {
    answer = (call, response) => {
      if (call.url === "/a") return void response.writeHead(303, { location: "/done" }).end();
      if (call.url === "/b") return void response.writeHead(307, { location: "/done" }).end();
      json(response, 200, { method: call.method, body: call.body });
    };
    const post = { method: "POST", body: { x: 1 } } as const;
    expect((await request({ url: `${server.url}/a`, ...post })).body).toEqual({ method: "GET", body: "" });
    expect((await request({ url: `${server.url}/b`, ...post })).body).toEqual({ method: "POST", body: '{"x":1}' });
  });

  it("leave credentials behind when they cross to another origin", async () => {
    process.env.WEFT_CONNECTION_SHOP_KEY = "k-12345";
    answer = (_, response) => response.writeHead(302, { location: `${other.url}/there` }).end();
    await request(
      { url: server.url, auth: "header", authName: "X-Key", headers: { cookie: "a=1", "x-plain": "2" } },
      { connection: "shop" },
    );
    delete process.env.WEFT_CONNECTION_SHOP_KEY;
    expect(sent().headers).toMatchObject({ "x-key": "k-12345", cookie: "a=1" });
    expect(other.calls[0]?.headers).toMatchObject({ "x-plain": "2" });
    expect(other.calls[0]?.headers).not.toHaveProperty("x-key");
    expect(other.calls[0]?.headers).not.toHaveProperty("cookie");
  });

  it("to another scheme are refused", async () => {
    answer = (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end();
    expect(await failureOf({})).toBeInstanceOf(FatalError);
  });
});

describe("a request", () => {
  it("encodes its query and leaves out what is missing", async () => {
    await request({ url: `${server.url}/s?a=1`, query: { q: "ä b&c", list: [1, "two"], none: null, gone: undefined, yes: true } });
    expect(sent().url).toBe("/s?a=1&q=%C3%A4+b%26c&list=1&list=two&yes=true");
  });

  it("sends an object as JSON and text as text", async () => {
    await request({ method: "POST", url: server.url, body: { a: [1, null] } });
    expect(sent()).toMatchObject({ body: '{"a":[1,null]}', headers: { "content-type": "application/json" } });
    await request({ method: "PUT", url: server.url, body: "plain ✓" });
    expect(sent()).toMatchObject({ body: "plain ✓", headers: { "content-type": "text/plain;charset=UTF-8" } });
    await request({ method: "POST", url: server.url, body: "a string", bodyType: "json" });
    expect(sent().body).toBe('"a string"');
  });

  it("sends a form and binary data", async () => {
    await request({ method: "POST", url: server.url, bodyType: "form", body: { a: "x y", b: [1, 2], c: undefined } });
    expect(sent()).toMatchObject({ body: "a=x+y&b=1&b=2" });
    await request({ method: "POST", url: server.url, bodyType: "binary", body: "aGk=", headers: { "content-type": "image/png" } });
    expect(sent()).toMatchObject({ body: "hi", headers: { "content-type": "image/png" } });
    await expect(request({ method: "POST", url: server.url, bodyType: "binary", body: "%" })).rejects.toThrow(
      "A binary body must be base64",
    );
  });

  it("has no body on GET", async () => {
    await expect(request({ url: server.url, body: { a: 1 } })).rejects.toThrow("A GET request cannot have a body");
  });

  it("carries an idempotency key unless it only reads or has one", async () => {
    const run = <T>(fn: () => T): T => withStepContext({ idempotencyKey: "step_1", attempt: 2, signal: new AbortController().signal }, fn);
    await run(() => request({ method: "POST", url: server.url }));
    expect(sent().headers["idempotency-key"]).toBe("step_1");
    await run(() => request({ url: server.url }));
    expect(sent().headers).not.toHaveProperty("idempotency-key");
    await run(() => request({ method: "DELETE", url: server.url, headers: { "Idempotency-Key": "mine" } }));
    expect(sent().headers["idempotency-key"]).toBe("mine");
  });

  it.each([
    [{ "x-a": "1\r\nx-b: 2" }, /"x-a" holds a line break/],
    [{ "x a": "1" }, /"x a" is not a header name/],
    [{ "x-a\r\nb": "1" }, /is not a header name/],
    [{ Host: "elsewhere" }, /"Host" is set by the connection itself/],
    [{ "Transfer-Encoding": "chunked" }, /is set by the connection itself/],
    [{ "x-a": "♥" }, /another character that headers cannot carry/],
  ])("refuses the headers %j", async (headers, message) => {
    await expect(request({ url: server.url, headers: headers as Record<string, string> })).rejects.toThrow(message);
    expect(server.calls).toHaveLength(0);
  });

  it.each([["not a url"], ["ftp://example.com/x"], ["//example.com"], ["javascript:alert(1)"], ["http://user:pass@example.com/"]])(
    "refuses the address %s",
    async (url) => {
      await expect(request({ url })).rejects.toBeInstanceOf(FatalError);
    },
  );

  it("refuses the ports of other protocols for good", async () => {
    await expect(request({ url: "http://127.0.0.1:22/" })).rejects.toBeInstanceOf(FatalError);
  });

  it("stops when its run is cancelled", async () => {
    answer = () => undefined;
    const controller = new AbortController();
    const running = withStepContext({ idempotencyKey: "k", attempt: 1, signal: controller.signal }, () => request({ url: server.url }));
    setTimeout(() => controller.abort(new Error("cancelled")), 30);
    await expect(running).rejects.toThrow("cancelled");
  });
});

describe("authentication", () => {
  it("takes token, user and key from the connection's variables", async () => {
    Object.assign(process.env, {
      WEFT_CONNECTION_TEAM_SHOP_TOKEN: "t-1",
      WEFT_CONNECTION_TEAM_SHOP_USERNAME: "jo",
      WEFT_CONNECTION_TEAM_SHOP_PASSWORD: "pä",
      WEFT_CONNECTION_TEAM_SHOP_KEY: "k-1",
      HTTP_TOKEN: "default",
    });
    const connection = { connection: "team-shop" };
    await request({ url: server.url, auth: "bearer" }, connection);
    expect(sent().headers.authorization).toBe("Bearer t-1");
    await request({ url: server.url, auth: "basic" }, connection);
    expect(sent().headers.authorization).toBe(`Basic ${Buffer.from("jo:pä").toString("base64")}`);
    await request({ url: server.url, auth: "header", authName: "X-Key" }, connection);
    expect(sent().headers["x-key"]).toBe("k-1");
    await request({ url: server.url, auth: "query", authName: "key" }, connection);
    expect(sent().url).toBe("/?key=k-1");
    await request({ url: server.url, auth: "bearer" });
    expect(sent().headers.authorization).toBe("Bearer default");
  });

  it("says which variable is missing", async () => {
    await expect(request({ url: server.url, auth: "bearer" }, { connection: "nowhere" })).rejects.toThrow(
      'WEFT_CONNECTION_NOWHERE_TOKEN is not set, which auth "bearer" needs.',
    );
  });

  it("keeps a credential to its hosts", async () => {
    Object.assign(process.env, { WEFT_CONNECTION_TIED_TOKEN: "t", WEFT_CONNECTION_TIED_HOSTS: "api.example.com" });
    await expect(request({ url: server.url, auth: "bearer" }, { connection: "tied" })).rejects.toThrow("may not be used with 127.0.0.1");
    process.env.WEFT_CONNECTION_TIED_HOSTS = `api.example.com, ${server.host}`;
    await request({ url: server.url, auth: "bearer" }, { connection: "tied" });
    expect(sent().headers.authorization).toBe("Bearer t");
  });

  it("does not show a value that a header cannot carry", async () => {
    process.env.WEFT_CONNECTION_ODD_TOKEN = "secret\nvalue";
    const error = await request({ url: server.url, auth: "bearer" }, { connection: "odd" }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FatalError);
    expect(String(error)).not.toContain("secret");
  });
});

function delayOf(error: Error): number {
  if (!(error instanceof RetryableError)) throw error;
  return error.retryAfter.getTime() - Date.now();
}
