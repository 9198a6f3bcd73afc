import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRateLimit } from "../../lib/triggers/rate-limit.ts";
import { triggerWorkflow } from "../../lib/triggers/trigger-workflow.ts";
import type { Api } from "./start-api.ts";
import { chain, startApi, until } from "./start-api.ts";

let api: Api;
let key: string;

const orderSchema = { type: "object", required: ["orderId"], properties: { orderId: { type: "string" }, count: { type: "integer" } } };

beforeAll(async () => {
  api = await startApi();
  ({ key } = await api.newKey());
  await api.publish(
    chain(
      "echo",
      {},
      {
        id: "result",
        kind: "control.return",
        config: { value: { body: "{{ input.body }}", query: "{{ input.query }}", headers: "{{ input.headers }}" } },
      },
    ),
  );
  await api.publish(
    chain(
      "order",
      { input: orderSchema },
      { id: "total", kind: "code", config: { source: "return count * 2;", inputs: { count: "{{ input.body.count ?? 1 }}" } } },
      {
        id: "result",
        kind: "control.return",
        config: {
          value: { id: "{{ input.body.orderId }}", total: "{{ total }}" },
          status: 201,
          headers: { "X-Order": "{{ input.body.orderId }}" },
        },
      },
    ),
  );
  await api.publish(chain("later", { respond: "async" }, { id: "result", kind: "control.return", config: { value: "{{ input.body }}" } }));
  await api.publish(chain("open", { auth: "none" }, { id: "result", kind: "control.return", config: { value: "open" } }));
  await api.publish(chain("broken", {}, { id: "stop", kind: "control.fail", config: { message: "No stock of {{ input.body.sku }}" } }));
  await api.publish(
    chain(
      "page",
      {},
      { id: "result", kind: "control.return", config: { value: "<h1>Hi</h1>", status: 200, headers: { "Content-Type": "text/html" } } },
    ),
  );
  await api.publish(chain("naps", {}, { id: "nap", kind: "control.sleep", config: { for: "1h" } }));
  await api.publish(chain("nothing", {}, { id: "made", kind: "control.set", config: { fields: { a: 1 } } }));
  await api.publish(chain("byHand", { on: "manual" }, { id: "result", kind: "control.return", config: { value: "{{ input }}" } }));
});
afterAll(() => api.close());

describe("a sync trigger", () => {
  it("answers with the workflow's own status, headers and body", async () => {
    const answer = await api.call("POST", "/api/triggers/order", { key, json: { orderId: "A-1", count: 4 } });
    expect([answer.status, answer.json]).toEqual([201, { id: "A-1", total: 8 }]);
    expect(answer.headers.get("x-order")).toBe("A-1");
    expect(answer.headers.get("weft-run")).toMatch(/^run_/);
  });

  it("gives the run the body, the query and the headers, without the caller's key", async () => {
    const answer = await api.call("POST", "/api/triggers/echo?page=2", {
      key,
      json: { a: [1, null] },
      headers: { "x-trace": "t1", cookie: "a=b" },
    });
    expect(answer.json.body).toEqual({ a: [1, null] });
    expect(answer.json.query).toEqual({ page: "2" });
    expect(answer.json.headers).toMatchObject({ "x-trace": "t1", "content-type": "application/json" });
    expect(Object.keys(answer.json.headers)).not.toContain("authorization");
    expect(Object.keys(answer.json.headers)).not.toContain("cookie");
  });

  it.each([
    ["text", "text/plain", "hello", "hello"],
    ["a form", "application/x-www-form-urlencoded", "a=1&b=x+y", { a: "1", b: "x y" }],
    ["no body", "application/json", "", null],
  ])("reads %s", async (_name, type, body, expected) => {
    const answer = await api.call("POST", "/api/triggers/echo", { key, body, headers: { "content-type": type } });
    expect(answer.json.body).toEqual(expected);
  });

  it("keeps every character of a body, those that databases dislike too", async () => {
    const text = "null \u0000, emoji 🧵, \u2028, \u202e, </script>, ${x}";
    const answer = await api.call("POST", "/api/triggers/echo", { key, json: { [text]: text } });
    expect(answer.json.body).toEqual({ [text]: text });
  });

  it("answers null when the workflow returns nothing", async () => {
    const answer = await api.call("POST", "/api/triggers/nothing", { key });
    expect([answer.status, answer.text]).toEqual([200, "null"]);
  });

  it("keeps a page a workflow made away from our origin", async () => {
    const answer = await api.call("POST", "/api/triggers/page", { key });
    expect([answer.status, answer.text]).toEqual([200, "<h1>Hi</h1>"]);
    expect(answer.headers.get("content-security-policy")).toMatch(/^sandbox;/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("tells a caller whose patience ends where to look", async () => {
    const request = new Request("http://weft.test/api/triggers/naps", { method: "POST", headers: { authorization: `Bearer ${key}` } });
    const answer = await triggerWorkflow(api.server, request, { workflow: "naps", url: (path) => `http://weft.test${path}`, patience: 50 });
    const { run } = (await answer.json()) as { run: { id: string; url: string; status: string } };
    expect([answer.status, answer.headers.get("location"), run.status]).toEqual([202, `http://weft.test/api/runs/${run.id}`, "running"]);
  });

  it("says which node failed and why, with the run's address", async () => {
    const answer = await api.call("POST", "/api/triggers/broken", { key, json: { sku: "S-9" } });
    expect([answer.status, answer.json.error.code, answer.json.error.message]).toEqual([500, "run_failed", "No stock of S-9"]);
    const { details } = answer.json.error;
    expect(details.status).toBe("failed");
    const run = await api.call("GET", new URL(details.url).pathname, { key });
    expect([run.status, run.json.status, run.json.error.message]).toEqual([200, "failed", "No stock of S-9"]);
  });
});

describe("an async trigger", () => {
  it("answers at once with the run's address, where the result appears", async () => {
    const answer = await api.call("POST", "/api/triggers/later", { key, json: { a: 1 } });
    expect(answer.status).toBe(202);
    expect(answer.headers.get("location")).toBe(answer.json.run.url);
    const path = new URL(answer.json.run.url).pathname;
    expect(path).toBe(`/api/runs/${answer.json.run.id}`);
    const run = await until(
      () => api.call("GET", path, { key }),
      (found) => found.json.status === "completed",
    );
    expect([run.json.result, run.json.trigger, run.json.workflow, run.json.version]).toEqual([{ a: 1 }, "http", "later", 1]);
  });

  it("starts a workflow without an http trigger by hand", async () => {
    const answer = await api.call("POST", "/api/triggers/byHand", { key, json: { a: 1 } });
    expect(answer.status).toBe(202);
    const run = await until(
      () => api.call("GET", `/api/runs/${answer.json.run.id}`, { key }),
      (found) => found.json.status === "completed",
    );
    expect([run.json.result, run.json.trigger]).toEqual([{ a: 1 }, "manual"]);
  });
});

describe("what a trigger refuses", () => {
  it("an input that does not fit the schema, naming every field", async () => {
    const answer = await api.call("POST", "/api/triggers/order", { key, json: { count: "many" } });
    expect([answer.status, answer.json.error.code]).toEqual([400, "invalid_input"]);
    expect(answer.json.error.details.fields).toEqual([
      { path: "body.orderId", message: "is required." },
      { path: "body.count", message: "must be integer, not string." },
    ]);
  });

  it("malformed JSON and unknown content types", async () => {
    const malformed = await api.call("POST", "/api/triggers/echo", { key, body: "{", headers: { "content-type": "application/json" } });
    expect([malformed.status, malformed.json.error.code]).toEqual([400, "bad_request"]);
    const image = await api.call("POST", "/api/triggers/echo", { key, body: "x", headers: { "content-type": "image/png" } });
    expect([image.status, image.json.error.code]).toEqual([415, "unsupported_media_type"]);
  });

  it("a body nested deeper than data is", async () => {
    const deep = (levels: number) => `${"[".repeat(levels)}1${"]".repeat(levels)}`;
    const call = (body: string) => api.call("POST", "/api/triggers/echo", { key, body, headers: { "content-type": "application/json" } });
    expect((await call(deep(501))).json.error).toMatchObject({
      code: "bad_request",
      message: "The body is nested deeper than 500 levels.",
    });
    expect((await call(deep(200_000))).status).toBe(400);
    expect((await call(deep(400))).status).toBe(200);
  });

  it("a body over a megabyte", async () => {
    const answer = await api.call("POST", "/api/triggers/echo", { key, json: "x".repeat(1_100_000) });
    expect([answer.status, answer.json.error.code]).toEqual([413, "payload_too_large"]);
  });

  it("a call without a key, with an unknown one, and with a revoked one", async () => {
    const none = await api.call("POST", "/api/triggers/echo");
    expect([none.status, none.json.error.code, none.headers.get("www-authenticate")]).toEqual([401, "unauthorized", 'Bearer realm="weft"']);
    const unknown = await api.call("POST", "/api/triggers/echo", { key: `weft_${"a".repeat(43)}` });
    expect(unknown.status).toBe(401);
    const { id, key: revoked } = await api.newKey();
    expect((await api.call("POST", "/api/triggers/echo", { key: revoked })).status).toBe(200);
    const { key: admin } = await api.newKey({ admin: true });
    expect((await api.call("POST", `/api/keys/${id}/revoke`, { key: admin })).json).toEqual({ id, revoked: true });
    expect((await api.call("POST", "/api/triggers/echo", { key: revoked })).status).toBe(401);
  });

  it("a key of another workflow, and tells nobody without a key which workflows exist", async () => {
    const { key: other } = await api.newKey({ workflows: ["later"] });
    expect((await api.call("POST", "/api/triggers/echo", { key: other })).status).toBe(403);
    expect((await api.call("POST", "/api/triggers/later", { key: other })).status).toBe(202);
    expect((await api.call("POST", "/api/triggers/absent", { key })).status).toBe(404);
    expect((await api.call("POST", "/api/triggers/absent")).status).toBe(401);
  });

  it("more calls than the limit, saying when to come back", async () => {
    const { key: eager } = await api.newKey();
    const before = api.server.rateLimit.take;
    const strict = createRateLimit({ perSecond: 1, burst: 2 });
    api.server.rateLimit.take = strict.take;
    const statuses = [];
    for (let call = 0; call < 3; call++) statuses.push(await api.call("POST", "/api/triggers/echo", { key: eager }));
    api.server.rateLimit.take = before;
    expect(statuses.map((answer) => answer.status)).toEqual([200, 200, 429]);
    expect(statuses[2]?.headers.get("retry-after")).toBe("1");
  });
});

it("lets anyone call a workflow whose trigger says so", async () => {
  const answer = await api.call("POST", "/api/triggers/open");
  expect([answer.status, answer.json]).toEqual([200, "open"]);
});

describe("an Idempotency-Key", () => {
  it("makes a repeated call the same run, with the same answer", async () => {
    const send = () => api.call("POST", "/api/triggers/order", { key, json: { orderId: "A-2" }, headers: { "Idempotency-Key": "k1" } });
    const [first, second] = await Promise.all([send(), send()]);
    const third = await send();
    const runs = new Set([first, second, third].map((answer) => answer.headers.get("weft-run")));
    expect(runs.size).toBe(1);
    expect([first.status, second.status, third.status]).toEqual([201, 201, 201]);
    expect(third.json).toEqual(first.json);
  });

  it("refuses another body", async () => {
    const send = (orderId: string) =>
      api.call("POST", "/api/triggers/order", { key, json: { orderId }, headers: { "Idempotency-Key": "k2" } });
    expect((await send("A-3")).status).toBe(201);
    const answer = await send("A-4");
    expect([answer.status, answer.json.error.code]).toEqual([409, "conflict"]);
  });

  it("counts for one workflow only", async () => {
    const headers = { "Idempotency-Key": "k3" };
    const one = await api.call("POST", "/api/triggers/echo", { key, headers });
    const other = await api.call("POST", "/api/triggers/later", { key, headers });
    expect([one.status, other.status]).toEqual([200, 202]);
  });

  it("must be something a header can hold", async () => {
    const answer = await api.call("POST", "/api/triggers/echo", { key, headers: { "Idempotency-Key": "x".repeat(300) } });
    expect([answer.status, answer.json.error.details.fields[0].path]).toEqual([400, "headers.idempotency-key"]);
  });
});
