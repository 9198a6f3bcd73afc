import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "../lib/db/test-database.ts";
import { type NeonProxy, startNeonProxy } from "../lib/db/neon-proxy-for-test.ts";
import type { RunChange } from "../lib/engine/contract.ts";
import { local } from "../lib/keys/access.ts";
import type { Server } from "../lib/running-server.ts";
import { createServer } from "../lib/server.ts";
import { publishWorkflow } from "../lib/workflows/publish-workflow.ts";

const POOLED = "ep-cool-name-a1b2c3-pooler.eu-central-1.aws.neon.tech";
const DIRECT = "ep-cool-name-a1b2c3.eu-central-1.aws.neon.tech";

let database: TestDatabase;
let proxy: NeonProxy;
const servers: Server[] = [];

beforeAll(async () => {
  // What is said of the connections that are cut.
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  database = await createTestDatabase({ migrate: false });
  proxy = await startNeonProxy(database.url, POOLED);
});
afterAll(async () => {
  vi.restoreAllMocks();
  for (const server of servers) await server.stop();
  await proxy.close();
  await database.drop();
});

const open = async (): Promise<Server> => {
  const server = await createServer({ databaseUrl: proxy.url });
  servers.push(server);
  return server;
};

/** Publishes a workflow of one code step and one short sleep, and starts it. */
async function startRun(server: Server, name: string): Promise<string> {
  const nodes = [
    { id: "input", kind: "trigger", config: { on: "manual" } },
    { id: "sum", kind: "code", config: { source: "return 40 + 2;" } },
    { id: "nap", kind: "control.sleep", config: { for: "3s" } },
    { id: "done", kind: "control.return", config: { value: "{{ sum }}" } },
  ];
  const edges = nodes.slice(1).map((node, index) => ({ id: `e${index}`, source: nodes[index]?.id, target: node.id }));
  const { versionId } = await publishWorkflow(server, local(server.workspaceId), { weft: 1, name, nodes, edges });
  const { runId } = await server.engine.start({ workspaceId: server.workspaceId, versionId, input: {}, trigger: "manual" });
  return runId;
}

it("migrates and runs a workflow through Neon's driver, on one session each, whatever address was given", async () => {
  const server = await open();
  const runId = await startRun(server, "first");
  expect(await server.engine.waitForEnd(runId, 15_000)).toMatchObject({ status: "completed", result: 42 });
  expect(proxy.asked.length).toBeGreaterThanOrEqual(3);
  expect(new Set(proxy.asked)).toEqual(new Set([`/v2 ${DIRECT}:5432`]));
});

it("shows a workspace its own rows only", async () => {
  const [server] = servers;
  const count = async (workspace: string) => (await server?.databaseFor(workspace).query.workflows.findMany())?.length;
  expect(await count("")).toBe(0);
  expect(await count("wsp_other")).toBe(0);
  expect(await count(server?.workspaceId ?? "")).toBe(1);
});

it("tells another process what happens, and goes on after every connection was cut", async () => {
  const [first, second] = [servers[0] ?? (await open()), await open()];
  const runId = await startRun(first, "second");
  const changes: RunChange[] = [];
  second.engine.subscribe(runId, (change) => changes.push(change));
  await expect.poll(() => changes.some((change) => change.status === "waiting"), { timeout: 5_000 }).toBe(true);
  proxy.cut();
  await sleep(500);
  expect(await second.engine.waitForEnd(runId, 20_000)).toMatchObject({ status: "completed", result: 42 });
  expect(await first.engine.health()).toMatchObject({ world: "ok" });
});
