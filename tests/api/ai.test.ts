import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { aiEvents } from "../../lib/api/ai-schemas.ts";
import type { ModelServer } from "../../lib/ai/testing/model-server.ts";
import { startModelServer } from "../../lib/ai/testing/model-server.ts";
import { readEvents } from "../../lib/ai/testing/read-events.ts";
import type { ReceivedEvent } from "../../lib/ai/testing/read-events.ts";
import { SESSIONS } from "../../lib/ai/testing/sessions.ts";
import { newKey, printKey } from "../../lib/secrets/key-ring.ts";
import type { Api } from "./start-api.ts";
import { chain, startApi, until } from "./start-api.ts";

/** From a sentence to a proposal over HTTP, with a server that plays the model. */

const KEY = "sk-model-server";
let api: Api;
let models: ModelServer;
let admin: string;

beforeAll(async () => {
  vi.stubEnv("WEFT_ENCRYPTION_KEYS", printKey(newKey()));
  [api, models] = await Promise.all([startApi(), startModelServer(SESSIONS, KEY)]);
  admin = (await api.newKey({ admin: true })).key;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await api.close();
  await models.close();
});
beforeEach(() => {
  models.requests.length = 0;
  models.problems.length = 0;
});

async function choose(model: string, more: object = {}): Promise<void> {
  const json = { provider: "openai", baseUrl: `${models.url}/v1`, apiKey: KEY, model, ...more };
  const { status, text } = await api.call("PATCH", "/api/ai/settings", { key: admin, json });
  expect({ status, text }).toEqual({ status: 200, text: expect.any(String) });
}

async function ask(path: string, json: object): Promise<ReceivedEvent[]> {
  const { status, text } = await api.call("POST", path, { key: admin, json });
  expect({ status, text: text.slice(0, 500) }).toEqual({ status: 200, text: expect.any(String) });
  const events = readEvents(text);
  // What is streamed is what the schemas say.
  const schemas = new Map(Object.entries(aiEvents));
  for (const { event, data } of events)
    expect({ event, error: schemas.get(event)?.safeParse(data).error }).toEqual({ event, error: undefined });
  expect(events.filter(({ event }) => !schemas.has(event))).toEqual([]);
  return events;
}

async function generate(model: string, request: object = {}): Promise<ReceivedEvent[]> {
  await choose(model);
  return ask("/api/ai/generate-workflow", { prompt: "Watch large orders", ...request });
}

const last = (events: readonly ReceivedEvent[]): ReceivedEvent => events.at(-1) ?? { event: "none", data: undefined };
const names = (events: readonly ReceivedEvent[]): string[] => events.map(({ event }) => event).filter((name) => name !== "operation");
const idsOf = (graph: { nodes: { id: string }[] }): string[] => graph.nodes.map(({ id }) => id);

describe("a proposal", () => {
  it("is a working workflow, made operation by operation of a sentence", async () => {
    const events = await generate("good");
    expect(names(events)).toEqual(["started", "usage", "checking", "proposal"]);
    const operations = events.filter(({ event }) => event === "operation").map(({ data }) => data.operation);
    expect(operations.map(({ op }) => op)).toEqual(["setWorkflow", "setNode", "addNode", "addNode", "addNode", "addNode", "say"]);
    const { data } = last(events);
    expect(data).toMatchObject({ repairs: 0, stopped: "clean", rejected: [], diagnostics: [], operations });
    expect(data.code).toContain("export async function largeOrder(input: LargeOrderInput)");
    expect(data.summary).toBe("The stock API's address is an example: put yours in. Orders of $500 or less end without a message.");
    expect(data.usage).toEqual({ inputTokens: 1_000, outputTokens: 200, dollars: null, requests: 1, estimated: false });
    expect(models.problems).toEqual([]);
  });

  it("tells with each operation what it changed, so that a canvas follows without knowing operations", async () => {
    const events = await generate("good");
    const nodes = new Map<string, unknown>();
    const edges = new Map<string, unknown>();
    for (const { data } of events.filter(({ event }) => event === "operation")) {
      for (const node of data.change.nodes) nodes.set(node.id, node);
      for (const edge of data.change.edges) edges.set(edge.id, edge);
    }
    const { graph } = last(events).data;
    expect([...nodes.values()]).toEqual(graph.nodes);
    expect([...edges.values()]).toEqual(graph.edges);
  });

  it("is read out of thoughts, prose and Markdown too", async () => {
    const { event, data } = last(await generate("chatty"));
    expect(event).toBe("proposal");
    expect(idsOf(data.graph)).toEqual(["input", "nap"]);
    expect(data).toMatchObject({ repairs: 0, stopped: "clean" });
  });

  it("comes of a slow model piece by piece", async () => {
    await choose("slow");
    const response = await fetch(`${api.url}/api/ai/generate-workflow`, {
      method: "POST",
      headers: { authorization: `Bearer ${admin}`, "content-type": "application/json" },
      body: JSON.stringify({ prompt: "Watch large orders" }),
    });
    const arrivals: number[] = [];
    for await (const chunk of response.body ?? []) if (Buffer.from(chunk).includes("event: operation")) arrivals.push(Date.now());
    const spread = (arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0);
    expect({ pieces: arrivals.length, spread }).toEqual({ pieces: 7, spread: expect.any(Number) });
    expect(spread).toBeGreaterThan(300);
  });

  it.each(["cutOff", "dropped"])("goes on where an answer broke off (%s)", async (session) => {
    const events = await generate(session);
    expect(names(events)).toEqual(["started", "rejected", "usage", "checking", "repair", "usage", "checking", "proposal"]);
    expect(last(events).data).toMatchObject({ repairs: 1, stopped: "clean", diagnostics: [] });
    expect(idsOf(last(events).data.graph)).toEqual(["input", "isLarge", "stock", "approval", "tellSales"]);
    expect(models.requests[1]?.messages.at(-1)?.content).toContain("Your answer broke off.");
  });

  it("is made of what is right among malformed lines, each told with its reason", async () => {
    const { event, data } = last(await generate("malformed"));
    expect(event).toBe("proposal");
    expect(data.rejected.map(({ reason }: { reason: string }) => reason)).toEqual([
      "It is not a whole JSON object.",
      "It is not JSON.",
      expect.stringContaining("It is no operation: op:"),
    ]);
    expect(idsOf(data.graph)).toEqual(["input", "nap"]);
  });

  it("names the kinds that are meant by unknown ones", async () => {
    const events = await generate("unknownActions");
    expect(events.filter(({ event }) => event === "rejected").map(({ data }) => data.reason)).toEqual([
      expect.stringMatching(/^There is no kind slack\.postMesage/),
      "There is no kind rocket.launch. Use one of the listed kinds, or http.request.",
    ]);
    expect(last(events).data).toMatchObject({ repairs: 1, stopped: "clean" });
  });

  it.each(["wrongThenRepaired", "typeErrorThenRepaired"])("is repaired by what the compiler says (%s)", async (session) => {
    const events = await generate(session);
    expect(names(events)).toEqual(["started", "usage", "checking", "repair", "usage", "checking", "proposal"]);
    expect(last(events).data).toMatchObject({ repairs: 1, stopped: "clean", diagnostics: [] });
    const { diagnostics } = events.find(({ event }) => event === "repair")?.data ?? {};
    // The model reads what a person would.
    expect(models.requests[1]?.messages.at(-1)?.content).toContain(diagnostics[0].message);
  });

  it("keeps what stays wrong as problems on its nodes", async () => {
    const { data } = last(await generate("neverRepaired"));
    expect(data).toMatchObject({ repairs: 1, stopped: "unchanged", code: null });
    expect(data.diagnostics[0]).toMatchObject({ severity: "error", location: { node: "tell" } });
  });

  it("ends after three repairs", async () => {
    const { data } = last(await generate("alwaysWrong"));
    expect({ repairs: data.repairs, stopped: data.stopped, asked: models.requests.length }).toEqual({
      repairs: 3,
      stopped: "repairs",
      asked: 4,
    });
  });

  it("is the best of what was tried, when repairs made it worse", async () => {
    const { data } = last(await generate("madeWorse"));
    expect(idsOf(data.graph)).toEqual(["input", "tell"]);
  });

  it("is stopped when the model goes in circles", async () => {
    const { data } = last(await generate("looping"));
    expect({ stopped: data.stopped, asked: models.requests.length }).toEqual({ stopped: "limit", asked: 1 });
    await until(
      async () => models.left(),
      (left) => left >= 1,
    );
  });

  it.each([
    ["good", "clean", "whole", null],
    ["wrongThenBroken", "unchanged", "broken", expect.stringMatching(/^The answer of OpenAI broke off/)],
    ["wrongThenFailed", "unchanged", "broken", "OpenAI answered 500: Oops."],
    ["wrongThenRefused", "unchanged", "refused", null],
    ["allRejected", "unchanged", "refused", null],
    ["withheldInBetween", "limit", "filtered", "The provider withheld the model's answer."],
    ["looping", "limit", "cut", "The model repeated itself or went on and on, and was stopped."],
  ])("tells how its last answer ended (%s)", async (session, stopped, ended, message) => {
    const { event, data } = last(await generate(session));
    expect({ event, stopped: data.stopped, ended: data.ended, message: data.failure?.message ?? null }).toEqual({
      event: "proposal",
      stopped,
      ended,
      message,
    });
  });

  it("shows no character that a terminal would obey, wherever the model put it", async () => {
    const events = await generate("misleading");
    expect(last(events).data.summary).toBe("No.\\u001b[2J\\r\nNo.");
    expect(last(events).data.rejected[1]).toEqual({ round: 0, line: '{"op":"\\u001b[2J', reason: "It is not a whole JSON object." });
    // JSON would have escaped what is left.
    expect(JSON.stringify(events)).not.toMatch(/(?<!\\)\\u00|\u202e/);
  });

  it("counts for itself where the provider does not", async () => {
    const { usage } = last(await generate("uncounted")).data;
    expect(usage).toMatchObject({ estimated: true, requests: 1 });
    expect(usage.outputTokens).toBeGreaterThan(300);
  });

  it("changes an existing document as little as is asked, and tells what a person should look at", async () => {
    const graph = chain(
      "orders",
      { respond: "async" },
      { id: "get", kind: "http.request", config: { url: "https://api.example.com/orders" } },
    );
    const { data } = last(await generate("retryThis", { graph, selection: ["get"], prompt: "retry this three times" }));
    expect(data.graph.nodes[1]).toEqual({
      id: "get",
      kind: "http.request",
      config: { url: "https://api.example.com/orders" },
      policy: { retries: 3 },
      position: expect.anything(),
    });
    expect(data.notices).toEqual([]);
    expect(models.requests[0]?.messages.at(-1)?.content).toContain("The person has selected: get.");
  });
});

describe("no proposal", () => {
  it.each([
    ["refusing", "I will not do that."],
    ["refusingWithControls", "I will \\u001b]0;pwned\\u0007not\\u202e."],
    ["refusingInWords", "I'm sorry, I can't help with that."],
    ["withheld", "The provider withheld the model's answer."],
    ["nothing", "The model gave no answer."],
  ])("comes of a model that refuses (%s)", async (session, message) => {
    const { event, data } = last(await generate(session));
    expect({ event, message: data.message }).toEqual({ event: "refused", message });
  });

  it.each([
    ["broke", "OpenAI answered 402: Insufficient credits."],
    ["droppedAtOnce", expect.stringMatching(/^The answer of OpenAI broke off/)],
    ["unheardOf", "OpenAI answered 404: The model unheardOf does not exist."],
    ["onlyThinksAndIsCut", "The model's answer was cut off at the limit of its length."],
    ["rambling", "The model's answer was cut off at the limit of its length."],
  ])("comes of a failure, which is told in words (%s)", async (session, message) => {
    const { event, data } = last(await generate(session));
    expect({ event, code: data.code, message: data.message }).toEqual({ event: "error", code: "service_failed", message });
  });

  it("comes of words without end, which are stopped with the request", async () => {
    await choose("rambling");
    const before = models.left();
    const gone = new AbortController();
    const response = await fetch(`${api.url}/api/ai/generate-workflow`, {
      method: "POST",
      headers: { authorization: `Bearer ${admin}`, "content-type": "application/json" },
      body: JSON.stringify({ prompt: "Go on" }),
      signal: gone.signal,
    });
    await response.body?.getReader().read();
    await until(
      async () => models.requests.length,
      (asked) => asked === 1,
    );
    gone.abort();
    expect(
      await until(
        async () => models.left(),
        (left) => left > before,
      ),
    ).toBe(before + 1);
    // What it used until then counts.
    const { json } = await api.call("GET", "/api/ai/usage", { key: admin });
    expect(json.tasks.find(({ task }: { task: string }) => task === "generate").outputTokens).toBeGreaterThan(0);
  });

  it("is stored, published or run by the server", async () => {
    const before = await api.call("GET", "/api/documents", { key: admin });
    await generate("good");
    expect((await api.call("GET", "/api/documents", { key: admin })).text).toBe(before.text);
    expect((await api.call("GET", "/api/runs", { key: admin })).json.runs).toEqual([]);
  });
});

describe("other questions", () => {
  const input = { type: "object", properties: { total: { type: "number" } }, required: ["total"] };
  const graph = {
    ...chain(
      "orders",
      { respond: "async", input },
      { id: "double", kind: "code", config: { source: "", inputs: { total: "{{ input.body.total }}" } }, output: { type: "number" } },
      { id: "kept", kind: "control.set", config: { fields: { total: "" } } },
      { id: "isBig", kind: "control.if", config: { when: "true" } },
    ),
  };
  const assist = async (model: string, json: object): Promise<ReceivedEvent[]> => {
    await choose(model);
    return ask("/api/ai/assist", { graph, ...json });
  };
  const resultOf = (events: readonly ReceivedEvent[]) => last(events).data.result;

  it("explains a workflow as its words come", async () => {
    const events = await assist("explains", { task: "explain" });
    expect(
      events
        .filter(({ event }) => event === "text")
        .map(({ data }) => data.delta)
        .join(""),
    ).toBe("It **fetches** orders.");
    expect(resultOf(events)).toEqual({ task: "explain", text: "It **fetches** orders.", ended: "whole" });
    expect(models.problems).toEqual([]);
  });

  it("writes a code step's body", async () => {
    const events = await assist("writesCode", { task: "code", node: "double", prompt: "double the total" });
    expect(resultOf(events)).toEqual({ task: "code", source: "return total * 2;", diagnostics: [] });
  });

  it("has code mended that does not parse", async () => {
    const events = await assist("writesWrongCode", { task: "code", node: "double", prompt: "double the total" });
    expect(resultOf(events)).toEqual({ task: "code", source: "return total * 2;", diagnostics: [] });
    expect(models.requests).toHaveLength(2);
  });

  it("shows what stays wrong with code", async () => {
    const { source, diagnostics } = resultOf(await assist("writesImports", { task: "code", node: "double", prompt: "read a file" }));
    expect(source).toContain("import fs");
    expect(diagnostics[0]).toMatchObject({ code: "invalid-code", location: { node: "double" } });
  });

  it("writes an expression, mended by its type", async () => {
    const events = await assist("writesExpression", { task: "expression", node: "kept", path: ["fields", "total"], prompt: "the total" });
    expect(resultOf(events)).toEqual({ task: "expression", value: "{{ input.body.total }}", diagnostics: [] });
    expect(models.requests).toHaveLength(2);
  });

  it("writes a bare condition where the field holds one", async () => {
    const events = await assist("writesCondition", { task: "expression", node: "isBig", path: ["when"], prompt: "over $500" });
    expect(resultOf(events)).toEqual({ task: "expression", value: "input.body.total > 500", diagnostics: [] });
  });

  it("makes a payload that fits the trigger's schema", async () => {
    const events = await assist("makesPayload", { task: "payload" });
    expect(resultOf(events)).toEqual({ task: "payload", payload: { total: 840 }, problems: [] });
    expect(models.requests[1]?.messages.at(-1)?.content).toContain("body.total must be number, not string.");
  });

  it.each([
    ["explainsHalf", "cut"],
    ["explainsAndDrops", "broken"],
  ])("says of an explanation that it is no whole one (%s)", async (session, ended) => {
    const events = await assist(session, { task: "explain" });
    expect(resultOf(events)).toEqual({ task: "explain", text: "It **fetches** orders, and", ended });
    expect(models.requests).toHaveLength(1);
  });

  const explain = { task: "explain" };
  const code = { task: "code", node: "double", prompt: "double the total" };
  const expression = { task: "expression", node: "kept", path: ["fields", "total"], prompt: "the total" };
  const payload = { task: "payload" };
  it.each([
    ["nothing", explain, "There is no explanation in the model's answer.", 3],
    ["onlyThinks", explain, "There is no explanation in the model's answer.", 3],
    ["withheld", explain, "The provider withheld the model's answer.", 1],
    ["withholdsHalf", code, "The provider withheld the model's answer.", 1],
    ["nothing", code, "There is no code in the model's answer.", 3],
    ["onlyThinks", expression, "There is no expression in the model's answer.", 3],
    ["cutsCode", code, "The model's answer was cut off at the limit of its length.", 3],
    ["cutsCode", expression, "The model's answer was cut off at the limit of its length.", 3],
    ["dropsCode", code, expect.stringMatching(/^The answer of OpenAI broke off/), 3],
    ["dropsCode", payload, expect.stringMatching(/^The answer of OpenAI broke off/), 3],
    ["writesProse", payload, "There is no JSON in the model's answer.", 3],
    ["broke", payload, "OpenAI answered 402: Insufficient credits.", 1],
  ])("ends in an error where there is nothing of use (%s, %o)", async (session, json, message, asked) => {
    const { event, data } = last(await assist(session, json));
    expect({ event, message: data.message, asked: models.requests.length }).toEqual({ event: "error", message, asked });
  });

  it("asks again for code that was cut off", async () => {
    expect(resultOf(await assist("cutsCodeOnce", code))).toMatchObject({ source: "return total * 2;" });
    expect(models.requests[1]?.messages.at(-1)?.content).toContain("The answer was too long, and was cut off.");
  });

  it("keeps what an answer gave when the next one fails", async () => {
    const result = resultOf(await assist("writesWrongCodeAndBreaks", code));
    expect(result).toMatchObject({ source: "return total *;", diagnostics: [{ severity: "error" }] });
  });

  it.each([
    [{ task: "explain", node: "nowhere" }, 404, "The document has no node nowhere."],
    [{ task: "code", node: "kept", prompt: "x" }, 400, "kept is no code step."],
    [{ task: "expression", node: "double", path: ["source"], prompt: "x" }, 400, "double.source holds no expression."],
  ])("refuses what cannot be done before it asks (%o)", async (json, status, message) => {
    await choose("ready");
    const answer = await api.call("POST", "/api/ai/assist", { key: admin, json: { graph, ...json } });
    expect({ status: answer.status, message: answer.json.error.message }).toEqual({ status, message });
    expect(models.requests).toEqual([]);
  });
});
