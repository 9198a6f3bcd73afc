import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LoopbackServer } from "../../plugins/kit/loopback-server.ts";
import { startLoopbackServer } from "../../plugins/kit/loopback-server.ts";
import type { AiStreamEvent } from "./stream-ai.ts";
import { streamAi } from "./stream-ai.ts";

const usage = { inputTokens: 10, outputTokens: 2, dollars: null, requests: 1, estimated: false };
const started = { provider: "custom", model: "good", catalog: { shown: 0, all: 0, tokens: 0 } };
const result = { result: { task: "explain", text: "Grüße 🧵", ended: "whole" }, usage };
const body = { task: "explain", graph: { weft: 1 } } as const;

const message = (event: string, data: unknown): string => `id: 1\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
const whole = message("started", started) + message("text", { delta: "Grüße 🧵" }) + message("result", result);

let server: LoopbackServer;
let answer: (response: ServerResponse) => void;
let closed: Promise<void>;

beforeEach(async () => {
  const gone = Promise.withResolvers<void>();
  closed = gone.promise;
  server = await startLoopbackServer((_call, response) => {
    response.on("close", gone.resolve);
    answer(response);
  });
  // As a page at the server's address asks.
  const real = globalThis.fetch;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => real(new URL(path, server.url), init));
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await server.close();
});

async function collect(signal?: AbortSignal): Promise<{ events: AiStreamEvent[]; error: unknown }> {
  const events: AiStreamEvent[] = [];
  try {
    for await (const event of streamAi("POST /api/ai/assist", { body, workspace: "wsp_1", ...(signal ? { signal } : {}) }))
      events.push(event);
  } catch (error) {
    return { events, error };
  }
  return { events, error: undefined };
}

const says =
  (...pieces: readonly (string | Uint8Array)[]) =>
  async (response: ServerResponse): Promise<void> => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const piece of pieces) {
      response.write(piece);
      await wait(1);
    }
    response.end();
  };

describe("streamAi", () => {
  it("asks in the workspace's name with a JSON body, and gives each event as it comes", async () => {
    answer = says("retry: 1000\n\n: still here\n\n", whole);
    const { events, error } = await collect();
    expect(error).toBeUndefined();
    expect(events).toEqual([
      { event: "started", data: started },
      { event: "text", data: { delta: "Grüße 🧵" } },
      { event: "result", data: result },
    ]);
    const [call] = server.calls;
    expect([call?.method, call?.url, call?.headers["content-type"], call?.headers["x-weft-workspace"], call?.body]).toEqual([
      "POST",
      "/api/ai/assist",
      "application/json",
      "wsp_1",
      JSON.stringify(body),
    ]);
  });

  it("reads the same from chunks that end anywhere, within a character too", async () => {
    const bytes = new TextEncoder().encode(whole);
    answer = says(...Array.from({ length: Math.ceil(bytes.length / 3) }, (_, at) => bytes.slice(at * 3, at * 3 + 3)));
    const { events } = await collect();
    expect(events.map(({ event }) => event)).toEqual(["started", "text", "result"]);
    expect(events.at(-1)).toEqual({ event: "result", data: result });
  });

  it("passes over events that it does not know, names of an object's own among them", async () => {
    answer = says(message("applause", { loud: true }), message("constructor", {}), "data: 1\n\n", message("result", result));
    expect((await collect()).events).toEqual([{ event: "result", data: result }]);
  });

  it("throws what the server's error event says, after what came before it", async () => {
    answer = says(message("started", started), message("error", { code: "service_failed", message: "OpenAI is down.", hint: null }));
    const { events, error } = await collect();
    expect(events.map(({ event }) => event)).toEqual(["started"]);
    expect(error).toMatchObject({ name: "ApiError", code: "service_failed", message: "OpenAI is down.", hint: undefined });
  });

  it.each([
    ["has another shape than its schema", message("text", { delta: 7 })],
    ["is not JSON", "event: text\ndata: {oh\n\n"],
  ])("refuses an event that %s", async (_what, text) => {
    answer = says(text, message("result", result));
    const { events, error } = await collect();
    expect(events).toEqual([]);
    expect(error).toMatchObject({ code: "internal", message: 'Weft\'s answer cannot be read at "text".' });
  });

  it("throws the API's own words when nothing was asked", async () => {
    answer = (response) => {
      const said = { code: "not_configured", message: "There is no language model to ask.", hint: "Set OPENAI_API_KEY." };
      response.writeHead(409, { "content-type": "application/json" }).end(JSON.stringify({ error: said }));
    };
    expect(await collect()).toMatchObject({ events: [], error: { status: 409, code: "not_configured", hint: "Set OPENAI_API_KEY." } });
  });

  it("says that the answer is not whole when the stream ends or breaks before its last event", async () => {
    answer = says(message("started", started));
    expect((await collect()).error).toMatchObject({ status: 0, code: "unreachable" });
    answer = (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" }).write(message("started", started));
      void wait(20).then(() => response.destroy());
    };
    expect((await collect()).error).toMatchObject({ status: 0, code: "unreachable" });
  });

  it("ends with an AbortError when it is stopped, and hangs up", async () => {
    answer = (response) => void response.writeHead(200, { "content-type": "text/event-stream" }).write(message("started", started));
    const stop = new AbortController();
    const collected = collect(stop.signal);
    await vi.waitFor(() => expect(server.calls).toHaveLength(1));
    await wait(20);
    stop.abort();
    const { events, error } = await collected;
    expect(events).toEqual([{ event: "started", data: started }]);
    expect(error).toMatchObject({ name: "AbortError" });
    await closed;
  });

  it("hangs up when its reader leaves", async () => {
    answer = (response) => void response.writeHead(200, { "content-type": "text/event-stream" }).write(message("started", started));
    for await (const { event } of streamAi("POST /api/ai/assist", { body, workspace: "wsp_1" })) {
      expect(event).toBe("started");
      break;
    }
    await closed;
  });
});
