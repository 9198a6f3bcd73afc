import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { graphOf, readFixtures } from "../../codegen/testing/read-fixture.ts";
import type { Scenario } from "../../codegen/testing/play-fixture.ts";
import type { Graph } from "../../codegen/index.ts";
import { buildProject } from "../../lib/exports/build-project.ts";
import { compiled, exportCatalog, exportSources, MAKE_INVOICE } from "../../lib/exports/workflows-for-test.ts";
import { addExampleTest } from "../../lib/run-tests/add-example-test.ts";
import { createPlayer } from "../../lib/run-tests/play-module.ts";
import type { Api } from "../api/start-api.ts";
import { chain, startApi, until } from "../api/start-api.ts";
import { ExportedSite, runIn, writeProject } from "./exported-site.ts";
import type { Site } from "./play-case.ts";
import { begin, follow, playCase } from "./play-case.ts";
import { prepareCase } from "./prepare-case.ts";
import { ScenarioService } from "./scenario-service.ts";

/** A spread that has every construct in it. */
const FIXTURES = [
  "approval",
  "approval-no-timeout",
  "child",
  "code-step",
  "crossing-joins",
  "env",
  "error-port",
  "fail",
  "fan-out-50",
  "for-each",
  "for-each-concurrent",
  "on-error-continue",
  "order-alert",
  "parallel-branches",
  "policy",
  "poll",
  "respond",
  "route-by-plan",
  "schedule",
  "skipped-join",
  "sleeps",
  "wait-for-event",
];

/** A service's step that asks until its job is done, with a connection of its own. */
const PICTURE = chain(
  "picture",
  {},
  {
    id: "image",
    kind: "fal.generateImage",
    connection: "my-studio",
    config: { prompt: "{{ input.body.of }}" },
  },
  { id: "done", kind: "control.return", config: { value: "{{ image.images.map(image => image.url) }}" } },
) as Graph;
const PICTURE_SCENARIO: Scenario = {
  input: { body: { of: "a loom" }, query: {} },
  answers: {
    "/fal-ai/flux/dev": { body: { request_id: "r1" } },
    "/fal-ai/flux/requests/r1/status": [{ body: { status: "IN_QUEUE" } }, { body: { status: "COMPLETED" } }],
    "/fal-ai/flux/requests/r1": { body: { images: [{ url: "https://example.com/1.png" }] } },
  },
};
const NAMES = [...FIXTURES, "picture"];

const ENV = { SHOP_TOKEN: "shop-secret", REGION: "eu", TAX_RATE: "0.19" };

/** Two steps at once, then a sleep: what the local world cannot do without the remedy. */
const CRASHING = chain(
  "crashing",
  { respond: "async" },
  {
    id: "first",
    kind: "http.request",
    config: { method: "POST", url: "https://api.example.com/first", body: { n: "{{ input.body.n }}" } },
  },
  { id: "left", kind: "http.request", config: { method: "POST", url: "https://api.example.com/left", body: { n: "{{ input.body.n }}" } } },
  { id: "nap", kind: "control.sleep", config: { for: "1s" } },
  { id: "last", kind: "http.request", config: { method: "POST", url: "https://api.example.com/last", body: { n: "{{ input.body.n }}" } } },
  {
    id: "done",
    kind: "control.return",
    config: { value: { n: "{{ input.body.n }}", left: "{{ left.body.ok }}", right: "{{ right.body.ok }}" } },
  },
) as Graph;
const CRASH: Scenario = { input: {}, answers: { left: { status: 200, body: { ok: 1 } }, right: { status: 200, body: { ok: 2 } } } };

/** Two moments that each run has of its own. */
const STAMPING = chain(
  "stamping",
  {},
  { id: "seen", kind: "code", config: { source: "return new Date().toISOString();", inputs: {} } },
  {
    id: "send",
    kind: "http.request",
    config: { method: "POST", url: "https://api.example.com/", body: { seen: "{{ seen }}", sent: "{{ Date.now() }}" } },
  },
  { id: "done", kind: "control.return", config: { value: "{{ seen }}" } },
) as Graph;
const STAMP: Scenario = { input: { body: {}, query: {} }, answers: { send: { status: 200, body: {} } } };

const scenarios = new Map<string, Scenario>();
let service: ScenarioService;
let api: Api;
let platform: Site;
let site: ExportedSite;
let folder: string;
const graphs = new Map<string, Graph>();

beforeAll(async () => {
  service = await ScenarioService.start(scenarios);
  const fixtures = readFixtures().filter(({ name }) => FIXTURES.includes(name));
  for (const fixture of fixtures) {
    const prepared = prepareCase(fixture.name, graphOf(fixture), fixture.scenario, service.url);
    graphs.set(fixture.name, prepared.graph);
    scenarios.set(fixture.name, prepared.scenario);
  }
  // `left` and `right` run at once.
  const right = { ...CRASHING.nodes.find(({ id }) => id === "left"), id: "right", kind: "http.request" };
  const crashing: Graph = {
    ...CRASHING,
    nodes: [...CRASHING.nodes, right],
    edges: [...CRASHING.edges, { id: "r1", source: "first", target: "right" }, { id: "r2", source: "right", target: "nap" }],
  };
  graphs.set("crashing", prepareCase("crashing", crashing, CRASH, service.url).graph);
  scenarios.set("crashing", CRASH);
  graphs.set("stamping", prepareCase("stamping", STAMPING, STAMP, service.url).graph);
  scenarios.set("stamping", STAMP);
  graphs.set("picture", PICTURE);
  scenarios.set("picture", PICTURE_SCENARIO);
  graphs.set("make-invoice", prepareCase("child", MAKE_INVOICE, { input: {} }, service.url).graph);
  process.env["WEFT_CONNECTION_MY_STUDIO_TOKEN"] = "studio-token";
  process.env["WEFT_CONNECTION_MY_STUDIO_BASE_URL"] = `${service.url}/services/picture`;
  process.env["WEFT_ALLOWED_PRIVATE_HOSTS"] = service.host;
  for (const [name, value] of Object.entries({ ...ENV, SHOP_HOST: service.host }))
    process.env[`WEFT_${name === "SHOP_TOKEN" ? "SECRET" : "ENV"}_${name}`] = value;
  api = await startApi();
  // What is called is there before what calls it.
  for (const graph of [...graphs.values()].reverse()) await api.publish(graph);
  platform = { url: api.url, key: (await api.newKey({ admin: true })).key };

  const options = { catalog: exportCatalog, play: createPlayer(exportSources) };
  const [first, ...others] = await Promise.all([...graphs.values()].map((graph) => addExampleTest(compiled(graph), options)));
  if (!first) throw new Error("no cases");
  folder = await mkdtemp(join(tmpdir(), "exported-"));
  await writeProject(folder, buildProject([first, ...others], { catalog: exportCatalog, sources: exportSources }));
  await runIn(folder, "npm", ["install", "--prefer-offline", "--no-audit", "--no-fund"]);
  await runIn(folder, "npm", ["run", "build"]);
  site = await ExportedSite.start(folder, {
    ...ENV,
    SHOP_HOST: service.host,
    CONNECTION_MY_STUDIO_TOKEN: "studio-token",
    CONNECTION_MY_STUDIO_BASE_URL: `${service.url}/services/picture`,
  });
}, 600_000);
afterAll(async () => {
  await site?.kill();
  await api?.close();
  await service?.close();
  for (const name of Object.keys(process.env))
    if (/^WEFT_(?:ENV|SECRET|CONNECTION|ALLOWED)/.test(name)) Reflect.deleteProperty(process.env, name);
  await rm(folder, { recursive: true, force: true });
});

describe("an exported workflow", () => {
  it.concurrent.each(NAMES)(
    "%s does what it does on the platform, call by call",
    async (name) => {
      const graph = graphs.get(name);
      const scenario = scenarios.get(name);
      if (!graph || !scenario) throw new Error(name);
      const there = { ending: await playCase(platform, graph.name, scenario), calls: service.take(name) };
      const here = { ending: await playCase(site, graph.name, scenario), calls: service.take(name) };
      expect(sorted(here)).toEqual(sorted(there));
    },
    120_000,
  );
});

describe("the tests of an exported project", () => {
  it("replay what its workflows did on the platform, and fail when a mapping is broken", async () => {
    await playCase(platform, "stamping", STAMP);
    for (const graph of graphs.values()) {
      if (["crashing", "makeInvoice"].includes(graph.name)) continue;
      const { json } = await api.call("GET", `/api/runs?workflow=${graph.name}&limit=1`, { key: platform.key });
      const file = await api.call("GET", `/api/runs/${json.runs[0].id}/test`, { key: platform.key });
      expect([graph.name, file.status]).toEqual([graph.name, 200]);
      expect(file.text).not.toContain(ENV.SHOP_TOKEN);
      await writeFile(join(folder, "tests", `${graph.name}.recorded.test.ts`), file.text);
    }
    await runIn(folder, "npm", ["run", "check"]);
    await runIn(folder, "npm", ["test"]);
    const path = join(folder, "workflows", "order-alert.ts");
    const source = await readFile(path, "utf8");
    await writeFile(path, source.replace("stock/${order.body.sku}", "stock/${order.body.id}"));
    const failed = await runIn(folder, "npm", ["test", "--", "tests/orderAlert.recorded.test.ts"]).catch(String);
    await writeFile(path, source);
    expect(failed).toContain('stock: url is \\"');
  }, 300_000);
});

describe("an exported server", () => {
  it("goes on with its runs after a crash in the middle of steps and sleeps, and loses none", async () => {
    const started: string[] = [];
    for (let n = 0; n < 10; n++) {
      const run = await begin(site, "crashing", { ...CRASH, input: { body: { n }, query: {} } });
      if (typeof run === "string") started.push(run);
      if (n === 4 || n === 9) {
        await setTimeout(n === 4 ? 200 : 700);
        await site.kill();
        await site.start();
      }
    }
    const endings = await Promise.all(started.map((run) => follow(site, run, CRASH)));
    expect(endings).toEqual(Array.from({ length: 10 }, (_, n) => ({ result: { n, left: 1, right: 2 } })));
    const calls = service.take("crashing");
    for (const node of ["first", "left", "right", "last"]) {
      const asked = new Set(calls.filter((call) => call.node === node).map(({ body }) => (body as { n: number }).n));
      expect([node, asked.size]).toEqual([node, 10]);
    }
  }, 120_000);

  it("tells the address that an approval names, once, with a link that answers it", async () => {
    service.notices.splice(0);
    const run = await begin(site, "approval", scenarios.get("approval") ?? { input: {} });
    const [notice] = await until(
      async () => [...service.notices],
      (notices) => notices.length > 0,
    );
    await setTimeout(1_500);
    expect([notice?.node, service.notices.length]).toEqual(["boss", 1]);
    const { pathname, search } = new URL(notice?.approve ?? "");
    expect((await fetch(`${site.url}${pathname}${search}`, { method: "POST" })).status).toBe(200);
    expect(await follow(site, String(run), { input: {} })).toEqual({ result: null });
    expect((await fetch(`${site.url}${pathname}${search}`, { method: "POST" })).status).toBe(404);
  }, 60_000);

  it("takes no message for its queue from a stranger, and no hook by the SDK's own token", async () => {
    const post = (path: string): Promise<Response> =>
      fetch(`${site.url}/.well-known/workflow/v1/${path}`, {
        method: "POST",
        headers: { "x-vqs-queue-name": "__wkf_workflow_x", "x-vqs-message-id": "msg_1", "x-vqs-message-attempt": "1" },
        body: "{}",
      });
    expect([(await post("flow")).status, (await post("step")).status]).toEqual([403, 403]);
    const run = await begin(site, "approval", scenarios.get("approval") ?? { input: {} });
    const { waits } = await until(
      async () =>
        (await (await fetch(`${site.url}/api/runs/${String(run)}`, { headers: { authorization: `Bearer ${site.key}` } })).json()) as {
          waits: { url: string }[];
        },
      ({ waits }) => waits.length > 0,
    );
    const signed = new URL(waits[0]?.url ?? "").pathname.split("/").at(-1) ?? "";
    const token = Buffer.from(signed.split(".")[0] ?? "", "base64url").toString();
    expect((await post(`webhook/${encodeURIComponent(token)}`)).status).toBe(404);
    for (const forged of [token, `${signed.split(".")[0]}.AAAA`, `${signed}x`]) {
      expect(
        (await fetch(`${site.url}/api/hooks/${encodeURIComponent(forged)}`, { method: "POST", body: '{"approved":true}' })).status,
      ).toBe(404);
    }
    const page = await fetch(waits[0]?.url ?? "", { headers: { accept: "text/html" } });
    expect([page.status, (await page.text()).includes("<h1>Pay 5 EUR?</h1>")]).toEqual([200, true]);
  });

  it("answers nobody without the key, and refuses input that does not fit", async () => {
    const post = (headers: Record<string, string>): Promise<Response> =>
      fetch(`${site.url}/api/triggers/orderAlert`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: "[1",
      });
    expect([(await post({})).status, (await post({ authorization: "Bearer wrong" })).status]).toEqual([401, 401]);
    expect((await post({ authorization: `Bearer ${site.key}` })).status).toBe(400);
    expect((await fetch(`${site.url}/api/runs/wrun_1`)).status).toBe(401);
    expect((await fetch(`${site.url}/api/schedules/schedule`)).status).toBe(401);
    expect((await fetch(`${site.url}/api/schedules/schedule`, { headers: { authorization: "Bearer crons" } })).status).toBeLessThan(300);
  });
});

/** What does not depend on each other may come in any order. */
function sorted({ ending, calls }: { ending: unknown; calls: readonly unknown[] }): unknown {
  return { ending, calls: calls.map((call) => JSON.stringify(call)).sort() };
}
