import { afterAll, beforeAll, expect, it } from "vitest";
import type { DemoService } from "../../examples/demo-service/server.ts";
import { startDemoService } from "../../examples/demo-service/server.ts";
import type { Api } from "./start-api.ts";
import { startApi, until } from "./start-api.ts";

const SLACK = { SLACK_BOT_TOKEN: "xoxb-a-token-of-nobody" };
let shop: DemoService;
let api: Api;
let admin: string;

beforeAll(async () => {
  shop = await startDemoService({ port: 0 });
  process.env["WEFT_DEMO_URL"] = shop.url;
  process.env["WEFT_ALLOWED_PRIVATE_HOSTS"] = new URL(shop.url).host;
  api = await startApi();
  ({ key: admin } = await api.newKey({ admin: true }));
});
afterAll(async () => {
  for (const name of ["WEFT_DEMO_URL", "WEFT_ALLOWED_PRIVATE_HOSTS"]) delete process.env[name];
  await api.close();
  await shop.close();
});

const call = (method: string, path: string, json?: unknown) => api.call(method, path, { key: admin, json });

interface Listed {
  readonly id: string;
  readonly services: string[];
  readonly missing: string[];
}

async function list(): Promise<Listed[]> {
  return (await call("GET", "/api/templates")).json.templates;
}

async function create(template: string) {
  const answer = await call("POST", "/api/documents", { template });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json;
}

async function run(id: string, input: unknown) {
  const started = await call("POST", `/api/documents/${id}/runs`, { input });
  if (started.status !== 200) throw new Error(started.text);
  return until(
    async () => (await call("GET", `/api/runs/${started.json.run.id}`)).json,
    (found) => ["completed", "failed", "waiting"].includes(found.status),
  );
}

it("lists those first that need nothing, and says what the others lack", async () => {
  const templates = await list();
  expect(templates.length).toBeGreaterThanOrEqual(16);
  const ready = templates.filter((template) => template.missing.length === 0).map((template) => template.id);
  expect(templates.slice(0, ready.length).map((template) => template.id)).toEqual(ready);
  expect(ready).toEqual([
    "webhook-to-webhook",
    "parallel-fan-out",
    "error-fallback",
    "content-approval",
    "wait-for-a-slow-job",
    "uptime-check",
    "csv-to-summary",
  ]);
  const support = templates.find((template) => template.id === "support-triage");
  expect(support).toMatchObject({ services: ["ai", "slack", "github"], missing: ["ai", "slack", "github"] });
});

it("misses no service that the workspace or the environment has a credential of", async () => {
  const missing = async () => (await list()).find((template) => template.id === "large-order-approval")?.missing;
  expect(await missing()).toEqual(["slack"]);
  Object.assign(process.env, SLACK);
  expect(await missing()).toEqual([]);
  delete process.env["SLACK_BOT_TOKEN"];
  const added = await call("POST", "/api/connections", { alias: "team", service: "slack", fields: { token: "xoxb-another-of-nobody" } });
  expect(added.status).toBe(200);
  expect(await missing()).toEqual([]);
});

it("leaves out what calls the shop where no shop runs", async () => {
  delete process.env["WEFT_DEMO_URL"];
  try {
    expect((await list()).map((template) => template.id)).not.toContain("parallel-fan-out");
    expect((await call("POST", "/api/documents", { template: "parallel-fan-out" })).status).toBe(404);
  } finally {
    process.env["WEFT_DEMO_URL"] = shop.url;
  }
});

it("makes a workflow of a template, ready to publish", async () => {
  const made = await create("webhook-to-webhook");
  expect(made).toMatchObject({ name: "forwardWebhook", title: "Webhook, reshaped and passed on", revision: 1, live: null });
  expect((await create("webhook-to-webhook")).name).toBe("forwardWebhook2");
  expect((await call("POST", `/api/documents/${made.id}/publish`, { revision: 1 })).status).toBe(200);
  const called = await api.call("POST", "/api/triggers/forwardWebhook", { key: admin, json: made.sampleInput });
  expect([called.status, called.json]).toEqual([201, { forwarded: "m1" }]);
  expect((await call("POST", "/api/documents", { template: "none" })).status).toBe(404);
});

it.each([
  ["parallel-fan-out", undefined, { total: 530 }],
  ["error-fallback", { orderId: "1003" }, { paid: false, reason: expect.stringContaining("the card was declined") }],
  ["error-fallback", { orderId: "1001" }, { paid: true, payment: expect.stringMatching(/^p\d+$/) }],
  ["wait-for-a-slow-job", undefined, { state: "done", refunds: 0 }],
  ["uptime-check", undefined, { up: true, status: 200 }],
  [
    "csv-to-summary",
    { csv: "product,amount\nloom,420\nyarn,54\nyarn,18\n" },
    {
      rows: 3,
      best: "loom",
      sums: [
        { product: "loom", total: 420 },
        { product: "yarn", total: 72 },
      ],
    },
  ],
])("runs %s as it is", async (template, input, result) => {
  const made = await create(template);
  const ended = await run(made.id, input);
  expect(ended.error).toBeNull();
  expect(ended.result).toMatchObject(result);
});

it("runs what waits for a person, until they have answered", async () => {
  const made = await create("content-approval");
  const waiting = await run(made.id, made.sampleInput);
  expect(waiting.waits).toMatchObject([{ node: "review", message: "Publish “Spring collection”?\n\nThe new yarns are here." }]);
  await call("POST", `/api/runs/${waiting.id}/answers/review`, { approved: true, by: "Ada" });
  const ended = await until(
    async () => (await call("GET", `/api/runs/${waiting.id}`)).json,
    (found) => found.status === "completed",
  );
  expect(ended.result).toEqual({ published: true, by: "Ada" });
});
