import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LoopbackServer } from "../../plugins/kit/loopback-server.ts";
import { startLoopbackServer } from "../../plugins/kit/loopback-server.ts";
import type { Api } from "./start-api.ts";
import { chain, startApi } from "./start-api.ts";

let shop: LoopbackServer;
/** Another server, which somebody would like to have the credential. */
let evil: LoopbackServer;
let api: Api;
let admin: string;
let reader: string;

beforeAll(async () => {
  shop = await startLoopbackServer((call, response) => {
    response.setHeader("content-type", "application/json");
    if (call.url === "/openapi.json") return response.end(JSON.stringify(document()));
    response.end(JSON.stringify({ id: "7", total: 12, path: call.url }));
  });
  evil = await startLoopbackServer((_call, response) => response.end("{}"));
  process.env["WEFT_ALLOWED_PRIVATE_HOSTS"] = `${shop.host} ${evil.host}`;
  process.env["ACME_TOKEN"] = "acme-secret-token";
  api = await startApi();
  admin = (await api.newKey({ admin: true })).key;
  reader = (await api.newKey()).key;
});
afterAll(async () => {
  delete process.env["WEFT_ALLOWED_PRIVATE_HOSTS"];
  delete process.env["ACME_TOKEN"];
  await api.close();
  await shop.close();
  await evil.close();
});

const document = (): object => ({
  openapi: "3.0.3",
  info: { title: "Loom API", version: "1" },
  servers: [{ url: "/v2" }],
  paths: {
    "/orders/{id}": {
      get: {
        operationId: "getOrder",
        tags: ["orders"],
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: {
          200: {
            description: "",
            content: {
              "application/json": {
                schema: { type: "object", properties: { id: { type: "string" }, total: { type: "integer" } }, required: ["id", "total"] },
              },
            },
          },
        },
      },
    },
    "/ping": { get: { operationId: "ping", responses: { 204: { description: "" } } } },
  },
});

const definition = (path = "/orders/{id}") => ({
  weftService: 1,
  name: "acme",
  label: "Acme",
  baseUrl: `${shop.url}/v1`,
  auth: { type: "bearer" },
  actions: [
    {
      name: "getOrder",
      label: "Get an order",
      method: "GET",
      path,
      input: { properties: { id: { type: "string", label: "Number" } }, required: ["id"] },
      output: {
        type: "object",
        properties: { id: { type: "string" }, total: { type: "integer" }, path: { type: "string" } },
        required: ["id", "total"],
      },
    },
  ],
});

const workflow = (name: string, field: string) =>
  chain(
    name,
    { respond: "sync" },
    { id: "order", kind: "acme.getOrder", config: { id: "{{ input.body.id }}" } },
    { id: "done", kind: "control.return", config: { value: `{{ order.${field} }}` } },
  );

const run = (name: string) => api.call("POST", `/api/triggers/${name}`, { key: admin, json: { id: "a b" } });

describe("a service that a workspace describes", () => {
  it("is added, shown and listed, and its actions run with its credential", async () => {
    const added = await api.call("POST", "/api/services", { key: admin, json: definition() });
    expect([added.status, added.json]).toMatchObject([200, { name: "acme", version: 1, source: "stored", actions: 1, auth: "bearer" }]);
    expect((await api.call("GET", "/api/services", { key: reader })).json.services).toMatchObject([{ name: "acme" }]);
    expect((await api.call("GET", "/api/services/acme", { key: reader })).json.definition.actions[0]).toMatchObject({
      path: "/orders/{id}",
    });
    await api.publish(workflow("readOrder", "path"));
    shop.calls.length = 0;
    const answer = await run("readOrder");
    expect([answer.status, answer.json]).toEqual([200, "/v1/orders/a%20b"]);
    expect(shop.calls[0]?.headers.authorization).toBe("Bearer acme-secret-token");
  });

  it("gives its types to the check of a workflow", async () => {
    const answer = await api.call("POST", "/api/workflows", { key: admin, json: workflow("wrongField", "totl") });
    expect(answer.status).toBe(422);
    expect(answer.json.error.message).toContain("`order` has no field `totl`");
    const missing = chain("noId", {}, { id: "order", kind: "acme.getOrder", config: {} });
    expect((await api.call("POST", "/api/workflows", { key: admin, json: missing })).json.error.message).toContain("id");
  });

  it("may change, while a published workflow goes on as it was", async () => {
    const changed = await api.call("PUT", "/api/services/acme", { key: admin, json: definition("/changed/{id}") });
    expect(changed.json).toMatchObject({ version: 2 });
    expect((await run("readOrder")).json).toBe("/v1/orders/a%20b");
    await api.publish(workflow("readOrder", "path"));
    expect((await run("readOrder")).json).toBe("/v1/changed/a%20b");
  });

  it.each<[string, () => object]>([
    ["the service moves", () => ({ ...definition(), baseUrl: evil.url })],
    ["an action moves", () => ({ ...definition(), actions: definition().actions.map((action) => ({ ...action, baseUrl: evil.url })) })],
  ])("sends no stored credential elsewhere when %s, until its secrets are given again", async (_what, moved) => {
    await api.call("PUT", "/api/services/acme", { key: admin, json: definition() });
    const stored = { alias: "acme-store", service: "acme", fields: { token: "stored-token" }, default: true };
    await api.call("POST", "/api/connections", { key: admin, json: stored });
    const changed = await api.call("PUT", "/api/services/acme", { key: admin, json: moved() });
    expect(changed.status).toBe(200);
    await api.publish(workflow("redirected", "id"));
    evil.calls.length = 0;
    expect((await run("redirected")).json.error.message).toContain(
      `The connection "acme-store" was made for ${shop.url}; acme is described at ${evil.url} now. Give its secrets again`,
    );
    expect(evil.calls).toEqual([]);
    const entrusted = await api.call("PATCH", "/api/connections/acme-store", { key: admin, json: { fields: { token: "stored-token" } } });
    expect(entrusted.status).toBe(200);
    await run("redirected");
    expect(evil.calls[0]?.headers.authorization).toBe("Bearer stored-token");
    await api.publish(chain("redirected", {}));
    await api.call("DELETE", "/api/connections/acme-store?force=true", { key: admin });
    await api.call("PUT", "/api/services/acme", { key: admin, json: definition() });
  });

  it("can be connected to, and says so", async () => {
    const types = (await api.call("GET", "/api/connection-types", { key: admin })).json.types;
    expect(types.find((type: { service: string }) => type.service === "acme")).toMatchObject({
      label: "Acme",
      fields: [{ name: "token", secret: true }, { name: "baseUrl" }],
    });
  });

  it("is not removed while a workflow uses it", async () => {
    const refused = await api.call("DELETE", "/api/services/acme", { key: admin });
    expect(refused.status).toBe(409);
    expect(refused.json.error).toMatchObject({
      message: "acme is used by readOrder (order).",
      details: { uses: [{ workflow: "readOrder", nodes: ["order"] }] },
    });
    await api.publish(chain("readOrder", {}));
    expect((await api.call("DELETE", "/api/services/acme", { key: admin })).json).toEqual({ name: "acme", removed: true });
    expect((await api.call("DELETE", "/api/services/acme", { key: admin })).status).toBe(404);
  });

  it.each([
    ["a name of Weft's own", { name: "http" }, 409, "Weft has a service called http itself."],
    ["a name of the language", { name: "control" }, 400, "is a name of Weft's own"],
    ["an address of another kind", { baseUrl: "javascript:alert(1)" }, 400, "body.baseUrl"],
    ["an address with a password", { baseUrl: "https://u:p@acme.example.com" }, 400, "body.baseUrl"],
    ["a header that is the connection's", { auth: { type: "header", name: "Host" } }, 400, "body.auth.name"],
    ["a header that is two", { headers: { "X-A": "1\r\nX-B: 2" } }, 400, "body.headers"],
    [
      "an action without a field for its path",
      { actions: [{ name: "a", label: "A", method: "GET", path: "/{id}" }] },
      400,
      "{id} has no field in the input",
    ],
    [
      "two actions of one name",
      {
        actions: [
          { name: "a", label: "A", method: "GET", path: "/" },
          { name: "a", label: "A", method: "GET", path: "/" },
        ],
      },
      400,
      "two actions are called a",
    ],
    [
      "a reference to nowhere",
      { actions: [{ name: "a", label: "A", method: "GET", path: "/", output: { $ref: "#/schemas/None" } }] },
      400,
      "#/schemas/None",
    ],
    ["a name that is code", { actions: [{ name: "a(){}", label: "A", method: "GET", path: "/" }] }, 400, "body.actions.0.name"],
  ])("is refused with %s", async (_, change, status, message) => {
    const answer = await api.call("POST", "/api/services", { key: admin, json: { ...definition(), name: "other", ...change } });
    expect([answer.status, answer.json.error.message]).toEqual([status, expect.stringContaining(message)]);
  });

  it("reaches no address that is not public", async () => {
    const metadata = { ...definition(), name: "inside", auth: { type: "none" }, baseUrl: "http://169.254.169.254/latest" };
    expect((await api.call("POST", "/api/services", { key: admin, json: metadata })).status).toBe(200);
    const order = { id: "order", kind: "inside.getOrder", config: { id: "1" } };
    await api.publish(chain("askInside", { respond: "sync" }, order));
    const { status, json } = await run("askInside");
    expect([status, json.error.message]).toEqual([500, expect.stringContaining("169.254.169.254 is not a public address")]);
  });

  it("is managed with a key of scope admin alone", async () => {
    expect((await api.call("POST", "/api/services", { key: reader, json: definition() })).status).toBe(403);
    expect((await api.call("POST", "/api/services/import", { key: reader, json: { document: document() } })).status).toBe(403);
  });
});

describe("importing an OpenAPI document", () => {
  const importing = (json: object) => api.call("POST", "/api/services/import", { key: admin, json });

  it("lists the operations to choose from", async () => {
    const { json } = await importing({ document: document() });
    expect(json).toMatchObject({
      definition: null,
      saved: null,
      operations: [{ name: "getOrder", method: "GET", path: "/orders/{id}", tags: ["orders"] }, { name: "ping" }],
    });
  });

  it("fetches it from an address, makes a service of what is chosen, and stores it", async () => {
    const { json, status } = await importing({ url: `${shop.url}/openapi.json`, tags: ["orders"], save: true });
    expect([status, json.saved]).toMatchObject([200, { name: "loom", actions: 1, baseUrl: `${shop.url}/v2` }]);
    await api.publish(
      chain(
        "viaImport",
        { respond: "sync" },
        { id: "order", kind: "loom.getOrder", config: { id: "1" } },
        { id: "done", kind: "control.return", config: { value: "{{ order.total + 1 }}" } },
      ),
    );
    expect((await run("viaImport")).json).toBe(13);
  });

  it.each([
    [{ url: "http://127.0.0.1:9999/openapi.json" }, "127.0.0.1 is not a public address"],
    [{ url: "http://169.254.169.254/latest" }, "is not a public address"],
    [{ document: "not: openapi" }, "is not an OpenAPI document"],
    [{ document: "{" }, "is not JSON"],
    [{ document: document(), operations: ["nothing"] }, "no operation or tag called nothing"],
    [{ document: document(), all: true }, "does not say at which http(s) address"],
    [{}, "Give either url or document."],
  ])("refuses %j", async (request, message) => {
    const { status, json } = await importing(request);
    expect([status, json.error.message]).toEqual([400, expect.stringContaining(message)]);
  });
});
