import { join } from "node:path";
import { sql } from "drizzle-orm";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { PROVIDERS } from "../../plugins/ai/providers.ts";
import type { ProviderName } from "../../plugins/ai/providers.ts";
import { readDescription } from "../../plugins/kit/contract/description.ts";
import { findOperation, validateCall } from "../../plugins/kit/contract/validate-call.ts";
import type { LoopbackServer } from "../../plugins/kit/loopback-server.ts";
import { startLoopbackServer } from "../../plugins/kit/loopback-server.ts";
import type { TestDatabase } from "../db/test-database.ts";
import { createTestDatabase } from "../db/test-database.ts";
import { local } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { createServer } from "../server.ts";
import type { Ended, Patience } from "./ask-model.ts";
import { askModel } from "./ask-model.ts";
import type { ChosenModel } from "./find-model.ts";
import { aiLimits } from "../api/ai-schemas.ts";
import type { ModelServer } from "./testing/model-server.ts";
import { startModelServer } from "./testing/model-server.ts";
import type { Script } from "./testing/model-server.ts";
import { sumSince } from "./store.ts";
import { SESSIONS } from "./testing/sessions.ts";

const KEY = "sk-model-server";
let database: TestDatabase;
let server: Server;
let models: ModelServer;
let opened: LoopbackServer | undefined;

const scripts: Readonly<Record<string, Script>> = {
  ...SESSIONS,
  dawdling: [{ text: "and so on ", endless: true, delayMs: 50 }],
  brooding: [{ thought: "on the one hand, ", endless: true }],
  wordless: [{ thought: "on the one hand, ", usage: null }],
  droppedInThought: [{ thought: "on the one hand, ", drops: true }],
  countsBackwards: [{ text: "and so on ".repeat(60), usage: { prompt_tokens: -5_000_000, completion_tokens: -100 } }],
  countsFractions: [{ text: "and so on ".repeat(60), usage: { prompt_tokens: 10.5, completion_tokens: 0.5 } }],
  countsTooMuch: [{ text: "and so on ".repeat(60), usage: { prompt_tokens: 5e9, completion_tokens: 5e9 } }],
  countsNothing: [{ text: "and so on ".repeat(60), usage: { prompt_tokens: 0, completion_tokens: 0 } }],
};

beforeAll(async () => {
  [database, models] = await Promise.all([createTestDatabase(), startModelServer(scripts, KEY)]);
  server = await createServer({ databaseUrl: database.url, deliver: false });
});
afterAll(async () => {
  await server.stop();
  await models.close();
  await database.drop();
});
afterEach(async () => {
  await opened?.close();
  opened = undefined;
  vi.unstubAllEnvs();
});

const modelOf = (name: ProviderName, baseUrl: string, model: string): ChosenModel => ({
  connection: { name, provider: PROVIDERS[name], baseUrl, apiKey: KEY },
  model,
  source: "workspace",
  price: { input: 1, output: 2 },
  limits: aiLimits.parse({}),
});

async function ask(chosen: ChosenModel, patience?: Patience): Promise<{ text: string; ended: Ended | undefined }> {
  const { signal } = new AbortController();
  const question = {
    task: "test" as const,
    instructions: "Be brief.",
    messages: [{ role: "user" as const, content: "Hello" }],
    maxOutputTokens: 500,
    signal,
  };
  let text = "";
  let ended: Ended | undefined;
  for await (const delta of askModel(server, local(server.workspaceId), chosen, question, (end) => (ended = end), patience)) text += delta;
  return { text, ended };
}

describe("the AI Gateway", () => {
  const description = readDescription(join(import.meta.dirname, "../../plugins/ai/gateway.contract.yaml"));
  const parts = [
    { type: "stream-start", warnings: [] },
    { type: "text-start", id: "0" },
    { type: "text-delta", id: "0", delta: "Hel" },
    { type: "text-delta", id: "0", delta: "lo." },
    { type: "text-end", id: "0" },
    {
      type: "finish",
      finishReason: { unified: "stop", raw: "stop" },
      usage: { inputTokens: { total: 19, noCache: 19, cacheRead: 0, cacheWrite: 0 }, outputTokens: { total: 10, text: 10, reasoning: 0 } },
    },
  ];

  it("is asked by its own protocol, and its words come as they are said", async () => {
    const problems: string[] = [];
    opened = await startLoopbackServer(({ method, url, headers, body }, response) => {
      const call = { method, url: new URL(`https://ai-gateway.vercel.sh${url}`), headers, body };
      const operation = findOperation(description, call);
      problems.push(...(operation ? validateCall(description, operation, call) : [`${method} ${url} is not in the contract`]));
      if (headers.authorization !== `Bearer ${KEY}` || headers["ai-language-model-streaming"] !== "true")
        problems.push("no key, or no stream");
      response.writeHead(200, { "content-type": "text/event-stream" });
      for (const part of parts) response.write(`data: ${JSON.stringify(part)}\n\n`);
      response.end("data: [DONE]\n\n");
    });
    expect(await ask(modelOf("gateway", `${opened.url}/v4/ai`, "anthropic/claude-sonnet-5"))).toEqual({
      text: "Hello.",
      ended: { how: "whole", error: undefined, inputTokens: 19, outputTokens: 10, dollars: 0.000039, estimated: false },
    });
    expect(problems).toEqual([]);
  });

  it("tells its failures in its own words, without the key", async () => {
    opened = await startLoopbackServer((_, response) => {
      response.writeHead(402, { "content-type": "application/json" });
      response.end(JSON.stringify({ error: { message: `No credits for ${KEY}.`, type: "payment_required" } }));
    });
    const { ended } = await ask(modelOf("gateway", `${opened.url}/v4/ai`, "a/b"));
    expect(ended).toMatchObject({ how: "broken", inputTokens: 0, outputTokens: 0, dollars: 0 });
    expect(ended?.error?.message).toBe("Vercel AI Gateway answered 402: No credits for [redacted].");
  });
});

describe.each(["openai", "anthropic", "google", "groq", "mistral", "deepseek", "xai", "openrouter", "ollama", "custom"] as const)(
  "%s",
  (name) => {
    it("streams, and is counted", async () => {
      const { text, ended } = await ask(modelOf(name, `${models.url}/v1`, "ready"));
      expect({ text, ended }).toEqual({
        text: "ready",
        ended: { how: "whole", error: undefined, inputTokens: 1_000, outputTokens: 200, dollars: 0.0014, estimated: false },
      });
    });
  },
);

describe("patience", () => {
  it("is lost with a model that says nothing more", async () => {
    const { text, ended } = await ask(modelOf("openai", `${models.url}/v1`, "hangs"), { whole: 20_000, silence: 300 });
    expect({ text, how: ended?.how, message: ended?.error?.message }).toEqual({
      text: "One moment",
      how: "broken",
      message: "OpenAI said nothing for 0.3 seconds.",
    });
    // What it said counts, and so does what it was asked.
    expect(ended).toMatchObject({ estimated: true, outputTokens: 4 });
  });

  it("is lost with a model that does not end", async () => {
    const { ended } = await ask(modelOf("openai", `${models.url}/v1`, "dawdling"), { whole: 400, silence: 20_000 });
    expect(ended).toMatchObject({ how: "broken", error: { message: "OpenAI did not end within 0.4 seconds." } });
  });
});

describe("what is charged", () => {
  const asked = (model: string): Promise<{ text: string; ended: Ended | undefined }> => ask(modelOf("openai", `${models.url}/v1`, model));
  const spent = async (): Promise<number> => (await sumSince(server.database, server.workspaceId, new Date(0))).tokens;
  /** Of the question, as estimated. */
  const INPUT = 5;

  it.each(["rambling", "brooding"])("is about what was reserved, though a server goes on and on (%s)", async (model) => {
    const { ended } = await asked(model);
    expect(ended).toEqual({
      how: "cut",
      error: undefined,
      inputTokens: INPUT,
      outputTokens: expect.any(Number),
      dollars: expect.any(Number),
      estimated: true,
    });
    // Twice the length, and one piece.
    expect(ended?.outputTokens).toBeGreaterThan(1_000);
    expect(ended?.outputTokens).toBeLessThanOrEqual(1_010);
  });

  it.each(["countsBackwards", "countsFractions", "countsTooMuch", "countsNothing"])(
    "is estimated where a count cannot be true (%s)",
    async (model) => {
      const before = await spent();
      const { text, ended } = await asked(model);
      expect({ length: text.length, ended }).toEqual({
        length: 600,
        ended: { how: "whole", error: undefined, inputTokens: INPUT, outputTokens: 200, dollars: 0.000405, estimated: true },
      });
      expect((await spent()) - before).toBe(INPUT + 200);
    },
  );

  it.each([
    ["wordless", "whole"],
    ["droppedInThought", "broken"],
  ])("holds thoughts that came to nothing (%s)", async (model, how) => {
    expect((await asked(model)).ended).toMatchObject({ how, inputTokens: INPUT, outputTokens: 6, estimated: true });
  });

  it("holds the input of an answer that broke off before its first word", async () => {
    expect((await asked("droppedAtOnce")).ended).toMatchObject({ how: "broken", inputTokens: INPUT, outputTokens: 0 });
  });

  it("is nothing where there was no answer", async () => {
    expect((await asked("broke")).ended).toMatchObject({ how: "broken", inputTokens: 0, outputTokens: 0, dollars: 0 });
  });

  it("holds what was thought for a reader who went away", async () => {
    const before = await spent();
    const chosen = modelOf("openai", `${models.url}/v1`, "brooding");
    const leaving = new AbortController();
    setTimeout(() => leaving.abort(), 100);
    const question = {
      task: "test" as const,
      instructions: "Be brief.",
      messages: [{ role: "user" as const, content: "Hello" }],
      maxOutputTokens: 100_000,
      signal: leaving.signal,
    };
    let ended: Ended | undefined;
    for await (const _ of askModel(server, local(server.workspaceId), chosen, question, (end) => (ended = end)));
    expect(ended?.outputTokens).toBeGreaterThan(INPUT);
    expect((await spent()) - before).toBe(INPUT + (ended?.outputTokens ?? 0));
  });

  it("stays reserved where it cannot be written, and the answer is there", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const before = await spent();
    const owner = new Client({ connectionString: database.url });
    await owner.connect();
    await owner.query("create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$");
    await owner.query("create trigger refuse before update on ai_calls for each row execute function refuse()");
    const { text, ended } = await asked("ready");
    await owner.query("drop trigger refuse on ai_calls");
    await owner.end();
    expect({ text, how: ended?.how, spent: (await spent()) - before }).toEqual({ text: "ready", how: "whole", spent: INPUT + 500 });
    expect(logged).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("its reservation stays"), expect.any(Error));
    logged.mockRestore();
  });
});

it("keeps no count below nothing", async () => {
  const negative = sql`insert into ai_calls (id, workspace_id, task, provider, model, input_tokens, output_tokens) values ('aic_x', ${server.workspaceId}, 'test', 'openai', 'm', -1, 0)`;
  await expect(server.database.execute(negative)).rejects.toMatchObject({ cause: { message: expect.stringContaining("ai_calls_counts") } });
});

it("shows no part of a key that a provider's long words are cut in", async () => {
  opened = await startLoopbackServer((_, response) => {
    response.writeHead(401, { "content-type": "application/json" }).end(JSON.stringify({ error: { message: `${"x".repeat(293)}${KEY}` } }));
  });
  const { ended } = await ask(modelOf("openai", `${opened.url}/v1`, "ready"));
  expect(ended?.error?.message).toBe(`OpenAI answered 401: ${"x".repeat(293)}[redact…`);
});

it("follows no redirect: a key goes to one address", async () => {
  const visits: string[] = [];
  const other = await startLoopbackServer(({ url }, response) => {
    visits.push(url);
    response.end();
  });
  opened = await startLoopbackServer((_, response) => void response.writeHead(307, { location: `${other.url}/v1/chat/completions` }).end());
  const { ended } = await ask(modelOf("openai", `${opened.url}/v1`, "ready"));
  await other.close();
  expect({ visits, message: ended?.error?.message }).toEqual({ visits: [], message: "OpenAI answered 307." });
});

it("reaches nobody where there is nobody, and says so", async () => {
  const gone = await startLoopbackServer(() => undefined);
  await gone.close();
  const { ended } = await ask(modelOf("ollama", `${gone.url}/v1`, "qwen3"));
  expect(ended?.error?.message).toBe(`Ollama could not be reached at ${gone.url} (ECONNREFUSED).`);
});
