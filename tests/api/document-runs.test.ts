import { afterAll, beforeAll, expect, it } from "vitest";
import type { Api } from "./start-api.ts";
import { chain, startApi, until } from "./start-api.ts";

let api: Api;
let admin: string;

beforeAll(async () => {
  api = await startApi();
  ({ key: admin } = await api.newKey({ admin: true }));
});
afterAll(() => api.close());

const call = (method: string, path: string, json?: unknown, key = admin) => api.call(method, path, { key, json });

async function create(graph: object) {
  const answer = await call("POST", "/api/documents", { graph });
  expect(answer.status).toBe(200);
  return answer.json;
}

/** A test run, when it has ended. */
async function test(id: string, body: object) {
  const started = await call("POST", `/api/documents/${id}/runs`, body);
  expect(started.status).toBe(200);
  return ended(started.json.run.id);
}

async function ended(id: string) {
  return until(
    async () => (await call("GET", `/api/runs/${id}`)).json,
    (run) => ["completed", "failed"].includes(run.status),
  );
}

const double = { id: "double", kind: "code", config: { source: "return { value: n * 2 };", inputs: { n: "{{ input.body.n }}" } } };
const text = { id: "text", kind: "code", config: { source: "return `got ${n}`;", inputs: { n: "{{ double.value }}" } } };
const result = { id: "result", kind: "control.return", config: { value: "{{ text }}" } };

it("runs a draft that is not published, as a version that no list shows", async () => {
  const made = await create(chain("tested", {}, double, text, result));
  const run = await test(made.id, { input: { n: 4 } });
  expect(run).toMatchObject({ workflow: "tested", status: "completed", trigger: "test", result: "got 8", version: 1 });
  expect((await call("GET", `/api/documents/${made.id}/versions`)).json.versions).toEqual([]);
  expect((await call("GET", `/api/documents/${made.id}/versions/1`)).json).toMatchObject({ listed: false, live: false });
  const shown = (await call("GET", `/api/documents/${made.id}`)).json;
  expect(shown).toMatchObject({ live: null, revision: 1, lastRun: { id: run.id, status: "completed" } });
  expect((await api.call("POST", "/api/triggers/tested", { key: admin })).status).toBe(404);
});

it("runs the document as it is in the editor, whatever it is called there", async () => {
  const made = await create(chain("inEditor", {}, double, text, result));
  const edited = { ...chain("calledOtherwise", {}, double, { ...result, config: { value: "{{ double.value + 1 }}" } }) };
  expect(await test(made.id, { graph: edited, input: { n: 1 } })).toMatchObject({ workflow: "inEditor", result: 3 });
  expect((await call("GET", `/api/documents/${made.id}`)).json.graph.name).toBe("inEditor");
});

it("refuses an input that does not fit, and a draft with errors", async () => {
  const input = { type: "object", properties: { n: { type: "number" } }, required: ["n"] };
  const made = await create(chain("strict", { input }, double, { ...result, config: { value: "{{ double }}" } }));
  expect((await call("POST", `/api/documents/${made.id}/runs`, { input: { n: "four" } })).json.error.code).toBe("invalid_input");
  const wrong = await call("POST", `/api/documents/${made.id}/runs`, { graph: chain("strict", {}, result) });
  expect([wrong.status, wrong.json.error.code]).toEqual([422, "invalid_graph"]);
});

it("takes what is pinned for a node's output, and runs the node again once it is not", async () => {
  const made = await create(chain("pinned", {}, double, text, result));
  expect((await call("PUT", `/api/documents/${made.id}/pins/double`, { output: { value: 100 } })).json).toEqual({
    node: "double",
    pinned: true,
  });
  expect((await call("GET", `/api/documents/${made.id}`)).json.pins).toEqual({ double: { value: 100 } });
  expect((await test(made.id, { input: { n: 1 } })).result).toBe("got 100");
  expect((await call("DELETE", `/api/documents/${made.id}/pins/double`)).json).toEqual({ node: "double", pinned: false });
  expect((await test(made.id, { input: { n: 1 } })).result).toBe("got 2");
});

it("takes a pinned trigger's output for the input when none is given", async () => {
  const made = await create(chain("pinnedInput", {}, double, text, result));
  await call("PUT", `/api/documents/${made.id}/pins/input`, { output: { body: { n: 21 }, query: {}, headers: {} } });
  expect((await test(made.id, {})).result).toBe("got 42");
  expect((await test(made.id, { input: { n: 1 } })).result).toBe("got 2");
});

it("moves a pin along when its node is renamed, and keeps one that is null", async () => {
  const made = await create(chain("moved", {}, double, text, result));
  await call("PUT", `/api/documents/${made.id}/pins/double`, { output: null });
  const renamed = JSON.parse(JSON.stringify(made.graph).replaceAll("double", "twice"));
  await call("PUT", `/api/documents/${made.id}`, { revision: 1, graph: renamed });
  expect((await call("GET", `/api/documents/${made.id}`)).json.pins).toEqual({ twice: null });
});

it("gives what each node gave last, the newest of each", async () => {
  const made = await create(chain("sampled", {}, double, text, result));
  const path = `/api/documents/${made.id}/samples`;
  expect((await call("GET", path)).json).toEqual({ run: null, values: {} });
  await test(made.id, { input: { n: 1 } });
  const run = await test(made.id, { input: { n: 2 } });
  expect((await call("GET", path)).json).toEqual({
    run: run.id,
    values: { input: { body: { n: 2 }, query: {}, headers: {} }, double: { value: 4 }, text: "got 4" },
  });
});

it("cuts a large sample and keeps its shape", async () => {
  const big = {
    id: "big",
    kind: "code",
    config: { source: "return { rows: Array.from({ length: 5000 }, (_, at) => ({ at, name: 'x'.repeat(50) })), total: 5000 };" },
  };
  const made = await create(chain("large", {}, big));
  await test(made.id, {});
  const { text: body, json } = await call("GET", `/api/documents/${made.id}/samples`);
  expect(body.length).toBeLessThan(70_000);
  expect(json.values.big.total).toBe(5000);
  expect(json.values.big.rows[0]).toEqual({ at: 0, name: "x".repeat(50) });
  expect(json.values.big.rows.length).toBeGreaterThan(100);
});

it("runs one node alone with given values, with samples, and says which are missing", async () => {
  const made = await create(chain("alone", {}, double, text, result));
  const missing = await call("POST", `/api/documents/${made.id}/runs`, { node: "text" });
  expect([missing.status, missing.json.error.details]).toEqual([400, { missing: ["double"] }]);
  const given = await test(made.id, { node: "text", values: { double: { value: 7 } } });
  expect(given).toMatchObject({ status: "completed", result: "got 7", workflow: "alone" });

  await test(made.id, { input: { n: 5 } });
  expect((await test(made.id, { node: "text" })).result).toBe("got 10");
  expect((await test(made.id, { node: "double" })).result).toEqual({ value: 10 });
  expect((await test(made.id, { node: "double", input: { n: 8 } })).result).toEqual({ value: 16 });
  const { values } = (await call("GET", `/api/documents/${made.id}/samples`)).json;
  expect(values).toEqual({ input: { body: { n: 8 }, query: {}, headers: {} }, double: { value: 16 }, text: "got 10" });
});

it("runs a node alone though the rest of the draft is wrong, and refuses one that gives nothing", async () => {
  const made = await create(chain("rest", {}, { ...double, config: { source: "return {{{" } }, text, result));
  expect((await test(made.id, { node: "text", values: { double: { value: 1 } } })).result).toBe("got 1");
  expect((await call("POST", `/api/documents/${made.id}/runs`, { node: "result" })).status).toBe(400);
  expect((await call("POST", `/api/documents/${made.id}/runs`, { node: "nobody" })).status).toBe(400);
});

const loop = {
  weft: 1,
  name: "looped",
  nodes: [
    { id: "input", kind: "trigger", config: { on: "manual" } },
    { id: "orders", kind: "code", config: { source: "return { list: [{ id: 3 }, { id: 4 }] };" } },
    { id: "each", kind: "control.forEach", config: { items: "{{ orders.list }}", as: "order", collect: "{{ line }}" } },
    { id: "line", kind: "code", parent: "each", config: { source: "return `#${id}`;", inputs: { id: "{{ order.id }}" } } },
    { id: "lines", kind: "control.return", config: { value: "{{ each }}" } },
  ],
  edges: [
    { id: "e1", source: "input", target: "orders" },
    { id: "e2", source: "orders", target: "each" },
    { id: "e3", source: "each", target: "lines" },
  ],
};

it("runs a node of a loop with the first item, or with the one that is given, and a loop with all it holds", async () => {
  const made = await create(loop);
  expect((await call("POST", `/api/documents/${made.id}/runs`, { node: "line" })).json.error.details).toEqual({ missing: ["orders"] });
  const orders = { list: [{ id: 8 }, { id: 9 }] };
  expect((await test(made.id, { node: "line", values: { orders } })).result).toBe("#8");
  expect((await test(made.id, { node: "line", values: { order: { id: 12 } } })).result).toBe("#12");
  expect((await test(made.id, { node: "each", values: { orders } })).result).toEqual(["#8", "#9"]);
  expect((await test(made.id, {})).result).toEqual(["#3", "#4"]);
  expect((await call("GET", `/api/documents/${made.id}/samples`)).json.values).toMatchObject({ order: { id: 3 }, line: "#4" });
});

it("lets an archived workflow's trigger and one that is switched off answer nobody, and both again later", async () => {
  const made = await create(chain("resting", { auth: "none" }, { id: "result", kind: "control.return", config: { value: "awake" } }));
  const change = (body: object) => call("PATCH", `/api/documents/${made.id}`, body);
  const fire = async () => (await api.call("POST", "/api/triggers/resting")).status;
  expect((await change({ enabled: false })).status).toBe(409);
  await call("POST", `/api/documents/${made.id}/publish`, { revision: 1 });
  expect((await change({ enabled: false })).json).toMatchObject({ trigger: { enabled: false }, archived: false });
  expect(await fire()).toBe(404);
  await call("POST", `/api/documents/${made.id}/publish`, { revision: 1 });
  expect(await fire()).toBe(404);
  await change({ enabled: true });
  expect(await fire()).toBe(200);
  expect((await change({ archived: true })).json).toMatchObject({ archived: true });
  const answer = await api.call("POST", "/api/triggers/resting");
  expect([answer.status, answer.json.error.message]).toEqual([404, "The workflow resting is archived."]);
  expect((await call("POST", `/api/documents/${made.id}/publish`, { revision: 1 })).status).toBe(409);
  const named = (list: { documents: { name: string }[] }) => list.documents.map((document) => document.name);
  expect(named((await call("GET", "/api/documents")).json)).not.toContain("resting");
  expect(named((await call("GET", "/api/documents?archived=true")).json)).toEqual(["resting"]);
  await change({ archived: false });
  expect(await fire()).toBe(200);
});

it("fires no schedule of an archived workflow, and makes up for none afterwards", async () => {
  const made = await create(
    chain("nightly", { on: "schedule", cron: "0 3 * * *" }, { id: "done", kind: "control.return", config: { value: 1 } }),
  );
  await call("POST", `/api/documents/${made.id}/publish`, { revision: 1 });
  const next = async () => (await call("GET", `/api/documents/${made.id}`)).json.trigger.nextAt;
  const due = await next();
  expect(due).toMatch(/T03:00:00\.000Z$/);
  await call("PATCH", `/api/documents/${made.id}`, { archived: true });
  expect(await next()).toBeNull();
  await call("PATCH", `/api/documents/${made.id}`, { enabled: false });
  await call("PATCH", `/api/documents/${made.id}`, { archived: false });
  expect(await next()).toBeNull();
  await call("PATCH", `/api/documents/${made.id}`, { enabled: true });
  expect(await next()).toBe(due);
});

it("moves and tags a workflow", async () => {
  const made = await create(chain("filed", {}));
  const answer = await call("PATCH", `/api/documents/${made.id}`, { folder: "a/b", tags: ["x", "y", "x"] });
  expect(answer.json).toMatchObject({ folder: "a/b", tags: ["x", "y"], revision: 1 });
  expect((await call("PATCH", `/api/documents/${made.id}`, { folder: "a//b" })).status).toBe(400);
});

it("deletes a workflow with its runs by its name, and not while one is going", async () => {
  const wait = { id: "waits", kind: "control.waitForEvent", config: {} };
  const made = await create(chain("doomed", {}, wait));
  await call("POST", `/api/documents/${made.id}/publish`, { revision: 1 });
  await call("POST", `/api/documents/${made.id}/shares`, {});
  const { json } = await call("POST", `/api/documents/${made.id}/runs`, {});
  const remove = (name: string) => call("DELETE", `/api/documents/${made.id}?name=${name}`);
  expect((await remove("dooomed")).status).toBe(409);
  const going = await remove("doomed");
  expect([going.status, going.json.error.details]).toEqual([409, { run: json.run.id }]);
  await call("POST", `/api/runs/${json.run.id}/cancel`);
  expect((await remove("doomed")).json).toEqual({ id: made.id, deleted: true });
  for (const path of [`/api/documents/${made.id}`, `/api/runs/${json.run.id}`]) expect((await call("GET", path)).status).toBe(404);
  expect((await api.call("POST", "/api/triggers/doomed", { key: admin })).status).toBe(404);
});

it("gives what a person answered and what a called workflow gave", async () => {
  await api.publish(chain("child", {}, { id: "value", kind: "control.return", config: { value: { deep: 1 } } }));
  const made = await create(
    chain(
      "parent",
      { on: "manual" },
      { id: "child", kind: "control.call", config: { workflow: "child", input: { body: 1, query: {}, headers: {} } } },
      { id: "review", kind: "control.approval", config: { message: "Well?" } },
    ),
  );
  const started = await call("POST", `/api/documents/${made.id}/runs`, {});
  const path = `/api/runs/${started.json.run.id}`;
  await until(
    async () => (await call("GET", path)).json.waits.length,
    (waits) => waits === 1,
  );
  await call("POST", `${path}/answers/review`, { approved: true, by: "Ada" });
  await ended(started.json.run.id);
  const { values } = (await call("GET", `/api/documents/${made.id}/samples`)).json;
  expect(values).toMatchObject({ child: { deep: 1 }, review: { by: "Ada" } });
});

it("lets a run that waits go on when its workflow is renamed meanwhile", async () => {
  const wait = { id: "waits", kind: "control.waitForEvent", config: {} };
  const given = { id: "given", kind: "control.return", config: { value: "{{ waits }}" } };
  const made = await create(chain("oldName", { on: "manual" }, wait, given));
  await call("POST", `/api/documents/${made.id}/publish`, { revision: 1 });
  const started = await api.call("POST", "/api/triggers/oldName", { key: admin, json: {} });
  const path = `/api/runs/${started.json.run.id}`;
  await until(
    async () => (await call("GET", path)).json.status,
    (status) => status === "waiting",
  );
  await call("PUT", `/api/documents/${made.id}`, { revision: 1, graph: { ...made.graph, name: "newName" } });
  await call("POST", `/api/documents/${made.id}/publish`, { revision: 2 });
  await call("POST", `${path}/answers/waits`, { done: 1 });
  expect(await ended(started.json.run.id)).toMatchObject({ status: "completed", result: { done: 1 }, workflow: "newName" });
});
