import { afterAll, beforeAll, expect, it } from "vitest";
import type { LoopbackServer } from "../../plugins/kit/loopback-server.ts";
import { startLoopbackServer } from "../../plugins/kit/loopback-server.ts";
import type { Api } from "./start-api.ts";
import { chain, startApi } from "./start-api.ts";

let api: Api;
let shop: LoopbackServer;
let key: string;
let id: string;
let run: string;

/** Asks the shop for an order and tells somebody about it; `to` is the mapping that is broken later. */
const notifying = (to: string): object =>
  chain(
    "notifying",
    { input: { type: "object", properties: { orderId: { type: "string" } }, required: ["orderId"] } },
    { id: "order", kind: "http.request", config: { method: "GET", url: `${shop.url}/orders/{{ input.body.orderId }}` } },
    { id: "text", kind: "code", config: { source: "return `${name}!`;", inputs: { name: to } } },
    {
      id: "notify",
      kind: "http.request",
      config: {
        method: "POST",
        url: `${shop.url}/messages`,
        headers: { authorization: "Bearer {{ env.SHOP_TOKEN }}" },
        body: { text: "{{ text }}" },
      },
    },
    { id: "result", kind: "control.return", config: { value: { told: "{{ notify.body.id }}" } } },
  );

const save = async (graph: object): Promise<number> => {
  const { json } = await api.call("GET", `/api/documents/${id}`, { key });
  return (await api.call("PUT", `/api/documents/${id}`, { key, json: { revision: json.revision, graph } })).json.revision as number;
};

beforeAll(async () => {
  shop = await startLoopbackServer((call, response) => {
    const body = call.url.startsWith("/orders/") ? { id: 7, customer: { name: "Ada", mail: "ada@example.com" } } : { id: "m1" };
    response.setHeader("content-type", "application/json").end(JSON.stringify(body));
  });
  process.env["WEFT_ALLOWED_PRIVATE_HOSTS"] = shop.host;
  process.env["WEFT_SECRET_SHOP_TOKEN"] = "shop-token-1234567890";
  api = await startApi();
  ({ key } = await api.newKey({ admin: true }));
  await api.publish(notifying("{{ order.body.customer.name }}"));
  const answer = await api.call("POST", "/api/triggers/notifying", { key, json: { orderId: "7" } });
  run = answer.headers.get("weft-run") ?? "";
  const { json } = await api.call("GET", "/api/documents", { key });
  id = json.documents.find(({ name }: { name: string }) => name === "notifying").id;
});
afterAll(async () => {
  for (const name of ["WEFT_ALLOWED_PRIVATE_HOSTS", "WEFT_SECRET_SHOP_TOKEN"]) delete process.env[name];
  await api.close();
  await shop.close();
});

it("gives a finished run as a test file that holds its calls and no secret", async () => {
  const { status, headers, text } = await api.call("GET", `/api/runs/${run}/test`, { key });
  expect([status, headers.get("content-disposition")]).toEqual([200, `attachment; filename="notifying.${run}.test.ts"`]);
  expect(text).toContain('vi.mock("@/plugins/http/steps/request"');
  expect(text).toContain('authorization: "Bearer {{ env.SHOP_TOKEN }}"');
  expect(text).toContain('outcome: { result: { told: "m1" } },');
  expect(text).not.toContain("shop-token-1234567890");
});

it("refuses to publish a draft that breaks a mapping which a test has recorded, and says which, unless it is forced", async () => {
  const added = await api.call("POST", `/api/documents/${id}/tests`, { key, json: { run } });
  expect([added.status, added.json.run]).toEqual([200, run]);
  const list = async (): Promise<unknown> => (await api.call("GET", `/api/documents/${id}/tests`, { key })).json.tests;
  expect(await list()).toMatchObject([{ id: added.json.id, status: "passed", problems: [] }]);

  const revision = await save(notifying("{{ order.body.customer.mail }}"));
  const problem = 'notify: body.text is "ada@example.com!" and was "Ada!"';
  expect(await list()).toMatchObject([{ status: "failed", problems: [problem] }]);
  const refused = await api.call("POST", `/api/documents/${id}/publish`, { key, json: { revision } });
  expect([refused.status, refused.json.error.code, refused.json.error.message]).toEqual([409, "conflict", `A test fails: ${problem}`]);
  expect(refused.json.error.details.tests).toEqual([{ id: added.json.id, run, problems: [problem] }]);
  const byName = await api.call("POST", "/api/workflows", { key, json: notifying("{{ order.body.customer.mail }}") });
  expect(byName.status).toBe(409);

  expect((await api.call("POST", `/api/documents/${id}/publish`, { key, json: { revision, force: true } })).status).toBe(200);
  const again = await save(notifying("{{ order.body.customer.name }}"));
  expect((await api.call("POST", `/api/documents/${id}/publish`, { key, json: { revision: again } })).status).toBe(200);
});

it("knows no test of another workflow's run, and none that was removed", async () => {
  const other = await api.call("POST", "/api/documents", { key, json: { title: "Other" } });
  expect((await api.call("POST", `/api/documents/${other.json.id}/tests`, { key, json: { run } })).status).toBe(404);
  const { json } = await api.call("GET", `/api/documents/${id}/tests`, { key });
  const [test] = json.tests as { id: string }[];
  expect((await api.call("DELETE", `/api/documents/${other.json.id}/tests/${test?.id}`, { key })).status).toBe(404);
  expect((await api.call("DELETE", `/api/documents/${id}/tests/${test?.id}`, { key })).status).toBe(200);
  expect((await api.call("GET", `/api/documents/${id}/tests`, { key })).json).toEqual({ tests: [] });
});

it("makes a test of a run that read the clock, and none of one that does something else each time", async () => {
  const sending = (name: string, body: object, ...before: Parameters<typeof chain>[2][]): object =>
    chain(
      name,
      {},
      ...before,
      { id: "send", kind: "http.request", config: { method: "POST", url: `${shop.url}/messages`, body } },
      { id: "result", kind: "control.return", config: { value: { at: "{{ Date.now() }}" } } },
    );
  const runOf = async (graph: object & { name?: string }): Promise<{ document: string; ran: string }> => {
    await api.publish(graph);
    const answer = await api.call("POST", `/api/triggers/${graph.name}`, { key, json: {} });
    const { json } = await api.call("GET", "/api/documents", { key });
    return {
      document: json.documents.find(({ name }: { name: string }) => name === graph.name).id,
      ran: answer.headers.get("weft-run") ?? "",
    };
  };
  const stamp = { id: "stamp", kind: "code", config: { source: "return new Date().toISOString();", inputs: {} } };
  const stamped = await runOf(sending("stamping", { at: "{{ new Date().toISOString() }}", before: "it is {{ stamp }}" }, stamp));
  expect((await api.call("POST", `/api/documents/${stamped.document}/tests`, { key, json: { run: stamped.ran } })).status).toBe(200);
  const { json } = await api.call("GET", `/api/documents/${stamped.document}/tests`, { key });
  expect(json.tests).toMatchObject([{ status: "passed", problems: [] }]);

  const drawn = await runOf(sending("drawing", { n: "{{ Math.random() }}" }));
  const refused = await api.call("POST", `/api/documents/${drawn.document}/tests`, { key, json: { run: drawn.ran } });
  expect([refused.status, refused.json.error.message]).toEqual([
    409,
    expect.stringMatching(/cannot be a test, since its workflow does not do the same again: send: body\.n is 0\.\d+ and was 0\.\d+$/),
  ]);
  expect((await api.call("GET", `/api/runs/${drawn.ran}/test`, { key })).status).toBe(409);
});

it("gives workflows as one project in a zip, the same bytes each time, and nothing of another workspace", async () => {
  const one = await api.call("GET", `/api/documents/${id}/export?format=project`, { key });
  expect([one.status, one.headers.get("content-type"), one.headers.get("content-disposition")]).toEqual([
    200,
    "application/zip",
    'attachment; filename="notifying.zip"',
  ]);
  expect(one.text).toContain("notifying/workflows/notifying.ts");
  expect((await api.call("GET", `/api/documents/${id}/export?format=project`, { key })).text).toBe(one.text);
  expect((await api.call("POST", "/api/exports", { key, json: { documents: [id, id] } })).status).toBe(400);
  expect((await api.call("POST", "/api/exports", { key, json: { documents: [] } })).status).toBe(400);
  expect((await api.call("POST", "/api/exports", { key, json: { documents: ["wfl_none"] } })).status).toBe(404);
  await api.publish(chain("other", {}));
  const narrow = (await api.newKey({ workflows: ["other"] })).key;
  expect((await api.call("GET", `/api/documents/${id}/export?format=project`, { key: narrow })).status).toBe(404);
  expect((await api.call("POST", "/api/exports", { key: narrow, json: { documents: [id] } })).status).toBe(404);
  expect((await api.call("GET", `/api/runs/${run}/test`, { key: narrow })).status).toBe(404);
});
