import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ModelServer } from "../../lib/ai/testing/model-server.ts";
import { startModelServer } from "../../lib/ai/testing/model-server.ts";
import { readEvents } from "../../lib/ai/testing/read-events.ts";
import type { ReceivedEvent } from "../../lib/ai/testing/read-events.ts";
import { SESSIONS } from "../../lib/ai/testing/sessions.ts";
import type { Api } from "./start-api.ts";
import { startApi } from "./start-api.ts";

/** From a sentence to a proposal over HTTP, with a server that plays the model. */

const KEY = "sk-model-server";
let api: Api;
let models: ModelServer;
let admin: string;

beforeAll(async () => {
  [api, models] = await Promise.all([startApi(), startModelServer(SESSIONS, KEY)]);
  admin = (await api.newKey({ admin: true })).key;
});
afterAll(async () => {
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

async function generate(model: string, request: object = {}): Promise<ReceivedEvent[]> {
  await choose(model);
  const { text } = await api.call("POST", "/api/ai/generate-workflow", { key: admin, json: { prompt: "Watch large orders", ...request } });
  return readEvents(text);
}

const last = (events: readonly ReceivedEvent[]): ReceivedEvent => events.at(-1) ?? { event: "none", data: undefined };
const names = (events: readonly ReceivedEvent[]): string[] => events.map(({ event }) => event).filter((name) => name !== "operation");

it("makes a working workflow of a sentence, operation by operation", async () => {
  const events = await generate("good");
  expect(names(events)).toEqual(["started", "usage", "checking", "proposal"]);
  expect(events.filter(({ event }) => event === "operation").map(({ data }) => data.operation.op)).toEqual([
    "setWorkflow",
    "setNode",
    "addNode",
    "addNode",
    "addNode",
    "addNode",
    "say",
  ]);
  expect(last(events).data).toMatchObject({ repairs: 0, stopped: "clean", rejected: [], diagnostics: [] });
  expect(last(events).data.code).toContain("export async function largeOrder(input: LargeOrderInput)");
  expect(models.problems).toEqual([]);
});
