import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compile, graphSchema } from "../codegen/index.ts";
import { TestEngine } from "../lib/engine/test-engine.ts";
import type { Engine } from "../lib/engine/contract.ts";
import { createEgressFetch } from "../lib/steps/egress-guard.ts";
import { createStepRunner } from "../lib/steps/run-step.ts";
import { catalog } from "../plugins/catalog.ts";
import type { DemoService } from "./demo-service/server.ts";
import { startDemoService } from "./demo-service/server.ts";
import { examplesFor } from "./examples-for.ts";

let demo: DemoService;
let database: TestEngine;
let engine: Engine;
beforeAll(async () => {
  demo = await startDemoService({ port: 0 });
  database = await TestEngine.create();
  engine = await database.engine(createStepRunner({ fetch: createEgressFetch({ allowedPrivateHosts: [new URL(demo.url).host] }) }));
});
afterAll(async () => {
  await database.close();
  await demo.close();
});

/** The example as the engine stores it: its server module, without what the module around the statements repeats. */
function versionOf(name: string): Parameters<TestEngine["publish"]>[0] {
  const example = examplesFor(demo.url).find((candidate) => candidate.name === name);
  const graph = graphSchema.parse(example?.graph);
  const compiled = compile(graph, catalog);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  const { runtime, steps } = compiled;
  const start = runtime.indexOf('"use workflow";') + '"use workflow";'.length;
  const nodes = Object.fromEntries(graph.nodes.map(({ id, kind, label = "" }) => [id, { kind, label }]));
  return { body: runtime.slice(start, runtime.lastIndexOf("}")), steps, nodes };
}

const http = (body: unknown): unknown => ({ body, query: {}, headers: {} });

async function ask(path: string): Promise<unknown> {
  return (await fetch(demo.url + path)).json();
}

it("orderAlert tells the sales floor about a VIP's order, and leaves the others alone", async () => {
  const version = versionOf("order-alert");
  const alert = "Ada Lovelace ordered 1 × Table loom, 3 left";
  expect(await database.run(engine, version, http({ orderId: "1001" }))).toMatchObject({
    status: "completed",
    result: { order: "1001", customer: "Ada Lovelace", left: 3, alert },
  });
  expect(await ask("/messages")).toEqual([{ id: "m1", channel: "#vip", text: alert }]);
  expect(await database.run(engine, version, http({ orderId: "1002" }))).toMatchObject({
    result: { customer: "Grace Hopper", alert: null },
  });
  expect(await ask("/messages")).toHaveLength(1);
});

it("settleOrders charges every order once, though one is limited, one declined and one answer lost", async () => {
  expect(await database.run(engine, versionOf("settle-orders"), http({}))).toMatchObject({
    status: "completed",
    result: { text: "Settled 3 orders over 492 EUR, 1 failed", failed: ["1003"] },
  });
  const payments = (await ask("/payments")) as { orderId: string }[];
  expect(payments.map(({ orderId }) => orderId).toSorted()).toEqual(["1001", "1002", "1004"]);
  expect(await ask("/orders/1003")).toMatchObject({ status: "payment_failed" });
});

it("refundRequest pays a small sum back at once", async () => {
  const version = versionOf("refund-request");
  expect(await database.run(engine, version, http({ orderId: "1006" }))).toMatchObject({
    status: "completed",
    response: { status: 201 },
    result: { refunded: true, refund: "r1", refundsToday: 1 },
  });
  expect(await database.run(engine, version, http({ orderId: "1006" }))).toMatchObject({ response: { status: 409 } });
  expect(await database.run(engine, version, http({ orderId: "77" }))).toMatchObject({
    response: { status: 404 },
    result: { error: `GET ${demo.url}/orders/77 answered 404: there is no order 77` },
  });
});

it.each([
  [false, "Too late.", { refunded: false, reason: "Too late." }],
  [true, "", { refunded: true }],
])("refundRequest asks a person about a large sum and does as told: %s", async (approved, comment, result) => {
  const { runId } = await database.start(
    engine,
    await database.publish(versionOf("refund-request")),
    http({ orderId: "1005", reason: "Broken." }),
  );
  const { token, message } = await waitingQuestion(runId);
  expect(message).toBe("Refund 840 EUR for order 1005? Broken.");
  await engine.answer(token, { approved, by: "jo", comment, at: new Date().toISOString() });
  expect(await engine.waitForEnd(runId, 20_000)).toMatchObject({ status: "completed", result });
  expect(await ask("/orders/1005")).toMatchObject({ status: approved ? "refunded" : "paid" });
});

async function waitingQuestion(runId: string): Promise<{ token: string; message: string }> {
  for (let tries = 0; tries < 200; tries++) {
    const [row] = await database.rows<{ token: string; message: string }>("select token, message from workflow_hooks where run_id = $1", [
      runId,
    ]);
    if (row) return row;
    await delay(25);
  }
  throw new Error("The run asked nobody.");
}
