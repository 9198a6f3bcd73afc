// Over 400 lines: one server with runs of every kind, and all streams and timelines that show them.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { local } from "../../lib/keys/access.ts";
import { showRun } from "../../lib/runs/show-run.ts";
import { showTimeline } from "../../lib/timeline/show-timeline.ts";
import type { Api } from "./start-api.ts";
import { chain, startApi, until } from "./start-api.ts";

let api: Api;
let key: string;

const node = (id: string, kind: string, config: object = {}, more: object = {}) => ({ id, kind, config, ...more });

beforeAll(async () => {
  api = await startApi();
  ({ key } = await api.newKey());
  await api.publish({
    weft: 1,
    name: "branches",
    nodes: [
      node("input", "trigger", { on: "http", respond: "async" }),
      node("big", "control.if", { when: "input.body.amount > 100" }),
      node(
        "total",
        "code",
        { source: "console.log('counting', n); console.warn({ n }); return { total: n * 2 };", inputs: { n: "{{ input.body.amount }}" } },
        { label: "Double it" },
      ),
      node("note1", "control.set", { fields: { text: "small" } }),
      node("small", "code", { source: "return 'small';" }),
      node("nap", "control.sleep", { for: "1h" }),
      node("last", "code", { source: "return 'awake';" }),
    ],
    edges: [
      { id: "e1", source: "input", target: "big" },
      { id: "e2", source: "big", port: "true", target: "total" },
      { id: "e3", source: "big", port: "false", target: "note1" },
      { id: "e4", source: "note1", target: "small" },
      { id: "e5", source: "total", target: "nap" },
      { id: "e6", source: "nap", target: "last" },
    ],
  });
  await api.publish({
    weft: 1,
    name: "asks",
    nodes: [
      node("input", "trigger", { on: "http", respond: "async" }),
      node("ok", "control.approval", { message: "Refund {{ input.body.amount }}?", timeout: "2d" }),
      node("yes", "control.return", { value: "{{ ok.by }}" }),
      node("no", "control.return", { value: "no" }),
    ],
    edges: [
      { id: "e1", source: "input", target: "ok" },
      { id: "e2", source: "ok", port: "approved", target: "yes" },
      { id: "e3", source: "ok", port: "rejected", target: "no" },
    ],
  });
  await api.publish(
    chain(
      "fragile",
      { respond: "async" },
      node("paid", "code", { source: "return { paid: n, at: Math.random() };", inputs: { n: "{{ input.body.n }}" } }),
      node("broken", "code", {
        source: "console.error('about to fail'); if (n > 1) throw new Error('too much'); return n;",
        inputs: { n: "{{ input.body.n }}" },
      }),
    ),
  );
  await api.publish(
    chain(
      "calls",
      { respond: "async" },
      node("sub", "control.call", { workflow: "fragile", input: { body: { n: "{{ input.body.n }}" } } }),
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
const timeline = async (id: string, who = key) => (await api.call("GET", `/api/runs/${id}/timeline`, { key: who })).json;
const ended = (id: string) =>
  until(
    () => show(id),
    (run) => ["completed", "failed", "cancelled"].includes(run.json.status as string),
  );
const resting = (id: string, node: string) =>
  until(
    () => timeline(id),
    // oxlint-disable-next-line typescript/no-explicit-any
    (shown) => shown.run.status === "waiting" && shown.steps.some((step: any) => step.node === node && step.status === "waiting"),
  );

describe("a run's timeline", () => {
  it("shows steps and sleeps with their times, in the order they began", async () => {
    const id = await start("branches", { amount: 200 });
    const shown = await resting(id, "nap");
    expect(shown.run).toMatchObject({
      id,
      status: "waiting",
      document: expect.stringMatching(/^wfl_/),
      title: "",
      rerunOf: null,
      result: null,
    });
    expect(shown.run.input.value.body).toEqual({ amount: 200 });
    expect(shown.skipped).toEqual([]);
    expect(shown.usage).toBeNull();
    expect(shown.steps).toHaveLength(2);
    expect(shown.steps[0]).toMatchObject({
      id: "step_total_0",
      node: "total",
      label: "Double it",
      kind: "code",
      type: "step",
      status: "completed",
      attempt: 1,
      error: null,
      retryAt: null,
      until: null,
      childRun: null,
      reused: false,
      preview: "{total: 400}",
      usage: null,
      wait: null,
    });
    expect(shown.steps[0].durationMs).toBeGreaterThanOrEqual(0);
    expect(shown.steps[1]).toMatchObject({ node: "nap", type: "sleep", status: "waiting", endedAt: null, durationMs: null });
    expect(Math.abs(Date.parse(shown.steps[1].until) - Date.now() - 3_600_000)).toBeLessThan(10_000);
    await api.call("POST", `/api/runs/${id}/cancel`, { key });
    const after = await timeline(id);
    expect(after.steps[1].status).toBe("cancelled");
    expect(after.skipped).toEqual(["small", "last"]);
  });

  it("names what an ended run did not reach, of pure code only what is certain", async () => {
    const id = await start("branches", { amount: 5 });
    await ended(id);
    expect((await timeline(id)).skipped).toEqual(["total", "nap", "last"]);
    const woken = await start("branches", { amount: 500 });
    await resting(woken, "nap");
    expect((await api.call("POST", `/api/runs/${woken}/wake`, { key, json: {} })).json).toEqual({ id: woken, woken: 1 });
    await ended(woken);
    expect((await timeline(woken)).skipped).toEqual(["note1", "small"]);
  });

  it("shows an approval with its question, its end and its answer", async () => {
    const id = await start("asks", { amount: 7 });
    const [asked] = (await resting(id, "ok")).steps;
    expect(asked).toMatchObject({
      type: "approval",
      status: "waiting",
      preview: null,
      wait: { message: "Refund 7?", url: expect.stringContaining("/api/hooks/") },
    });
    expect(Math.abs(Date.parse(asked.until) - Date.now() - 2 * 86_400_000)).toBeLessThan(10_000);
    await api.call("POST", `/api/runs/${id}/answers/ok`, { key, json: { approved: true, by: "Ada" } });
    await ended(id);
    const [answered] = (await timeline(id)).steps;
    expect(answered).toMatchObject({ status: "completed", wait: null, preview: expect.stringContaining('by: "Ada"') });
    const details = (await api.call("GET", `/api/runs/${id}/steps/${answered.id}`, { key })).json;
    expect(details).toMatchObject({ input: { message: "Refund 7?" }, output: { approved: true, by: "Ada" }, logs: [] });
  });

  it("shows a called workflow as one step that lasts until it ended", async () => {
    const id = await start("calls", { n: 9 });
    await ended(id);
    const shown = await timeline(id);
    expect(shown.steps).toHaveLength(1);
    expect(shown.steps[0]).toMatchObject({
      node: "sub",
      type: "child",
      status: "failed",
      error: { message: expect.stringContaining("too much") },
    });
    expect((await show(shown.steps[0].childRun)).json).toMatchObject({ workflow: "fragile", status: "failed", parent: id });
    const fine = await start("calls", { n: 1 });
    await ended(fine);
    expect((await timeline(fine)).steps[0]).toMatchObject({ status: "completed", error: null });
  });

  it("leaves a large input out and says how large it is", async () => {
    const id = await start("fragile", { n: 1, text: "x".repeat(20_000) });
    await ended(id);
    const { input } = (await timeline(id)).run;
    expect(Object.keys(input)).toEqual(["bytes"]);
    expect(input.bytes).toBeGreaterThan(20_000);
  });

  it("says the address of a wait only to who may answer, and is there for who reaches the workflow", async () => {
    const id = await start("asks", { amount: 1 });
    await resting(id, "ok");
    const viewer = { ...local(api.server.workspaceId), permissions: new Set(["read"] as const) };
    const seen = await showTimeline(api.server, viewer, id, (path) => path);
    expect(seen.steps[0]?.wait).toEqual({ message: "Refund 1?" });
    const run = await showRun(api.server, viewer, id, (path) => path);
    expect(Object.keys(run.waits[0] ?? {})).not.toContain("url");
    await expect(showTimeline(api.server, local("wsp_other"), id, (path) => path)).rejects.toMatchObject({ code: "not_found" });
    const { key: other } = await api.newKey({ workflows: ["branches"] });
    for (const [method, path] of [
      ["GET", "timeline"],
      ["GET", "steps/step_ok_0"],
      ["POST", "rerun"],
      ["POST", "wake"],
    ] as const) {
      const body = method === "POST" ? { json: {} } : {};
      expect((await api.call(method, `/api/runs/${id}/${path}`, { key: other, ...body })).status).toBe(404);
      expect((await api.call(method, `/api/runs/${id}/${path}`, body)).status).toBe(401);
    }
  });
});

describe("a step", () => {
  it("is shown whole: input, output, attempts and what its code printed", async () => {
    const id = await start("branches", { amount: 300 });
    await resting(id, "nap");
    const step = (await api.call("GET", `/api/runs/${id}/steps/step_total_0`, { key })).json;
    expect(step).toMatchObject({
      node: "total",
      input: { n: 300 },
      output: { total: 600 },
      attempts: [{ number: 1, error: null }],
      logs: [
        { level: "log", text: "counting 300" },
        { level: "warn", text: '{"n":300}' },
      ],
    });
    expect((await api.call("GET", `/api/runs/${id}/steps/step_nothing_0`, { key })).status).toBe(404);
  });

  it("that failed keeps what it printed before, and where it failed", async () => {
    const id = await start("fragile", { n: 3 });
    await ended(id);
    const logs = [
      { level: "error", text: "about to fail" },
      { level: "error", text: expect.stringMatching(/^Failed in line \d+: /) },
    ];
    const step = (await api.call("GET", `/api/runs/${id}/steps/step_broken_0`, { key })).json;
    expect(step).toMatchObject({ status: "failed", output: null, logs });
    expect(step.attempts).toMatchObject([{ number: 1, error: { message: expect.stringContaining("too much") }, logs }]);
  });
});

describe("running again", () => {
  it("repeats a run with the same input, on its version or the live one", async () => {
    const id = await start("fragile", { n: 1 });
    await ended(id);
    const again = await api.call("POST", `/api/runs/${id}/rerun`, { key, json: {} });
    expect(again.status).toBe(200);
    const second = (await ended(again.json.run.id)).json;
    expect(second).toMatchObject({ status: "completed", trigger: "manual", version: 1, input: { body: { n: 1 } } });
    const shown = await timeline(second.id);
    expect([shown.run.rerunOf, shown.steps.map(({ reused }: { reused: boolean }) => reused)]).toEqual([id, [false, false]]);
    const refused = await api.call("POST", `/api/runs/${id}/rerun`, { key, json: { from: "failed" } });
    expect([refused.status, refused.json.error.message]).toEqual([409, `The run ${id} did not fail: it completed.`]);
  });

  it("goes on from where a run failed, on a version that does better, and repeats nothing", async () => {
    const id = await start("fragile", { n: 2 });
    await ended(id);
    const paid = (await api.call("GET", `/api/runs/${id}/steps/step_paid_0`, { key })).json.output;
    await api.publish(
      chain(
        "fragile",
        { respond: "async" },
        node("paid", "code", { source: "return { paid: n, at: Math.random() };", inputs: { n: "{{ input.body.n }}" } }),
        node("broken", "code", {
          source: "console.error('about to fail'); if (n > 2) throw new Error('too much'); return n;",
          inputs: { n: "{{ input.body.n }}" },
        }),
      ),
    );
    const again = await api.call("POST", `/api/runs/${id}/rerun`, { key, json: { from: "failed", version: "live" } });
    const second = (await ended(again.json.run.id)).json;
    expect(second).toMatchObject({ status: "completed", version: 2 });
    const { steps } = await timeline(second.id);
    expect(steps).toMatchObject([
      { node: "paid", reused: true, status: "completed" },
      { node: "broken", reused: false, status: "completed" },
    ]);
    expect((await api.call("GET", `/api/runs/${second.id}/steps/step_paid_0`, { key })).json.output).toEqual(paid);
  });
});

describe("waking", () => {
  it("is refused where nothing sleeps: an approval's timeout is no sleep", async () => {
    const id = await start("asks", { amount: 1 });
    await resting(id, "ok");
    expect((await api.call("POST", `/api/runs/${id}/wake`, { key, json: {} })).status).toBe(409);
  });

  it("ends the sleep that is named, and no other", async () => {
    const id = await start("branches", { amount: 900 });
    const shown = await resting(id, "nap");
    expect((await api.call("POST", `/api/runs/${id}/wake`, { key, json: { wait: "wait_0" } })).status).toBe(409);
    const nap = shown.steps[1].id as string;
    expect((await api.call("POST", `/api/runs/${id}/wake`, { key, json: { wait: nap } })).json).toEqual({ id, woken: 1 });
    expect((await ended(id)).json.status).toBe("completed");
  });
});

describe("the list of runs", () => {
  const list = async (query: string, who = key) => {
    const answer = await api.call("GET", `/api/runs?${query}`, { key: who });
    expect(answer.status).toBe(200);
    return answer.json.runs.map(({ id }: { id: string }) => id) as string[];
  };

  it("is narrowed by trigger, version, time, document and words", async () => {
    const before = new Date().toISOString();
    const id = await start("fragile", { n: 1, customer: "Zoë Quillfeather", mail: "zoe@example.com" });
    const failed = await start("fragile", { n: 77, customer: "none" });
    await ended(id);
    await ended(failed);
    const { document } = (await timeline(id)).run;
    expect((await list(`document=${document}&trigger=http`)).slice(0, 2)).toEqual([failed, id]);
    expect(await list(`document=${document}&trigger=schedule`)).toEqual([]);
    expect(await list(`workflow=fragile&version=99`)).toEqual([]);
    expect(await list(`from=${before}`)).toEqual([failed, id]);
    expect(await list(`from=${before}&status=failed`)).toEqual([failed]);
    expect(await list(`to=2000-01-01T00:00:00Z`)).toEqual([]);
    const found = await until(
      () => list("text=quillf"),
      (ids) => ids.length > 0,
    );
    expect(found).toEqual([id]);
    for (const text of ["zoë quill", "ZOE@EXAMPLE", `${id}`, "example.com zoe", "Quillfeather,"])
      expect(await list(`text=${encodeURIComponent(text)}`)).toEqual([id]);
    await until(
      () => list(`text=${encodeURIComponent("too much none")}`),
      (ids) => ids[0] === failed,
    );
    expect(await list(`text=quillfeather&status=failed`)).toEqual([]);
    expect(await list(`text=quillfeather&workflow=fragile&trigger=http`)).toEqual([id]);
    expect(await list(`text=${encodeURIComponent("'&|!:*\\")}`)).toEqual([]);
    const { key: other } = await api.newKey({ workflows: ["branches"] });
    expect(await list("text=quillfeather", other)).toEqual([]);
    expect(await list(`document=${document}`, other)).toEqual([]);
  });

  it("shows nothing of another workspace, by words either", async () => {
    const id = await start("fragile", { n: 1, customer: "Xylophone" });
    await ended(id);
    await until(
      () => list("text=xylophone"),
      (ids) => ids.length === 1,
    );
    const { server } = api;
    const found = await server.engine.findByWords("xylophone", { workspaceId: "wsp_other", limit: 10 });
    expect(found).toEqual([]);
  });
});

interface Message {
  readonly event: string;
  // Tests read messages they have just described.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
  readonly at: number;
}

/** Reads a stream of events until `done`, noting when each came. */
async function follow(path: string, done: (message: Message) => boolean, opened?: () => void): Promise<Message[]> {
  const leave = new AbortController();
  const response = await fetch(`${api.url}${path}`, { headers: { authorization: `Bearer ${key}` }, signal: leave.signal });
  const messages: Message[] = [];
  let rest = "";
  opened?.();
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const blocks = (rest + chunk).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const [, event, data] = /event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
      if (event === undefined) continue;
      const message = { event, data: JSON.parse(data ?? "null"), at: Date.now() };
      messages.push(message);
      if (done(message)) {
        leave.abort();
        return messages;
      }
    }
  }
  return messages;
}

describe("the stream of a run", () => {
  it("carries what the timeline does, also of a sleep, within 100 ms", async () => {
    const id = await start("branches", { amount: 1000 });
    const messages = await follow(`/api/runs/${id}/events`, ({ event, data }) => event === "step" && data.type === "sleep");
    const total = messages.find(({ data }) => data.node === "total" && data.status === "completed");
    expect(total?.data).toMatchObject({ type: "step", preview: "{total: 2000}", reused: false, retryAt: null });
    expect(messages.at(-1)?.data).toMatchObject({ node: "nap", type: "sleep", status: "waiting", until: expect.any(String) });
    const seen = follow(`/api/runs/${id}/events`, ({ event, data }) => event === "run" && data.status === "completed");
    await new Promise((resolve) => setTimeout(resolve, 100));
    await api.call("POST", `/api/runs/${id}/wake`, { key, json: {} });
    const rest = await seen;
    const last = rest.findLast(({ event, data }) => event === "step" && data.node === "last");
    expect(last?.data.status).toBe("completed");
    expect((last?.at ?? Infinity) - Date.parse(last?.data.endedAt)).toBeLessThan(100);
    expect(rest.findLast(({ data }) => data.node === "nap")?.data.status).toBe("completed");
  });
});

describe("the stream of all runs", () => {
  it("tells of every change of status that the caller may see, and of no more", async () => {
    const { key: other } = await api.newKey({ workflows: ["asks"] });
    let id = "";
    const messages = await follow(
      "/api/runs/changes",
      ({ data }) => data.id === id && data.status === "completed",
      () =>
        void (async () => {
          id = await start("branches", { amount: 1001 });
          await resting(id, "nap");
          await new Promise((resolve) => setTimeout(resolve, 100));
          await api.call("POST", `/api/runs/${id}/wake`, { key, json: {} });
        })(),
    );
    const own = messages.filter(({ data }) => data.id === id);
    expect(own.map(({ event }) => event)).toEqual(own.map(() => "run"));
    expect(own.map(({ data }) => data.status)).toEqual(expect.arrayContaining(["waiting", "completed"]));
    expect(Object.keys(own[0]?.data)).toEqual(["id", "document", "status"]);
    const leave = new AbortController();
    const hidden = await fetch(`${api.url}/api/runs/changes`, { headers: { authorization: `Bearer ${other}` }, signal: leave.signal });
    await start("branches", { amount: 1 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const reader = hidden.body?.getReader();
    const first = new TextDecoder().decode((await reader?.read())?.value);
    expect(first).toBe("retry: 1000\n\n");
    leave.abort();
  });
});
