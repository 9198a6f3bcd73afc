import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Api } from "./start-api.ts";
import { chain, startApi } from "./start-api.ts";

const WORKFLOWS = 1_000;
const RUNS_EACH = 100;
let api: Api;
let admin: string;
let first: string;

beforeAll(async () => {
  api = await startApi();
  ({ key: admin } = await api.newKey({ admin: true }));
  const code = { id: "given", kind: "code", config: { source: "return { n: 1 };" } };
  const made = await api.call("POST", "/api/documents", { key: admin, json: { graph: chain("copied", {}, code) } });
  first = made.json.id;
  await api.call("POST", `/api/documents/${first}/publish`, { key: admin, json: { revision: 1 } });
  const { system } = api.server;
  await system.execute(sql`insert into workflows (id, workspace_id, name, title, outline, draft)
    select 'wfl_copy' || n, workspace_id, name || n, title, outline, (select graph from versions where workflow_id = w.id limit 1)
    from workflows w, generate_series(1, ${WORKFLOWS - 1}::int) n where w.id = ${first}`);
  await system.execute(sql`insert into versions (id, workspace_id, workflow_id, number, graph, graph_hash, source, runtime, bundle, sha256, export_name, steps, nodes, sdk_version, catalog_hash)
    select 'ver_' || w.id, v.workspace_id, w.id, 1, v.graph, v.graph_hash, v.source, v.runtime, v.bundle, v.sha256, v.export_name, v.steps, v.nodes, v.sdk_version, v.catalog_hash
    from versions v, workflows w where v.workflow_id = ${first} and w.id <> ${first}`);
  await system.execute(sql`update workflows set live_version_id = 'ver_' || id, latest_version_id = 'ver_' || id where id <> ${first}`);
  await system.execute(sql`insert into runs (id, workspace_id, workflow_id, version_id, sdk_name, trigger, status, created_at, completed_at)
    select 'run_' || w.id || '_' || n, w.workspace_id, w.id, w.live_version_id, 'x', 'manual', 'completed', now() - n * interval '1 minute', now() - n * interval '1 minute' + interval '1 second'
    from workflows w, generate_series(1, ${RUNS_EACH}::int) n`);
  await system.execute(sql`analyze`);
}, 120_000);
afterAll(() => api.close());

/** The median of a few calls, in milliseconds. */
async function timed(path: string) {
  const times: number[] = [];
  let json;
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    ({ json } = await api.call("GET", path, { key: admin }));
    times.push(performance.now() - start);
  }
  return { ms: times.sort((a, b) => a - b)[2], json };
}

it("lists a thousand workflows with their last of 100,000 runs in a second", async () => {
  const { ms, json } = await timed("/api/documents");
  expect(json.documents.length).toBe(WORKFLOWS);
  expect(new Set(json.documents.map((document: { lastRun: { durationMs: number } }) => document.lastRun.durationMs))).toEqual(
    new Set([1000]),
  );
  expect(ms).toBeLessThan(1_000);
});

it("reads samples among 100,000 runs in a quarter of a second", async () => {
  const { ms, json } = await timed(`/api/documents/${first}/samples`);
  expect(json.values).toEqual({ input: null });
  expect(ms).toBeLessThan(250);
});
