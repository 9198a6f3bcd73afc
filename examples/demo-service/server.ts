import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { Answer, Call } from "./shop.ts";
import { Shop } from "./shop.ts";

export interface DemoService {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** Ends open connections too. */
  close(): Promise<void>;
}

export const DEMO_PORT = 4010;
const LARGEST_BODY = 100_000;
const MOST_CALLS_KEPT = 1_000;

interface LoggedCall {
  readonly at: string;
  readonly method: string;
  readonly url: string;
  readonly idempotencyKey: string | null;
  readonly body: unknown;
  readonly status: number;
  /** True when the answer of an earlier call with the same key was given again. */
  readonly replayed: boolean;
}

/**
 * Starts the shop that the example workflows call, on loopback. Rejects with EADDRINUSE when the port is taken; 0 takes any.
 * `GET /calls` lists what it was asked, `DELETE /calls` empties that list. A repeated Idempotency-Key gives the first answer again.
 */
export async function startDemoService(options: { port?: number } = {}): Promise<DemoService> {
  const shop = new Shop();
  const calls: LoggedCall[] = [];
  const answers = new Map<string, { request: string; answer: Answer }>();

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = await readCall(request);
    if ("status" in call) return send(response, call);
    if (call.path[0] === "calls") {
      if (call.method === "DELETE") calls.length = 0;
      return send(response, { status: 200, body: calls });
    }
    const key = call.method === "GET" ? null : readKey(request);
    const fingerprint = JSON.stringify([call.method, call.path, call.body]);
    const earlier = key === null ? undefined : answers.get(key);
    const answer = earlier ? replay(earlier, fingerprint) : shop.answer(call);
    // What failed has not happened, so it may be tried again under the same key.
    if (key !== null && !earlier && answer.status < 400) answers.set(key, { request: fingerprint, answer });
    calls.push({
      at: new Date().toISOString(),
      method: call.method,
      url: request.url ?? "/",
      idempotencyKey: key,
      body: call.body,
      status: answer.status,
      replayed: earlier !== undefined,
    });
    if (calls.length > MOST_CALLS_KEPT) calls.shift();
    if (answer.delayMs !== undefined) await delay(answer.delayMs);
    if (answer.dropped && !earlier) return void request.socket.destroy();
    send(response, answer);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? DEMO_PORT, "127.0.0.1", () => resolve());
  });
  // A listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function replay(earlier: { request: string; answer: Answer }, fingerprint: string): Answer {
  if (earlier.request === fingerprint) return { ...earlier.answer, headers: { "idempotent-replayed": "true" } };
  return { status: 422, body: { error: { message: "this idempotency key was used for another call" } } };
}

function readKey(request: IncomingMessage): string | null {
  const header = request.headers["idempotency-key"];
  return typeof header === "string" ? header : null;
}

async function readCall(request: IncomingMessage): Promise<Call | Answer> {
  const url = URL.parse(request.url ?? "/", "http://demo.invalid");
  if (url === null) return { status: 400, body: { error: { message: "the path is not one" } } };
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    // A request without an encoding gives buffers.
    const buffer = chunk as Buffer;
    length += buffer.length;
    // Read on to the end, so that the caller can read the refusal.
    if (length <= LARGEST_BODY) chunks.push(buffer);
  }
  if (length > LARGEST_BODY) return { status: 413, body: { error: { message: "the body is too large" } } };
  const body = parseBody(Buffer.concat(chunks).toString());
  if (body === undefined) return { status: 400, body: { error: { message: "the body must be a JSON object" } } };
  const path = url.pathname.split("/").filter((part) => part !== "");
  return { method: request.method ?? "GET", path, query: url.searchParams, body };
}

function parseBody(text: string): Record<string, unknown> | undefined {
  if (text.trim() === "") return {};
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null && !Array.isArray(body) ? { ...body } : undefined;
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
  response.end(JSON.stringify(answer.body));
}
