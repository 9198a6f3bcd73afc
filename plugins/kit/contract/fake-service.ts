import type { FakeAnswer } from "./answer-call.ts";
import { answerCall } from "./answer-call.ts";
import type { Description } from "./description.ts";
import type { GraphqlDescription } from "./graphql-description.ts";
import { startLoopbackServer } from "../loopback-server.ts";
import type { Call } from "./validate-call.ts";
import { findOperation, validateCall } from "./validate-call.ts";

/** What the service was asked. */
export interface ServiceCall {
  readonly method: string;
  /** As the step asked for it. */
  readonly url: string;
  /** What follows the description's server, decoded, with the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** The body, where it is JSON. */
  readonly json: unknown;
}

/** A server on loopback that stands for a service: it checks every call against the service's description and answers as it says. */
export interface FakeService {
  /** Sends every call to the server, whatever its host. */
  readonly fetch: (url: URL, init: RequestInit) => Promise<Response>;
  readonly calls: readonly ServiceCall[];
  /** What the calls had wrong. */
  readonly problems: readonly string[];
  /** Call by call, the last one from then on; undefined: as the description says. The texts `hang` and `drop` do that. */
  answerWith(answers: readonly FakeAnswer[] | undefined): void;
  reset(): void;
  close(): Promise<void>;
}

const ORIGINAL_URL = "x-contract-url";
const SIZE = "x-contract-size";
const CHUNK = Buffer.alloc(1_000_000, "x");

export async function startFakeService(description: Description | GraphqlDescription): Promise<FakeService> {
  const calls: ServiceCall[] = [];
  const received: Call[] = [];
  let answers: readonly FakeAnswer[] | undefined;
  const server = await startLoopbackServer(({ method, headers: { [ORIGINAL_URL]: original, ...rest }, body }, response) => {
    const url = new URL(String(original));
    const headers = { ...rest, host: url.host };
    const call = { method, url, headers, body };
    calls.push({ method, url: url.href, path: pathBelow(description, url), headers, body, json: parseJson(body) });
    received.push(call);
    const given = answers?.[Math.min(calls.length, answers.length) - 1];
    const answer = given ?? answerHealthily(description, call);
    if (answer.text === "hang") return;
    if (answer.text === "drop") return void response.destroy();
    const size = answer.size === undefined ? {} : { [SIZE]: String(answer.size) };
    response.writeHead(answer.status ?? 200, { "content-type": "application/json", ...answer.headers, ...size });
    response.end(answer.text ?? (answer.body === undefined ? undefined : JSON.stringify(answer.body)));
  });
  return {
    calls,
    get problems() {
      return received.flatMap((call) => findProblems(description, call));
    },
    fetch: async (url, init) => {
      const headers = new Headers(init.headers);
      headers.set(ORIGINAL_URL, url.href);
      const response = await fetch(server.url, { ...init, headers });
      const size = response.headers.get(SIZE);
      return size === null ? response : new Response(longText(Number(size)), response);
    },
    answerWith: (given) => {
      answers = given;
    },
    reset: () => {
      calls.length = 0;
      received.length = 0;
      answers = undefined;
    },
    close: () => server.close(),
  };
}

/** A body that arrives in pieces. It is made on this side of the network, which would need most of the tests' time to carry it. */
function longText(size: number): ReadableStream<Uint8Array> {
  let left = size;
  return new ReadableStream({
    pull: (controller) => {
      controller.enqueue(CHUNK.subarray(0, left));
      left -= Math.min(left, CHUNK.length);
      if (left === 0) controller.close();
    },
  });
}

/** What is wrong with a call. A description that cannot be read is a problem of the test, not a server that never answers. */
function findProblems(description: Description | GraphqlDescription, call: Call): readonly string[] {
  try {
    if ("address" in description) return description.check(call);
    const operation = findOperation(description, call);
    if (operation) return validateCall(description, operation, call);
    return [`${call.method} ${call.url.origin}${call.url.pathname} is not in the description`];
  } catch (error) {
    return [`${call.method} ${call.url.pathname} could not be checked: ${String(error)}`];
  }
}

/** How a healthy service answers a call. */
function answerHealthily(description: Description | GraphqlDescription, call: Call): FakeAnswer {
  try {
    if ("address" in description) return description.answer(call);
    const operation = findOperation(description, call);
    if (operation) return answerCall(description, operation);
    const text = `The description has no ${call.method} ${call.url.pathname}.`;
    return { status: 404, headers: { "content-type": "text/plain" }, text };
  } catch {
    return { status: 501 };
  }
}

function pathBelow(description: Description | GraphqlDescription, url: URL): string {
  if ("address" in description) return url.pathname;
  const servers = (description.document["servers"] ?? []) as readonly { readonly url: string }[];
  const base = servers.map((server) => server.url.replace(/\/+$/, "")).find((prefix) => url.href.startsWith(prefix)) ?? url.origin;
  return decodeURIComponent(url.href.slice(base.length).replaceAll("+", " "));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
