import { afterEach, beforeEach, expect, it } from "vitest";
import type { DemoService } from "./server.ts";
import { startDemoService } from "./server.ts";

let service: DemoService;
beforeEach(async () => {
  service = await startDemoService({ port: 0 });
});
afterEach(() => service.close());

// oxlint-disable-next-line typescript/no-explicit-any -- the answers are of many shapes
async function call(method: string, path: string, body?: unknown, key?: string): Promise<{ status: number; body: any; headers: Headers }> {
  const init = {
    method,
    headers: key === undefined ? {} : { "idempotency-key": key },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  const response = await fetch(service.url + path, init);
  return { status: response.status, body: await response.json(), headers: response.headers };
}

it("knows orders, customers and stock", async () => {
  expect((await call("GET", "/orders/1001")).body).toMatchObject({ id: "1001", customerId: "c1", sku: "loom-01" });
  expect((await call("GET", "/orders?status=open")).body).toHaveLength(4);
  expect((await call("GET", "/customers/c1")).body.plan).toBe("vip");
  expect((await call("GET", "/stock/loom-01")).body.left).toBe(3);
  expect(await call("GET", "/orders/9")).toMatchObject({ status: 404, body: { error: { message: "there is no order 9" } } });
});

it("is sometimes not there, and says when to come back", async () => {
  const statuses = [];
  for (let asked = 0; asked < 3; asked++) statuses.push((await call("GET", "/stock/yarn-07")).status);
  expect(statuses).toEqual([200, 200, 503]);
});

it("charges once for one idempotency key, though the first answer gets lost", async () => {
  await expect(call("POST", "/payments", { orderId: "1004" }, "k1")).rejects.toThrow("fetch failed");
  const second = await call("POST", "/payments", { orderId: "1004" }, "k1");
  expect(second.status).toBe(201);
  expect(second.headers.get("idempotent-replayed")).toBe("true");
  expect((await call("GET", "/payments")).body).toEqual([{ id: "p1", orderId: "1004", amount: 18 }]);
  expect((await call("POST", "/payments", { orderId: "1001" }, "k1")).status).toBe(422);
});

it("limits, declines and refunds", async () => {
  expect(await call("POST", "/payments", { orderId: "1002" }, "a")).toMatchObject({ status: 429 });
  expect((await call("POST", "/payments", { orderId: "1002" }, "a")).status).toBe(201);
  expect((await call("POST", "/payments", { orderId: "1003" }, "b")).status).toBe(402);
  expect((await call("POST", "/refunds", { orderId: "1006" }, "c")).body).toEqual({ id: "r1", orderId: "1006", amount: 45 });
  expect((await call("POST", "/refunds", { orderId: "1006" }, "d")).status).toBe(409);
});

it("lists the calls it got", async () => {
  await call("POST", "/messages", { channel: "#vip", text: "hi" }, "k9");
  expect((await call("GET", "/calls")).body).toMatchObject([
    { method: "POST", url: "/messages", idempotencyKey: "k9", status: 201, replayed: false },
  ]);
  await call("DELETE", "/calls");
  expect((await call("GET", "/calls")).body).toEqual([]);
});

it("answers nonsense with 4xx and lives on", async () => {
  expect((await fetch(`${service.url}/messages`, { method: "POST", body: "{" })).status).toBe(400);
  expect((await fetch(`${service.url}/messages`, { method: "POST", body: "x".repeat(200_000) })).status).toBe(413);
  expect((await call("DELETE", "/orders/1")).status).toBe(404);
  expect((await call("GET", "/__proto__")).status).toBe(404);
});
