import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { AiEvent } from "../api/ai-schemas.ts";
import type { TestDatabase } from "../db/test-database.ts";
import { createTestDatabase } from "../db/test-database.ts";
import { local } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { newKey, printKey } from "../secrets/key-ring.ts";
import { createServer } from "../server.ts";
import { assist } from "./assist.ts";
import { changeAiSettings } from "./change-settings.ts";
import type { ModelServer } from "./testing/model-server.ts";
import { startModelServer } from "./testing/model-server.ts";
import { SESSIONS } from "./testing/sessions.ts";

const KEY = "sk-model-server";
let database: TestDatabase;
let server: Server;
let models: ModelServer;

beforeAll(async () => {
  vi.stubEnv("WEFT_ENCRYPTION_KEYS", printKey(newKey()));
  [database, models] = await Promise.all([createTestDatabase(), startModelServer(SESSIONS, KEY)]);
  server = await createServer({ databaseUrl: database.url, deliver: false });
});
afterAll(async () => {
  await server.stop();
  await models.close();
  await database.drop();
  vi.unstubAllEnvs();
});

const graph = { weft: 1, name: "x", nodes: [{ id: "input", kind: "trigger", config: { on: "manual" } }], edges: [] };

async function ask(model: string, task: "explain" | "payload", longestMs?: number): Promise<AiEvent[]> {
  const access = local(server.workspaceId);
  await changeAiSettings(server, access, { provider: "openai", baseUrl: `${models.url}/v1`, apiKey: KEY, model });
  const events: AiEvent[] = [];
  for await (const event of await assist(server, access, { task, graph }, new AbortController().signal, longestMs)) events.push(event);
  return events;
}

it("gives up a result that does not come in time", async () => {
  expect((await ask("hangs", "payload", 300)).at(-1)).toEqual({
    event: "error",
    data: {
      code: "service_failed",
      message: "The model did not end within five minutes.",
      hint: "Ask for less at once, or choose a faster model.",
    },
  });
});

it("keeps what was explained in time", async () => {
  expect((await ask("hangs", "explain", 300)).at(-1)).toMatchObject({
    event: "result",
    data: { result: { task: "explain", text: "One moment", ended: "broken" } },
  });
});

it("explains no longer than it reserved, though a server goes on and on", async () => {
  const events = await ask("rambling", "explain");
  const said = events.flatMap((event) => (event.event === "text" ? [event.data.delta] : [])).join("");
  // Two thousand tokens, doubled, of three letters.
  expect(said.length).toBeGreaterThan(12_000);
  expect(said.length).toBeLessThan(12_050);
  expect(events.at(-1)).toMatchObject({ data: { result: { text: said.trim(), ended: "cut" } } });
});
