import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LoopbackServer } from "../../plugins/kit/loopback-server.ts";
import { startLoopbackServer } from "../../plugins/kit/loopback-server.ts";
import type { Api } from "./start-api.ts";
import { chain, startApi } from "./start-api.ts";

let shop: LoopbackServer;
let api: Api;
let admin: string;
let reader: string;

const orders: Record<string, object> = {
  "/orders/1": { id: 1, total: 12.5, coupon: "SPRING", lines: [{ sku: "a" }] },
  "/orders/2": { id: 2, total: 5, lines: [{ sku: "b", gift: true }], note: null },
};

beforeAll(async () => {
  shop = await startLoopbackServer((call, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(orders[call.url] ?? {}));
  });
  process.env["WEFT_ALLOWED_PRIVATE_HOSTS"] = shop.host;
  api = await startApi();
  admin = (await api.newKey({ admin: true })).key;
  reader = (await api.newKey()).key;
  await api.publish(
    chain(
      "fetches",
      { respond: "sync" },
      { id: "order", kind: "http.request", config: { url: `${shop.url}/orders/{{ input.body.id }}` } },
      { id: "calc", kind: "code", config: { source: "return { double: total * 2 };", inputs: { total: "{{ order.body.total }}" } } },
      { id: "sum", kind: "control.set", config: { fields: { total: "{{ order.body.total }}" } } },
    ),
  );
});
afterAll(async () => {
  delete process.env["WEFT_ALLOWED_PRIVATE_HOSTS"];
  await api.close();
  await shop.close();
});

const infer = (body: object, options: { name?: string; key?: string } = {}) =>
  api.call("POST", `/api/workflows/${options.name ?? "fetches"}/types`, { key: options.key ?? admin, json: body });

describe("inferring a type", () => {
  it("needs a finished run, or samples", async () => {
    const before = await infer({ node: "order" });
    expect([before.status, before.json.error.message]).toEqual([400, "No finished run of fetches has an output of order."]);
    const given = await infer({ node: "order", samples: [{ a: 1 }, { a: null, b: ["x"] }] });
    expect(given.json).toEqual({
      workflow: "fetches",
      node: "order",
      samples: 2,
      place: "output",
      schema: {
        type: "object",
        properties: { a: { type: ["number", "null"] }, b: { type: "array", items: { type: "string" } } },
        required: ["a"],
      },
      type: "{ a: number | null; b?: string[] | undefined }",
    });
  });

  it("merges what the runs gave: of an HTTP answer the body", async () => {
    for (const id of ["1", "2"]) expect((await api.call("POST", "/api/triggers/fetches", { key: admin, json: { id } })).status).toBe(200);
    const order = await infer({ node: "order" });
    expect(order.json.type).toBe(
      [
        "{",
        "  id: number;",
        "  total: number;",
        "  lines: { sku: string; gift?: boolean | undefined }[];",
        "  note?: null | undefined;",
        "  coupon?: string | undefined;",
        "}",
      ].join("\n"),
    );
    expect((await infer({ node: "calc" })).json.type).toBe("{ double: number }");
    expect((await infer({ node: "input" })).json).toMatchObject({ place: "config.input", type: "{ id: string }" });
  });

  it("gives a schema that the node takes, after which wrong mappings are found", async () => {
    const { schema } = (await infer({ node: "order" })).json;
    const graph = chain(
      "fetches",
      { respond: "sync" },
      { id: "order", kind: "http.request", config: { url: `${shop.url}/orders/{{ input.body.id }}` }, output: schema },
      { id: "sum", kind: "control.set", config: { fields: { total: "{{ order.body.totl }}" } } },
    );
    const answer = await api.call("POST", "/api/workflows", { key: admin, json: graph });
    expect([answer.status, answer.json.error.details.diagnostics[0].hint]).toEqual([422, "Did you mean `total`?"]);
  });

  it("says why it cannot", async () => {
    const refusals = await Promise.all([
      infer({ node: "ordr" }),
      infer({ node: "sum" }),
      infer({ node: "order" }, { name: "nothing" }),
      infer({ node: "order" }, { key: reader }),
      infer({ node: "order", samples: [] }),
    ]);
    expect(refusals.map(({ status, json }) => [status, json.error.hint])).toEqual([
      [404, "Did you mean order?"],
      [400, expect.stringContaining("such as http.request")],
      [404, expect.stringContaining("List them")],
      [403, expect.any(String)],
      [400, expect.any(String)],
    ]);
  });
});
