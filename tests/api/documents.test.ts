import { afterAll, beforeAll, expect, it } from "vitest";
import { Browser } from "./browser.ts";
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
const returns = (name: string, value: unknown, trigger: object = { auth: "none" }) =>
  chain(name, trigger, { id: "result", kind: "control.return", config: { value } });

/** A workflow made of a graph, as the API shows it. */
async function create(graph: object) {
  const answer = await call("POST", "/api/documents", { graph });
  expect(answer.status).toBe(200);
  return answer.json;
}

async function save(id: string, revision: number, graph: object) {
  return call("PUT", `/api/documents/${id}`, { revision, graph });
}

async function publish(id: string, revision: number, note?: string) {
  return call("POST", `/api/documents/${id}/publish`, { revision, ...(note === undefined ? {} : { note }) });
}

async function show(id: string) {
  return (await call("GET", `/api/documents/${id}`)).json;
}

async function listed(id: string) {
  const { json } = await call("GET", "/api/documents");
  return json.documents.find((document: { id: string }) => document.id === id);
}

it("makes an empty workflow with a trigger by hand, in a place", async () => {
  const made = (await call("POST", "/api/documents", { title: "Send the invoices", folder: "sales/orders" })).json;
  expect(made).toMatchObject({
    name: "sendTheInvoices",
    title: "Send the invoices",
    folder: "sales/orders",
    revision: 1,
    live: null,
    archived: false,
    nodes: 1,
    services: [],
    lastRun: null,
    trigger: { on: "manual", enabled: true, nextAt: null },
    pins: {},
  });
  expect(made.graph.nodes).toEqual([{ id: "input", kind: "trigger", config: { on: "manual" }, position: { x: 0, y: 0 } }]);
  expect(await show(made.id)).toEqual(made);
  expect((await call("POST", "/api/documents", {})).json).toMatchObject({ name: "workflow", title: "" });
});

it("makes a workflow of a document under a name that nobody has", async () => {
  const [first, second] = [await create(returns("hello", 1)), await create(returns("hello", 1))];
  expect([first.name, second.name, second.graph.name]).toEqual(["hello", "hello2", "hello2"]);
  expect(first.graph.nodes.map((node: { position: object }) => node.position)).toEqual([
    { x: 0, y: 0 },
    { x: 280, y: 0 },
  ]);
});

it("makes a workflow of TypeScript, and says where a module is not one", async () => {
  const made = await create(returns("original", "{{ input.body }}"));
  const { text } = await call("GET", `/api/documents/${made.id}/export?format=module`);
  const parsed = await call("POST", "/api/documents", { source: text.replace("function original(", "function fromCode(") });
  expect(parsed.json).toMatchObject({ name: "fromCode", nodes: 2, trigger: { on: "http" } });
  const wrong = await call("POST", "/api/documents", { source: "export const x = 1;" });
  expect([wrong.status, wrong.json.error.details.diagnostics.length > 0]).toEqual([422, true]);
});

it("copies a workflow with its pins, and not its versions", async () => {
  const made = await create({ ...returns("copied", 1), title: "Copied" });
  await publish(made.id, 1);
  await call("PUT", `/api/documents/${made.id}/pins/result`, { output: { a: 1 } });
  const copy = (await call("POST", "/api/documents", { from: made.id })).json;
  expect(copy).toMatchObject({ name: "copied2", title: "Copied copy", live: null, pins: { result: { a: 1 } }, revision: 1 });
});

it("refuses what is no document, two origins, and an origin that does not exist", async () => {
  expect((await call("POST", "/api/documents", { graph: { weft: 1 } })).status).toBe(422);
  expect((await call("POST", "/api/documents", { graph: {}, source: "" })).status).toBe(400);
  expect((await call("POST", "/api/documents", { from: "wfl_nothing" })).status).toBe(404);
});

it("saves a draft with errors in it and shows it again", async () => {
  const made = await create(returns("drafty", 1));
  const wrong = { ...made.graph, nodes: [...made.graph.nodes, { id: "Not an id", kind: "no.such", config: {} }] };
  const saved = await save(made.id, 1, wrong);
  expect(saved.json).toMatchObject({ id: made.id, revision: 2, name: "drafty", live: null });
  expect((await show(made.id)).graph).toEqual(wrong);
  expect((await save(made.id, 2, { weft: 1, nodes: "none" })).status).toBe(422);
});

it("tells who saves on an old revision what is there now", async () => {
  const made = await create(returns("conflict", 1));
  const mine = { ...made.graph, title: "Mine" };
  await save(made.id, 1, mine);
  const late = await save(made.id, 1, { ...made.graph, title: "Late" });
  expect(late.status).toBe(409);
  expect(late.json.error.details).toMatchObject({ revision: 2, graph: mine, updatedBy: null });
  expect((await show(made.id)).title).toBe("Mine");
});

it("lets exactly one of twenty simultaneous saves win", async () => {
  const made = await create(returns("race", 1));
  const titles = Array.from({ length: 20 }, (_, at) => `title ${at}`);
  const answers = await Promise.all(titles.map((title) => save(made.id, 1, { ...made.graph, title })));
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
  const winner = titles[answers.findIndex((answer) => answer.status === 200)];
  expect(await show(made.id)).toMatchObject({ revision: 2, title: winner });
});

it("renames what is not published at once, and refuses a name that another one has", async () => {
  await create(returns("taken", 1));
  const made = await create(returns("renamed", 1));
  const saved = await save(made.id, 1, { ...made.graph, name: "renamedAgain" });
  expect(saved.json).toMatchObject({ name: "renamedAgain", revision: 2 });
  const refused = await save(made.id, 2, { ...made.graph, name: "taken" });
  expect([refused.status, refused.json.error.details]).toEqual([409, { name: "taken" }]);
  expect(await show(made.id)).toMatchObject({ name: "renamedAgain", revision: 2 });
});

it("publishes a draft with a note and says when what is live lags behind", async () => {
  const made = await create(returns("published", "one"));
  const answer = await publish(made.id, 1, "The first");
  expect(answer.json).toMatchObject({
    workflow: "published",
    version: 1,
    created: true,
    url: `${api.url}/api/triggers/published`,
  });
  expect((await api.call("POST", "/api/triggers/published")).json).toBe("one");
  expect(await show(made.id)).toMatchObject({ revision: 1, live: { version: 1, lags: false } });

  const changed = returns("published", "two");
  const saved = await save(made.id, 1, changed);
  expect(saved.json).toMatchObject({ revision: 2, live: { version: 1, lags: true } });
  expect((await listed(made.id)).live).toMatchObject({ version: 1, lags: true });
  expect((await api.call("POST", "/api/triggers/published")).json).toBe("one");

  await save(made.id, 2, made.graph);
  expect((await show(made.id)).live).toMatchObject({ lags: false });
});

it("publishes only the revision that was asked for, and nothing with errors", async () => {
  const made = await create(returns("careful", 1));
  await save(made.id, 1, returns("careful", "{{ nobody }}"));
  expect((await publish(made.id, 1)).status).toBe(409);
  const wrong = await publish(made.id, 2);
  expect([wrong.status, wrong.json.error.details.diagnostics[0].location.node]).toEqual([422, "result"]);
  expect((await show(made.id)).live).toBeNull();
});

it("keeps a published workflow's name until the next publish, and lets it answer to the former one afterwards", async () => {
  const made = await create(returns("formerName", "before"));
  await publish(made.id, 1);
  const saved = await save(made.id, 1, returns("presentName", "after"));
  expect(saved.json).toMatchObject({ name: "formerName", live: { lags: true } });
  await publish(made.id, 2);
  expect((await show(made.id)).name).toBe("presentName");
  for (const name of ["formerName", "presentName"]) expect((await api.call("POST", `/api/triggers/${name}`)).json).toBe("after");

  const caller = chain(
    "callsFormer",
    { auth: "none" },
    { id: "child", kind: "control.call", config: { workflow: "formerName", input: {} } },
  );
  expect((await call("POST", "/api/workflows", caller)).status).toBe(200);
  await api.call("POST", "/api/triggers/callsFormer", { key: admin });
  const ran = await until(
    async () => (await call("GET", "/api/runs?workflow=callsFormer")).json.runs[0],
    (run) => run.status === "completed" || run.status === "failed",
  );
  expect(ran).toMatchObject({ status: "completed", error: null });

  await api.publish(returns("formerName", "another"));
  expect((await api.call("POST", "/api/triggers/formerName")).json).toBe("another");
  expect((await api.call("POST", "/api/triggers/presentName")).json).toBe("after");
});

it("refuses to publish under a name that another workflow took meanwhile", async () => {
  const made = await create(returns("wanting", 1));
  await publish(made.id, 1);
  await save(made.id, 1, returns("wanted", 1));
  await create(returns("wanted", 2));
  const refused = await publish(made.id, 2);
  expect([refused.status, refused.json.error.details]).toEqual([409, { name: "wanted" }]);
  expect(await show(made.id)).toMatchObject({ name: "wanting", graph: { name: "wanted" } });
});

it("shows what was published by the command, as a new revision, and keeps a draft that differs", async () => {
  await api.publish(returns("command", "one"));
  const { documents } = (await call("GET", "/api/documents")).json;
  const made = documents.find((document: { name: string }) => document.name === "command");
  expect(made).toMatchObject({ revision: 1, live: { version: 1, lags: false } });
  await api.publish(returns("command", "two"));
  const second = await show(made.id);
  expect(second).toMatchObject({ revision: 2, live: { version: 2, lags: false } });
  expect(second.graph.nodes[1].config).toEqual({ value: "two" });

  await save(made.id, 2, { ...second.graph, title: "Drawn meanwhile" });
  await api.publish(returns("command", "three"));
  expect(await show(made.id)).toMatchObject({ revision: 3, title: "Drawn meanwhile", live: { version: 3, lags: true } });
  expect((await api.call("POST", "/api/triggers/command")).json).toBe("three");
});

it("lists versions, shows each, and rolls back without touching the draft", async () => {
  const made = await create(returns("history", "one"));
  await publish(made.id, 1, "first");
  await save(made.id, 1, returns("history", "two"));
  await publish(made.id, 2, "second");
  const { versions } = (await call("GET", `/api/documents/${made.id}/versions`)).json;
  expect(versions).toMatchObject([
    { number: 2, note: "second", live: true, listed: true, createdBy: null },
    { number: 1, note: "first", live: false, listed: true },
  ]);
  const first = (await call("GET", `/api/documents/${made.id}/versions/1`)).json;
  expect(first.graph.nodes[1].config).toEqual({ value: "one" });
  expect(first.source).toContain("export async function history");
  expect((await call("GET", `/api/documents/${made.id}/versions/7`)).status).toBe(404);

  const back = await call("POST", `/api/documents/${made.id}/versions/1/live`, {});
  expect(back.json).toMatchObject({ number: 1, live: true });
  expect((await api.call("POST", "/api/triggers/history")).json).toBe("one");
  const after = await show(made.id);
  expect(after).toMatchObject({ revision: 2, live: { version: 1, lags: true } });
  expect(after.graph.nodes[1].config).toEqual({ value: "two" });
  expect((await call("POST", `/api/documents/${made.id}/versions/7/live`, {})).status).toBe(404);
});

it("says who saved last and who published, by name", async () => {
  const ada = await new Browser(api.url).signUp("ada@example.com", "Ada");
  const grace = await new Browser(api.url).signUp("grace@example.com", "Grace");
  const made = (await ada.call("POST", "/api/documents", { json: { title: "Signed" } })).json;
  expect(made.updatedBy).toMatchObject({ name: "Ada" });
  await ada.call("POST", `/api/documents/${made.id}/publish`, { json: { revision: 1 } });
  const { versions } = (await ada.call("GET", `/api/documents/${made.id}/versions`)).json;
  expect(versions).toMatchObject([{ number: 1, createdBy: { name: "Ada" } }]);
  await ada.call("PUT", `/api/documents/${made.id}`, { json: { revision: 1, graph: { ...made.graph, title: "Changed" } } });
  const late = await ada.call("PUT", `/api/documents/${made.id}`, { json: { revision: 1, graph: made.graph } });
  expect(late.json.error).toMatchObject({
    message: "Ada has changed this workflow meanwhile.",
    details: { revision: 2, updatedBy: { name: "Ada" } },
  });
  const link = (await ada.call("POST", `/api/documents/${made.id}/shares`, { json: {} })).json;
  expect((await api.call("GET", `/api/shared/${link.url.split("/").at(-1)}`)).json).toMatchObject({ title: "Changed" });
  expect((await grace.call("GET", `/api/documents/${made.id}`)).status).toBe(404);
  expect((await grace.call("DELETE", `/api/documents/${made.id}?name=signed`)).status).toBe(404);
});

it("gives a workflow to nobody of another scope", async () => {
  const made = await create(returns("private", 1));
  await api.publish(returns("reached", 1));
  const { key } = await api.newKey({ workflows: ["reached"] });
  expect((await call("GET", `/api/documents/${made.id}`, undefined, key)).status).toBe(404);
  const { documents } = (await call("GET", "/api/documents", undefined, key)).json;
  expect(documents.map((document: { name: string }) => document.name)).toEqual(["reached"]);
  expect((await call("PUT", `/api/documents/${made.id}`, { revision: 1, graph: made.graph }, key)).status).toBe(403);
});

it("gives the draft as a file under its name, as a document or as code", async () => {
  const made = await create(returns("exported", 1));
  const json = await call("GET", `/api/documents/${made.id}/export?format=json`);
  expect(json.headers.get("content-disposition")).toBe('attachment; filename="exported.json"');
  expect(json.json).toEqual(made.graph);
  const code = await call("GET", `/api/documents/${made.id}/export?format=module`);
  expect(code.headers.get("content-disposition")).toBe('attachment; filename="exported.ts"');
  expect(code.text).toContain('"use workflow"');
  await save(made.id, 1, { ...made.graph, name: 'x"; rm -rf /\r\n' });
  expect((await call("GET", `/api/documents/${made.id}/export?format=json`)).headers.get("content-disposition")).toBe(
    'attachment; filename="exported.json"',
  );
  expect((await call("GET", `/api/documents/${made.id}/export?format=module`)).status).toBe(422);
});

it.each([
  ["a document", "/api/documents", (graph: string) => `{"graph":${graph}}`],
  ["what is published", "/api/workflows", (graph: string) => graph],
])("refuses %s that nests too deep in its own words", async (_, path, bodyOf) => {
  const post = async (levels: number): Promise<{ status: number; message: string }> => {
    const body = bodyOf(`{"weft":1,"name":"x","nodes":${"[".repeat(levels)}${"]".repeat(levels)},"edges":[]}`);
    const headers = { authorization: `Bearer ${admin}`, "content-type": "application/json" };
    const response = await fetch(`${api.url}${path}`, { method: "POST", headers, body });
    const { error } = await response.json();
    return { status: response.status, message: error.message };
  };
  expect(await post(20_000)).toEqual({ status: 400, message: "The body is nested deeper than 500 levels." });
  expect(await post(300)).toEqual({ status: 422, message: expect.stringContaining("it nests deeper than 200 levels.") });
});

it("publishes code as deep as code may be, and says of deeper code that it is", async () => {
  const publishCode = (name: string, levels: number) =>
    call(
      "POST",
      "/api/workflows",
      chain(name, { auth: "none" }, { id: "calc", kind: "code", config: { source: `return ${"[".repeat(levels)}${"]".repeat(levels)};` } }),
    );
  expect((await publishCode("deepCode", 240)).status).toBe(200);
  const { status, json } = await publishCode("deeperCode", 20_000);
  expect({ status, message: json.error.message }).toEqual({
    status: 422,
    message: "deeperCode has an error: The code of `calc` does not parse: it nests deeper than 250 levels.",
  });
});
