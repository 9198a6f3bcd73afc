import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { graphOf, readFixtures } from "../../codegen/testing/read-fixture.ts";
import type { Scenario } from "../../codegen/testing/play-fixture.ts";
import type { Graph } from "../../codegen/index.ts";
import { buildProject } from "../../lib/exports/build-project.ts";
import { compiled, exportCatalog, exportSources } from "../../lib/exports/workflows-for-test.ts";
import type { Api } from "../api/start-api.ts";
import { startApi } from "../api/start-api.ts";
import { ExportedSite, runIn, writeProject } from "./exported-site.ts";
import type { Site } from "./play-case.ts";
import { playCase } from "./play-case.ts";
import { prepareCase } from "./prepare-case.ts";
import { ScenarioService } from "./scenario-service.ts";

const NAMES = readFixtures()
  .map(({ name }) => name)
  .filter((name) => !name.startsWith("wrong-") && !["polling", "output", "child"].includes(name));
const ENV = { SHOP_HOST: "shop.example.com", SHOP_TOKEN: "shop-secret", REGION: "eu", TAX_RATE: "0.19" };

const scenarios = new Map<string, Scenario>();
let service: ScenarioService;
let api: Api;
let platform: Site;
let site: ExportedSite;
let folder: string;
const graphs = new Map<string, Graph>();

beforeAll(async () => {
  service = await ScenarioService.start(scenarios);
  const fixtures = readFixtures().filter(({ name }) => NAMES.includes(name));
  for (const fixture of fixtures) {
    const prepared = prepareCase(fixture.name, graphOf(fixture), fixture.scenario, service.url);
    graphs.set(fixture.name, prepared.graph);
    scenarios.set(fixture.name, prepared.scenario);
  }
  process.env["WEFT_ALLOWED_PRIVATE_HOSTS"] = service.host;
  for (const [name, value] of Object.entries(ENV)) process.env[`WEFT_ENV_${name}`] = value;
  api = await startApi();
  for (const graph of graphs.values()) await api.publish(graph);
  platform = { url: api.url, key: (await api.newKey({ admin: true })).key };

  const [first, ...others] = [...graphs.values()].map(compiled);
  if (!first) throw new Error("no cases");
  folder = await mkdtemp(join(tmpdir(), "exported-"));
  await writeProject(folder, buildProject([first, ...others], { catalog: exportCatalog, sources: exportSources }));
  await runIn(folder, "npm", ["install", "--prefer-offline", "--no-audit", "--no-fund"]);
  await runIn(folder, "npm", ["run", "build"]);
  site = await ExportedSite.start(folder, { ...ENV });
}, 180_000);
afterAll(async () => {
  await site?.kill();
  await api?.close();
  await service?.close();
  await rm(folder, { recursive: true, force: true });
});

describe("an exported workflow", () => {
  it.each(NAMES)("%s does what it does on the platform, call by call", async (name) => {
    const graph = graphs.get(name);
    const scenario = scenarios.get(name);
    if (!graph || !scenario) throw new Error(name);
    const there = { ending: await playCase(platform, graph.name, scenario), calls: service.take(name) };
    const here = { ending: await playCase(site, graph.name, scenario), calls: service.take(name) };
    expect(sorted(here)).toEqual(sorted(there));
  });
});

/** What does not depend on each other may come in any order. */
function sorted({ ending, calls }: { ending: unknown; calls: readonly unknown[] }): unknown {
  return { ending, calls: calls.map((call) => JSON.stringify(call)).sort() };
}
