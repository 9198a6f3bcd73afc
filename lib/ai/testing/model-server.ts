import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { findOperation, validateCall } from "../../../plugins/kit/contract/validate-call.ts";
import { readDescription } from "../../../plugins/kit/contract/description.ts";
import type { LoopbackServer } from "../../../plugins/kit/loopback-server.ts";
import { startLoopbackServer } from "../../../plugins/kit/loopback-server.ts";

/** One answer that the server plays. */
export interface Turn {
  /** Sent before the text as what models that think send. */
  readonly thought?: string;
  /** Sent as it is, in pieces. */
  readonly text?: string;
  /** Default `stop`. */
  readonly finish?: "stop" | "length" | "content_filter";
  /** Between two pieces. */
  readonly delayMs?: number;
  /** After the text the connection is lost. */
  readonly drops?: boolean;
  /** After the text nothing more comes, and the connection stays. */
  readonly hangs?: boolean;
  /** Thought and text again and again, until the reader goes away. */
  readonly endless?: boolean;
  /** In place of a stream. */
  readonly status?: number;
  readonly body?: string;
  /** A line put among the events that is none. */
  readonly noise?: string;
  /** What the provider counts; null for one that does not. */
  readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number } | null;
}

/** A turn, or what makes one of the request. */
export type Script = readonly (Turn | ((request: ChatRequest) => Turn))[];

const chatRequest = z.object({
  model: z.string(),
  stream: z.boolean().optional(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});
export type ChatRequest = z.infer<typeof chatRequest>;

export interface ModelServer extends LoopbackServer {
  /** What was asked, in order. */
  readonly requests: ChatRequest[];
  /** Everything that the published contract does not allow, and calls without the key. */
  readonly problems: string[];
  /** How many answers were left by their reader before they ended. */
  readonly left: () => number;
}

const CONTRACT = join(import.meta.dirname, "../../../plugins/ai/contract.yaml");
const PIECE = 23;
const USAGE = { prompt_tokens: 1_000, completion_tokens: 200 };

/**
 * A server that speaks OpenAI's streaming protocol and plays sessions: the model that is asked for names the script, and the number of answers in the
 * conversation the turn. What it is sent is checked against the published contract.
 */
export async function startModelServer(scripts: Readonly<Record<string, Script>>, key = "sk-model-server"): Promise<ModelServer> {
  const description = readDescription(CONTRACT);
  const requests: ChatRequest[] = [];
  const problems: string[] = [];
  let left = 0;
  const server = await startLoopbackServer(({ method, url, headers, body }, response) => {
    const asked = { method, url: new URL(url, "https://api.openai.com"), headers, body };
    const operation = findOperation(description, asked);
    if (!operation) {
      problems.push(`${method} ${url} is not in the contract`);
      response.writeHead(404, { "content-type": "application/json" }).end(JSON.stringify({ error: { message: `No ${url} here.` } }));
      return;
    }
    problems.push(...validateCall(description, operation, asked));
    if (headers.authorization !== `Bearer ${key}`) {
      response
        .writeHead(401, { "content-type": "application/json" })
        .end(JSON.stringify({ error: { message: `Incorrect API key provided: ${String(headers.authorization)}.` } }));
      return;
    }
    const request = chatRequest.parse(JSON.parse(body));
    requests.push(request);
    const script = scripts[request.model];
    const turn = script?.[Math.min(request.messages.filter(({ role }) => role === "assistant").length, script.length - 1)];
    if (turn === undefined) {
      response
        .writeHead(404, { "content-type": "application/json" })
        .end(JSON.stringify({ error: { message: `The model ${request.model} does not exist.` } }));
      return;
    }
    response.on("close", () => {
      if (!response.writableFinished) left++;
    });
    void play(typeof turn === "function" ? turn(request) : turn, request.model, response);
  });
  return { ...server, requests, problems, left: () => left };
}

async function play(turn: Turn, model: string, response: ServerResponse): Promise<void> {
  if (turn.status !== undefined) {
    response.writeHead(turn.status, { "content-type": "application/json" }).end(turn.body ?? JSON.stringify({ error: { message: "No." } }));
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream" });
  const send = (choices: unknown[], usage?: unknown): void => {
    const chunk = {
      id: "chatcmpl-1",
      object: "chat.completion.chunk",
      created: 1_741_569_952,
      model,
      choices,
      ...(usage === undefined ? {} : { usage }),
    };
    response.write(`data: ${JSON.stringify(chunk)}\n\n`);
  };
  send([{ index: 0, delta: { role: "assistant", content: "" }, finish_reason: null }]);
  const pieces = [...cut("reasoning_content", turn.thought), ...cut("content", turn.text)];
  do {
    for (const delta of pieces) {
      if (response.destroyed) break;
      send([{ index: 0, delta, finish_reason: null }]);
      await wait(turn.delayMs ?? 0);
    }
  } while (turn.endless === true && !response.destroyed);
  if (turn.noise !== undefined) response.write(turn.noise);
  if (turn.hangs === true || response.destroyed) return;
  // What was written must have left before the line is cut.
  if (turn.drops === true) return void wait(20).then(() => response.destroy());
  send([{ index: 0, delta: {}, finish_reason: turn.finish ?? "stop" }]);
  if (turn.usage !== null) send([], { ...(turn.usage ?? USAGE), total_tokens: 0 });
  response.end("data: [DONE]\n\n");
}

function cut(field: "content" | "reasoning_content", text = ""): Record<string, string>[] {
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, at) => ({ [field]: text.slice(at * PIECE, (at + 1) * PIECE) }));
}
