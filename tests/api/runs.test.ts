import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Api } from "./start-api.ts";
import { chain, startApi, until } from "./start-api.ts";

let api: Api;
let key: string;

beforeAll(async () => {
  api = await startApi();
  ({ key } = await api.newKey());
  await api.publish(
    chain(
      "double",
      { respond: "async" },
      {
        id: "total",
        kind: "code",
        label: "Double it",
        config: { source: "return count * 2;", inputs: { count: "{{ input.body.count }}" } },
      },
      { id: "result", kind: "control.return", config: { value: "{{ total }}" } },
    ),
  );
  await api.publish(
    chain(
      "wrong",
      { respond: "async" },
      { id: "broken", kind: "code", config: { source: "throw new Error('no');" }, policy: { retries: 0 } },
    ),
  );
  await api.publish(
    chain(
      "slow",
      { respond: "async" },
      { id: "spin", kind: "code", config: { source: "const end = Date.now() + 600; while (Date.now() < end); return 1;" } },
    ),
  );
  await api.publish(chain("sleepy", { respond: "async" }, { id: "nap", kind: "control.sleep", config: { for: "1h" } }));
  await api.publish({
    weft: 1,
    name: "asks",
    nodes: [
      { id: "input", kind: "trigger", config: { on: "http", respond: "async" } },
      { id: "ok", kind: "control.approval", label: "Ask the boss", config: { message: "Refund {{ input.body.amount }}?" } },
      { id: "yes", kind: "control.return", config: { value: { by: "{{ ok.by }}", comment: "{{ ok.comment }}" } } },
      { id: "no", kind: "control.return", config: { value: "rejected" } },
    ],
    edges: [
      { id: "e1", source: "input", target: "ok" },
      { id: "e2", source: "ok", port: "approved", target: "yes" },
      { id: "e3", source: "ok", port: "rejected", target: "no" },
    ],
  });
  await api.publish(
    chain(
      "listens",
      { respond: "async" },
      { id: "paid", kind: "control.waitForEvent", config: {} },
      { id: "result", kind: "control.return", config: { value: "{{ paid }}" } },
    ),
  );
});
afterAll(() => api.close());

async function start(workflow: string, body: unknown = {}): Promise<string> {
  const answer = await api.call("POST", `/api/triggers/${workflow}`, { key, json: body });
  expect(answer.status).toBe(202);
  return answer.json.run.id as string;
}

const show = (id: string) => api.call("GET", `/api/runs/${id}`, { key });
const ended = (id: string) =>
  until(
    () => show(id),
    (run) => ["completed", "failed", "cancelled"].includes(run.json.status as string),
  );
const waiting = (id: string) =>
  until(
    () => show(id),
    (run) => run.json.status === "waiting" && run.json.waits.length > 0,
  );

describe("a run", () => {
  it("shows its steps with label, input, output and times", async () => {
    const run = (await ended(await start("double", { count: 21 }))).json;
    expect(run).toMatchObject({ workflow: "double", status: "completed", result: 42, error: null, waits: [], parent: null });
    expect(run.input.body).toEqual({ count: 21 });
    expect(run.steps).toHaveLength(1);
    expect(run.steps[0]).toMatchObject({
      node: "total",
      label: "Double it",
      kind: "code",
      status: "completed",
      attempt: 1,
      input: { count: 21 },
      output: 42,
      error: null,
    });
    expect(run.steps[0].durationMs).toBeGreaterThanOrEqual(0);
    expect(Date.parse(run.endedAt)).toBeGreaterThanOrEqual(Date.parse(run.createdAt));
  });

  it("says which node failed", async () => {
    const run = (await ended(await start("wrong"))).json;
    expect([run.status, run.error.node]).toEqual(["failed", "broken"]);
    expect(run.steps[0]).toMatchObject({ node: "broken", status: "failed" });
  });

  it("is found by its workflow's keys only", async () => {
    const id = await start("double", { count: 1 });
    const { key: other } = await api.newKey({ workflows: ["sleepy"] });
    for (const [method, path] of [
      ["GET", ""],
      ["GET", "/events"],
      ["POST", "/cancel"],
      ["POST", "/answers/ok"],
    ] as const) {
      expect((await api.call(method, `/api/runs/${id}${path}`, { key: other, ...(method === "POST" ? { json: {} } : {}) })).status).toBe(
        404,
      );
      expect((await api.call(method, `/api/runs/${id}${path}`)).status).toBe(401);
    }
    const list = await api.call("GET", "/api/runs", { key: other });
    expect(list.json.runs.every((run: { workflow: string }) => run.workflow === "sleepy")).toBe(true);
  });

  it("that does not exist is 404, and an id that cannot be one is 400", async () => {
    expect((await show("run_nope")).status).toBe(404);
    expect((await show("run%00x")).status).toBe(400);
  });
});

describe("the list of runs", () => {
  it("gives pages, newest first, that together hold each run once", async () => {
    const made: string[] = [];
    for (let count = 0; count < 5; count++) made.push(await start("double", { count }));
    const { key: narrow } = await api.newKey({ workflows: ["double"] });
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page = await api.call("GET", `/api/runs?limit=2${cursor && `&cursor=${cursor}`}`, { key: narrow });
      expect(page.json.runs.length).toBeLessThanOrEqual(2);
      seen.push(...page.json.runs.map((run: { id: string }) => run.id));
      cursor = page.json.next as string | null;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.slice(0, 5)).toEqual(made.toReversed());
  });

  it("filters by status and workflow, and shows no payloads", async () => {
    await ended(await start("wrong"));
    const failed = (await api.call("GET", "/api/runs?status=failed&workflow=wrong", { key })).json.runs;
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.every((run: { status: string; workflow: string }) => run.status === "failed" && run.workflow === "wrong")).toBe(true);
    expect(Object.keys(failed[0])).not.toContain("input");
    expect((await api.call("GET", "/api/runs?status=completed&workflow=wrong", { key })).json).toEqual({ runs: [], next: null });
  });

  it("refuses filters it does not know", async () => {
    const answer = await api.call("GET", "/api/runs?status=odd&limit=1000&cursor=x", { key });
    expect(answer.status).toBe(400);
    expect(answer.json.error.details.fields.map((field: { path: string }) => field.path)).toEqual(["query.status", "query.limit"]);
    expect((await api.call("GET", "/api/runs?cursor=x", { key })).status).toBe(400);
  });
});

describe("cancelling", () => {
  it("ends a sleeping run, and is the same twice", async () => {
    const id = await start("sleepy");
    await until(
      () => show(id),
      (run) => run.json.status !== "pending",
    );
    const first = await api.call("POST", `/api/runs/${id}/cancel`, { key });
    expect([first.status, first.json.status]).toEqual([200, "cancelled"]);
    expect((await api.call("POST", `/api/runs/${id}/cancel`, { key })).status).toBe(200);
  });

  it("is refused for a run that has ended", async () => {
    const id = await start("double", { count: 1 });
    await ended(id);
    const answer = await api.call("POST", `/api/runs/${id}/cancel`, { key });
    expect([answer.status, answer.json.error.code]).toEqual([409, "conflict"]);
  });
});

describe("a run that waits", () => {
  it("shows what it asks, and goes on with a person's answer by run and node", async () => {
    const id = await start("asks", { amount: 12 });
    const run = (await waiting(id)).json;
    expect(run.status).toBe("waiting");
    expect(run.waits[0]).toMatchObject({ node: "ok", label: "Ask the boss", kind: "approval", message: "Refund 12?" });
    const answer = await api.call("POST", `/api/runs/${id}/answers/ok`, { key, json: { approved: true, by: "Ada", comment: "fine" } });
    expect([answer.status, answer.json.run]).toEqual([200, id]);
    expect((await ended(id)).json.result).toEqual({ by: "Ada", comment: "fine" });
    expect((await api.call("POST", `/api/runs/${id}/answers/ok`, { key, json: { approved: true } })).status).toBe(404);
  });

  it("is answered once by its one-time address, without a key; reading the address answers nothing", async () => {
    const id = await start("asks", { amount: 5 });
    const path = new URL((await waiting(id)).json.waits[0].url as string).pathname;
    const asked = await api.call("GET", path);
    expect(asked.json).toMatchObject({ run: id, workflow: "asks", node: "ok", kind: "approval", message: "Refund 5?" });
    expect(asked.text).not.toContain(path.split("/").at(-1));
    expect((await api.call("POST", path, { json: { approved: "maybe" } })).status).toBe(400);
    const answers = await Promise.all([0, 1, 2].map(() => api.call("POST", path, { json: { approved: false } })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 404, 404]);
    expect((await ended(id)).json.result).toBe("rejected");
    expect((await api.call("GET", path)).status).toBe(404);
  });

  it("shows a browser a page whose buttons answer", async () => {
    const id = await start("asks", { amount: "<b>7</b>" });
    const path = new URL((await waiting(id)).json.waits[0].url as string).pathname;
    const page = await api.call("GET", `${path}?approved=true`, { headers: { accept: "text/html" } });
    expect(page.headers.get("content-type")).toMatch(/^text\/html/);
    expect(page.text).toContain("Refund &#60;b&#62;7&#60;/b&#62;?");
    expect((await show(id)).json.status).toBe("waiting");
    const body = new URLSearchParams({ by: "Bo", comment: "", approved: "true" });
    const thanks = await api.call("POST", path, { body, headers: { accept: "text/html" } });
    expect(thanks.text).toContain("Thank you");
    expect((await ended(id)).json.result).toMatchObject({ by: "Bo" });
    expect((await api.call("GET", path, { headers: { accept: "text/html" } })).text).toContain("Nothing waits here");
  });

  it("takes an answer from the address's query when the body is empty", async () => {
    const id = await start("asks", { amount: 1 });
    const path = new URL((await waiting(id)).json.waits[0].url as string).pathname;
    expect((await api.call("POST", `${path}?approved=false`)).status).toBe(200);
    expect((await ended(id)).json.result).toBe("rejected");
  });

  it("takes any JSON as an event", async () => {
    const id = await start("listens");
    const path = new URL((await waiting(id)).json.waits[0].url as string).pathname;
    expect((await api.call("POST", path, { json: { paid: [1, "x"] } })).status).toBe(200);
    expect((await ended(id)).json.result).toEqual({ paid: [1, "x"] });
  });

  it("does not know a token nobody made", async () => {
    expect((await api.call("GET", "/api/hooks/abc")).status).toBe(404);
    expect((await api.call("POST", "/api/hooks/abc", { json: {} })).status).toBe(404);
  });
});

interface Message {
  readonly id: number;
  readonly event: string;
  readonly data: { readonly status?: string; readonly node?: string; readonly waits?: readonly unknown[] };
}

async function readEvents(id: string, lastId?: number): Promise<Message[]> {
  const headers = { authorization: `Bearer ${key}`, ...(lastId === undefined ? {} : { "last-event-id": String(lastId) }) };
  const response = await fetch(`${api.url}/api/runs/${id}/events`, { headers });
  expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
  const blocks = (await response.text()).split("\n\n").filter((block) => block.startsWith("id: "));
  return blocks.map((block) => {
    const [, number, event, data] = /^id: (\d+)\nevent: (\w+)\ndata: (.*)$/.exec(block) ?? [];
    return { id: Number(number), event: event ?? "", data: JSON.parse(data ?? "null") };
  });
}

describe("a run's events", () => {
  it("tell of each step and the end, then close", async () => {
    const messages = await readEvents(await start("double", { count: 2 }));
    expect(messages.at(-1)).toMatchObject({ event: "run", data: { status: "completed" } });
    expect(messages.filter((message) => message.event === "step").at(-1)?.data).toMatchObject({ node: "total", status: "completed" });
    expect(messages.map((message) => message.id)).toEqual(messages.map((message) => message.id).toSorted((a, b) => a - b));
  });

  it("show a step that takes its time while it runs", async () => {
    const messages = await readEvents(await start("slow"));
    const states = messages.filter((message) => message.event === "step").map((message) => message.data.status);
    expect([...new Set(states)]).toEqual(["running", "completed"]);
  });

  it("come live while a run waits, and go on after Last-Event-ID", async () => {
    const id = await start("asks", { amount: 3 });
    await waiting(id);
    const reading = readEvents(id);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await api.call("POST", `/api/runs/${id}/answers/ok`, { key, json: { approved: true } });
    const messages = await reading;
    expect(messages.find((message) => message.event === "wait")?.data.waits).toHaveLength(1);
    expect(messages.at(-1)?.data.status).toBe("completed");
    const waitedAt = messages.find((message) => message.event === "run" && message.data.status === "waiting")?.id ?? 0;
    const rest = await readEvents(id, waitedAt);
    expect(rest.length).toBeLessThan(messages.length);
    expect(rest.every((message) => message.id >= waitedAt)).toBe(true);
    expect(rest.at(-1)?.data.status).toBe("completed");
  });

  it("of a run that has ended are told to who has them all as one last word", async () => {
    const id = await start("double", { count: 2 });
    await ended(id);
    const last = (await readEvents(id)).at(-1)?.id;
    expect(await readEvents(id, last)).toMatchObject([{ id: last, event: "run", data: { status: "completed" } }]);
  });

  it("stop being read when the reader leaves", async () => {
    const id = await start("sleepy");
    const leave = new AbortController();
    const response = await fetch(`${api.url}/api/runs/${id}/events`, { headers: { authorization: `Bearer ${key}` }, signal: leave.signal });
    expect(response.status).toBe(200);
    leave.abort();
    expect((await api.call("POST", `/api/runs/${id}/cancel`, { key })).status).toBe(200);
  });
});

describe("the API as a whole", () => {
  it("says that it is well", async () => {
    const answer = await api.call("GET", "/api/health");
    expect([answer.status, answer.json]).toEqual([200, { status: "ok", database: "ok", world: "ok", queueDepth: expect.any(Number) }]);
  });

  it("answers unknown paths and wrong methods in its own shape, with its own headers", async () => {
    const unknown = await api.call("GET", "/api/nothing/here");
    expect([unknown.status, unknown.json.error.code]).toEqual([404, "not_found"]);
    expect(Object.keys(unknown.json.error)).toEqual(["code", "message", "hint", "details"]);
    const method = await api.call("DELETE", "/api/runs");
    expect([method.status, method.headers.get("allow")]).toEqual([405, "GET"]);
    for (const answer of [unknown, method]) {
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
  });
});
