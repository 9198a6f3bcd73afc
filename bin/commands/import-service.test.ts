import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { weft } from "../../tests/weft-process.ts";

// Each test starts several processes.
vi.setConfig({ testTimeout: 120_000 });
let folder: string;
const file = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "weft-import-"));
  const answer = (schema: object) => ({ 200: { description: "", content: { "application/json": { schema } } } });
  const document = {
    openapi: "3.1.0",
    info: { title: "Slack", version: "1" },
    servers: [{ url: "https://api.acme.example.com" }],
    components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
    paths: {
      "/orders/{id}": {
        get: {
          operationId: "getOrder",
          summary: "Get an order",
          tags: ["orders"],
          responses: answer({ type: "object", required: ["total"], properties: { total: { type: "integer" } } }),
        },
      },
      "/ping": { get: { operationId: "ping", responses: answer({ type: "string" }) } },
    },
  };
  const node = (id: string, kind: string, config: object) => ({ id, kind, config });
  const graph = {
    weft: 1,
    name: "total",
    nodes: [
      node("input", "trigger", { on: "manual" }),
      node("order", "acme.getOrder", { id: "7" }),
      node("done", "control.return", { value: "{{ order.total }}" }),
    ],
    edges: [
      { id: "a", source: "input", target: "order" },
      { id: "b", source: "order", target: "done" },
    ],
  };
  writeFileSync(file("openapi.json"), JSON.stringify(document));
  writeFileSync(file("graph.json"), JSON.stringify(graph));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => weft(args, { WEFT_SERVICES: file("services") });

it("lists the operations of a document", async () => {
  const { stdout } = await run("plugin", "import", file("openapi.json"), "--list");
  expect(stdout).toBe("getOrder  GET    /orders/{id}  Get an order\nping      GET    /ping  Ping\n");
});

it("makes a service of all of it in the services folder, where every command finds it", async () => {
  const imported = await run("plugin", "import", file("openapi.json"), "--name", "acme");
  expect([imported.code, imported.stdout]).toEqual([0, `Slack: 2 actions, such as acme.getOrder.\n${file("services/acme.json")}\n`]);
  expect((await run("check", file("graph.json"))).stdout).toBe("no problems\n");
  expect((await run("compile", file("graph.json"))).stdout).toContain('import { getOrder } from "@/plugins/acme/steps/get-order";');
  writeFileSync(file("graph.json"), readFileSync(file("graph.json"), "utf8").replace("order.total", "order.sum"));
  const wrong = await run("check", file("graph.json"));
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining("`order` has no field `sum`")]);
});

it("takes what is chosen, gives a name that is free, and writes where it is told", async () => {
  const printed = await run("plugin", "import", file("openapi.json"), "--operations", "GET /ping", "--out", "-", "--auth", "header:X-Key");
  expect(JSON.parse(printed.stdout)).toMatchObject({
    name: "slackApi",
    auth: { type: "header", name: "X-Key" },
    actions: [{ name: "ping" }],
  });
  await run("plugin", "import", file("openapi.json"), "--tag", "orders", "--name", "acme", "--out", file("acme.json"));
  expect(existsSync(file("services"))).toBe(false);
  expect((await run("check", "--service", file("acme.json"), file("graph.json"))).stdout).toBe("no problems\n");
  expect((await run("check", file("graph.json"))).code).toBe(1);
});

it.each([
  [["--name", "slack"], "Weft has a service called slack itself"],
  [["--operations", "nothing"], "no operation or tag called nothing"],
  [["--auth", "magic"], "--auth magic is not a way to authenticate"],
  [["--base-url", "ftp://x"], "must be an http or https address"],
])("refuses %j in a sentence", async (args, message) => {
  const { code, stderr } = await run("plugin", "import", file("openapi.json"), ...args);
  expect([code === 0, stderr]).toEqual([false, expect.stringContaining(message)]);
});

it("says which file in the services folder cannot be used, and goes on", async () => {
  await run("plugin", "import", file("openapi.json"), "--name", "acme");
  writeFileSync(file("services/broken.yaml"), "weftService: 1\nname: Broken\n");
  const { code, stderr } = await run("check", file("graph.json"));
  expect([code, stderr]).toEqual([
    0,
    expect.stringContaining(`A service is left out: ${file("services/broken.yaml")}: The service's definition is wrong: name:`),
  ]);
});
