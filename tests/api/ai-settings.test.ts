import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ModelServer } from "../../lib/ai/testing/model-server.ts";
import { startModelServer } from "../../lib/ai/testing/model-server.ts";
import { readEvents } from "../../lib/ai/testing/read-events.ts";
import { SESSIONS } from "../../lib/ai/testing/sessions.ts";
import { rotateKeys } from "../../lib/secrets/rotate-keys.ts";
import { PROVIDERS } from "../../plugins/ai/providers.ts";
import type { Provider } from "../../plugins/ai/providers.ts";
import type { Api } from "./start-api.ts";
import { startApi } from "./start-api.ts";

/** Which model is asked, where its key goes, and how much of it a workspace may use. */

const KEY = "sk-model-server";
let api: Api;
let models: ModelServer;
let admin: string;
/** Of the encryption keys, which a test rotates. */
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "weft-ai-settings-"));
  vi.stubEnv("WEFT_DATA_DIR", folder);
  for (const { keyVariable, baseUrlVariable } of Object.values<Provider>(PROVIDERS)) {
    vi.stubEnv(keyVariable, undefined);
    vi.stubEnv(baseUrlVariable, undefined);
  }
  [api, models] = await Promise.all([startApi(), startModelServer(SESSIONS, KEY)]);
  admin = (await api.newKey({ admin: true })).key;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await api.close();
  await models.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  models.requests.length = 0;
  await change({ provider: null, limits: { tokensPerDay: null, tokensPerMonth: null, dollarsPerDay: null, dollarsPerMonth: null } });
});

const change = (json: object) => api.call("PATCH", "/api/ai/settings", { key: admin, json });
const show = async () => (await api.call("GET", "/api/ai/settings", { key: admin })).json;
const generate = (json: object = { prompt: "Watch large orders" }) => api.call("POST", "/api/ai/generate-workflow", { key: admin, json });
const test = async () => (await api.call("POST", "/api/ai/settings/test", { key: admin })).json;
const ours = (model: string) => ({ provider: "openai", baseUrl: `${models.url}/v1`, apiKey: KEY, model });

describe("without a model", () => {
  it("says what to set, and everything else works", async () => {
    expect(await show()).toMatchObject({ ready: false, provider: null, missing: expect.stringContaining("AI_GATEWAY_API_KEY") });
    const { status, json } = await generate();
    expect({ status, code: json.error.code, hint: json.error.hint }).toEqual({
      status: 409,
      code: "not_configured",
      hint: expect.stringContaining("OPENAI_API_KEY"),
    });
    expect((await api.call("GET", "/api/documents", { key: admin })).status).toBe(200);
  });

  it.each([
    [{ provider: "anthropic" }, "The key for Anthropic is not set: set it in the settings, or ANTHROPIC_API_KEY."],
    [{ provider: "custom", model: "m" }, "The address of the server is not set: set it in the settings, or AI_BASE_URL."],
    [{ provider: "groq", apiKey: "k" }, "Which model of Groq is asked is not set: set it in the settings, or AI_MODEL."],
  ])("names the one thing that lacks (%o)", async (json, missing) => {
    expect((await change(json)).json).toMatchObject({ ready: false, missing });
  });
});

describe("the environment", () => {
  const variables = ["AI_PROVIDER", "AI_MODEL", "OPENAI_API_KEY", "OPENAI_BASE_URL", "ANTHROPIC_API_KEY", "OLLAMA_BASE_URL"];
  afterEach(() => variables.forEach((name) => vi.stubEnv(name, undefined)));

  it("gives provider, key and model where the workspace chose none", async () => {
    vi.stubEnv("OPENAI_API_KEY", KEY);
    vi.stubEnv("OPENAI_BASE_URL", `${models.url}/v1`);
    vi.stubEnv("AI_MODEL", "good");
    expect(await show()).toMatchObject({ ready: true, source: "environment", provider: "openai", model: "good", hasKey: true });
    expect(readEvents((await generate()).text).at(-1)?.event).toBe("proposal");
  });

  it("finds a server of one's own by its address alone", async () => {
    vi.stubEnv("OLLAMA_BASE_URL", "http://127.0.0.1:11434/v1");
    vi.stubEnv("AI_MODEL", "qwen3");
    expect(await show()).toMatchObject({ ready: true, provider: "ollama", model: "qwen3", hasKey: false });
  });

  it("is told apart from what the workspace gives, key and address too", async () => {
    expect(await show()).toMatchObject({ source: null, credentialSource: null });
    expect((await change({ provider: "openai" })).json).toMatchObject({ source: "workspace", hasKey: false, credentialSource: null });
    vi.stubEnv("OPENAI_API_KEY", KEY);
    expect(await show()).toMatchObject({ source: "workspace", hasKey: true, credentialSource: "environment" });
    expect((await change({ apiKey: "sk-own" })).json).toMatchObject({ source: "workspace", hasKey: true, credentialSource: "workspace" });
  });

  it("gives no key of its own to an address that an owner typed", async () => {
    vi.stubEnv("OPENAI_API_KEY", "sk-of-the-operator");
    const { json } = await change({ provider: "openai", baseUrl: `${models.url}/v1`, model: "ready" });
    expect(json).toMatchObject({ ready: false, hasKey: false });
    expect(models.requests).toEqual([]);
  });
});

describe("what the operator pays for", () => {
  const variables = { OPENAI_API_KEY: KEY, AI_MODEL: "good", AI_TOKENS_PER_DAY: undefined, WEFT_URL: undefined };
  beforeEach(() => {
    for (const [name, value] of Object.entries({ ...variables, OPENAI_BASE_URL: `${models.url}/v1` })) vi.stubEnv(name, value);
  });
  afterEach(() => [...Object.keys(variables), "OPENAI_BASE_URL"].forEach((name) => vi.stubEnv(name, undefined)));

  it("is bounded on a server for others, whatever an owner chooses", async () => {
    vi.stubEnv("WEFT_URL", "https://weft.example.com");
    expect((await show()).limits).toMatchObject({ tokensPerDay: 500_000, tokensPerMonth: 5_000_000 });
    vi.stubEnv("AI_TOKENS_PER_DAY", "100");
    expect((await show()).limits).toMatchObject({ tokensPerDay: 100 });
    expect((await generate()).json.error).toMatchObject({ code: "budget_exhausted", details: { limit: "tokensPerDay" } });
  });

  it("is the owner's own matter on their own machine", async () => {
    expect((await show()).limits).toMatchObject({ tokensPerDay: null, tokensPerMonth: null });
  });
});

describe("the key", () => {
  it("is shown to nobody, and stands nowhere in the database as it is", async () => {
    await change(ours("ready"));
    const texts = [
      (await api.call("GET", "/api/ai/settings", { key: admin })).text,
      (await api.call("GET", "/api/audit", { key: admin })).text,
    ];
    const rows = await api.server.system.execute("select * from ai_settings");
    expect([...texts, JSON.stringify(rows.rows)].filter((text) => text.includes(KEY))).toEqual([]);
    expect(await show()).toMatchObject({ ready: true, source: "workspace", hasKey: true });
  });

  it.each([
    ["another address", { baseUrl: "https://collector.example.com/v1" }],
    ["another provider", { provider: "groq" }],
    ["the provider's own address", { baseUrl: null }],
  ])("is dropped with %s, so that nobody can have it sent elsewhere", async (_, json) => {
    await change(ours("ready"));
    expect((await change(json)).json).toMatchObject({ hasKey: false, ready: false });
  });

  it("stays when a null goes back to the provider's usual model, and the price of the other goes", async () => {
    await change({ ...ours("good"), price: { input: 1, output: 2 } });
    expect((await change({ model: null })).json).toMatchObject({ model: "gpt-5.4-mini", hasKey: true, credentialSource: "workspace" });
    expect((await show()).price).not.toEqual({ input: 1, output: 2 });
  });

  it("stays with another model of the same provider", async () => {
    await change(ours("good"));
    expect((await change({ model: "ready" })).json).toMatchObject({ hasKey: true, ready: true, model: "ready" });
  });

  it("opens after the encryption keys were rotated", async () => {
    await change(ours("ready"));
    const { records } = await rotateKeys({ database: api.server.system, vault: api.server.vault }, { retire: true });
    expect(records).toBeGreaterThan(0);
    expect(await test()).toMatchObject({ ok: true });
  });

  it("does not open for another address, even by hand in the database", async () => {
    await change(ours("ready"));
    await api.server.system.execute("update ai_settings set base_url = 'https://collector.example.com/v1'");
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect((await generate()).status).toBe(500);
    await api.server.system.execute("delete from ai_settings");
  });

  it("is told by no failure, though the provider repeats it", async () => {
    await change({ ...ours("ready"), apiKey: "sk-wrong-0123456789" });
    const { ok, message } = await test();
    expect({ ok, message }).toEqual({
      ok: false,
      message: expect.stringContaining("OpenAI answered 401: Incorrect API key provided: Bearer [redacted]."),
    });
  });

  it("is written down as changed, by name alone", async () => {
    await change(ours("ready"));
    const { entries } = (await api.call("GET", "/api/audit", { key: admin })).json;
    expect(entries[0]).toMatchObject({ action: "ai.changed", details: { changed: ["provider", "model", "baseUrl", "apiKey"] } });
  });
});

describe("an owner's price", () => {
  const price = { input: 7, output: 9 };
  const variables = ["OPENAI_API_KEY", "ANTHROPIC_API_KEY", "AI_MODEL", "AI_PROVIDER"];
  afterEach(() => variables.forEach((name) => vi.stubEnv(name, undefined)));

  it.each([
    ["another provider, each with its default model", { provider: "openai" }, { provider: "anthropic" }],
    ["another model", { provider: "openai", model: "a" }, { model: "b" }],
    ["a provider's default model", { provider: "openai", model: "a" }, { model: null }],
    ["the environment's choice", { provider: "openai", apiKey: "k" }, { provider: null }],
  ])("goes with %s", async (_, first, then) => {
    vi.stubEnv("ANTHROPIC_API_KEY", "sk-of-the-operator");
    expect((await change({ ...first, price })).json.price).toEqual(price);
    expect((await change(then)).json.price).not.toEqual(price);
  });

  it("goes when the environment names another model, and holds again for its own", async () => {
    vi.stubEnv("OPENAI_API_KEY", "sk-of-the-operator");
    vi.stubEnv("AI_MODEL", "unheard-of-1");
    expect((await change({ price })).json).toMatchObject({ model: "unheard-of-1", price });
    vi.stubEnv("AI_MODEL", "unheard-of-2");
    expect(await show()).toMatchObject({ model: "unheard-of-2", price: null });
    vi.stubEnv("AI_MODEL", "unheard-of-1");
    expect(await show()).toMatchObject({ price });
  });

  it("stays when the name of its model is spelt out", async () => {
    await change({ provider: "openai", price });
    expect((await change({ model: "gpt-5.4-mini" })).json).toMatchObject({ price });
  });

  it.each([{ price }, { provider: "custom", price }])("is refused without a model that it is of (%o)", async (json) => {
    const { status, json: answer } = await change(json);
    expect({ status, error: answer.error }).toMatchObject({
      status: 400,
      error: { code: "invalid_input", message: "A price needs the model that it is of.", hint: "Send provider and model along." },
    });
  });
});

describe("the test button", () => {
  it("says that the model answered", async () => {
    await change(ours("ready"));
    expect(await test()).toEqual({ ok: true, message: "OpenAI answered as ready.", model: "ready", milliseconds: expect.any(Number) });
  });

  it("says what is wrong in the provider's words", async () => {
    await change(ours("unheardOf"));
    expect(await test()).toMatchObject({ ok: false, message: expect.stringContaining("The model unheardOf does not exist.") });
  });

  it("speaks the plain dialect to a server of one's own", async () => {
    models.problems.length = 0;
    await change({ ...ours("ready"), provider: "custom" });
    expect(await test()).toMatchObject({ ok: true });
    // Nothing but the name that OpenAI has given up, and others have not.
    expect(models.problems.filter((problem) => !problem.includes("max_tokens"))).toEqual([]);
    expect(models.problems).toHaveLength(2);
  });
});

describe("addresses", () => {
  afterEach(() => {
    for (const name of ["WEFT_URL", "HOST", "AI_BASE_URL", "AI_API_KEY"]) vi.stubEnv(name, undefined);
  });

  it.each([
    ["WEFT_URL", "https://weft.example.com"],
    ["HOST", "0.0.0.0"],
  ])("of this machine are refused where the server is others' too (%s)", async (name, value) => {
    await change(ours("ready"));
    vi.stubEnv(name, value);
    expect(await test()).toMatchObject({ ok: false, message: expect.stringContaining("is not a public address") });
    expect(models.requests).toEqual([]);
  });

  const hosted = { HOST: "0.0.0.0", WEFT_URL: "https://weft.example.com" };
  it("of this machine are no owner's to choose by choosing a provider that needs no key", async () => {
    for (const [name, value] of Object.entries(hosted)) vi.stubEnv(name, value);
    await change({ provider: "ollama", model: "qwen3" });
    expect(await show()).toMatchObject({ ready: true, hasKey: false, credentialSource: null });
    expect(await test()).toMatchObject({ ok: false, message: expect.stringContaining("127.0.0.1 is not a public address") });
  });

  it("of this machine are the operator's to name, for whoever chooses that provider", async () => {
    for (const [name, value] of Object.entries({ ...hosted, AI_BASE_URL: `${models.url}/v1`, AI_API_KEY: KEY })) vi.stubEnv(name, value);
    await change({ provider: "custom", model: "ready" });
    expect(await test()).toMatchObject({ ok: true });
    await change({ provider: "custom", model: "ready", baseUrl: `${models.url}/v1/`, apiKey: KEY });
    expect(await test()).toMatchObject({ ok: false, message: expect.stringContaining("is not a public address") });
  });

  it.each(["http://169.254.169.254/v1", "http://10.0.0.1/v1", "http://[fd00::1]/v1"])(
    "of private networks are refused even here (%s)",
    async (baseUrl) => {
      await change({ ...ours("ready"), baseUrl });
      expect(await test()).toMatchObject({ ok: false, message: expect.stringContaining("is not a public address") });
    },
  );
});

describe("the budget", () => {
  it("stops before a call, and says until when", async () => {
    await change({ ...ours("good"), limits: { tokensPerDay: 100 } });
    const { status, json, headers } = await generate();
    expect({ status, code: json.error.code, details: json.error.details }).toEqual({
      status: 429,
      code: "budget_exhausted",
      details: { limit: "tokensPerDay", until: expect.stringMatching(/T00:00:00\.000Z$/), retryAfter: expect.any(Number) },
    });
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    expect(models.requests).toEqual([]);
  });

  it("counts money where the price is known, and tokens where it is not", async () => {
    await change({ ...ours("good"), price: { input: 2, output: 10 } });
    const before = await show();
    await generate();
    const after = await show();
    // 1,000 tokens at $2 and 200 at $10 a million.
    expect((after.today.dollars ?? 0) - (before.today.dollars ?? 0)).toBeCloseTo(0.004, 6);
    await change({ price: null });
    await generate();
    expect((await show()).today).toMatchObject({ unpriced: before.today.unpriced + 1, dollars: after.today.dollars });
    await change({ limits: { dollarsPerMonth: 100 } });
    expect((await generate()).json.error).toMatchObject({
      code: "not_configured",
      hint: expect.stringMatching(/^There is a limit in dollars, and no price of .+ is known/),
    });
    await change({ price: { input: 2, output: 10 }, limits: { dollarsPerMonth: 0.0001 } });
    expect((await generate()).json.error).toMatchObject({ code: "budget_exhausted", details: { limit: "dollarsPerMonth" } });
  });

  it("ends a repair that it does not allow, with what there is", async () => {
    await change(ours("costlyAndWrong"));
    const { today } = await show();
    // The first answer leaves too little for a second prompt.
    await change({ limits: { tokensPerDay: today.inputTokens + today.outputTokens + 15_000 } });
    const { event, data } = readEvents((await generate()).text).at(-1) ?? {};
    expect({ event, stopped: data.stopped }).toEqual({ event: "proposal", stopped: "limit" });
    expect(models.requests).toHaveLength(1);
  });

  it("cannot be overrun by calls at the same moment", async () => {
    await change({ ...ours("slow") });
    const { today } = await show();
    const limit = today.inputTokens + today.outputTokens + 30_000;
    await change({ limits: { tokensPerDay: limit } });
    const answers = await Promise.all(Array.from({ length: 8 }, () => generate()));
    const ends = answers.map(({ status, text }) => (status === 200 ? readEvents(text).at(-1)?.event : status));
    // What is reserved counts, so that most are refused, though together they use little.
    expect(ends.filter((end) => end === "proposal").length).toBeLessThan(4);
    expect(ends.filter((end) => end === "proposal").length).toBeGreaterThan(0);
    const used = (await show()).today;
    expect(used.inputTokens + used.outputTokens).toBeLessThan(limit);
  });

  it("is nobody's but the workspace's", async () => {
    const rows = await api.server.databaseFor("wsp_other").execute("select count(*)::int as n from ai_calls");
    expect(rows.rows).toEqual([{ n: 0 }]);
  });
});
