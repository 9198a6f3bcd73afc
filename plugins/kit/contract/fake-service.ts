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

export async function startFakeService(description: Description | GraphqlDescription): Promise<FakeService> {
  const calls: ServiceCall[] = [];
  const problems: string[] = [];
  let answers: readonly FakeAnswer[] | undefined;
  const server = await startLoopbackServer(({ method, headers: { [ORIGINAL_URL]: original, ...headers }, body }, response) => {
    const url = new URL(String(original));
    const call = { method, url, headers, body };
    calls.push({ method, url: url.href, path: pathBelow(description, url), headers, body, json: parseJson(body) });
    const { wrong, healthy } = tryToJudge(description, call);
    problems.push(...wrong);
    const given = answers?.[Math.min(calls.length, answers.length) - 1];
    const answer = given ?? healthy();
    if (answer.text === "hang") return;
    if (answer.text === "drop") return void response.destroy();
    response.writeHead(answer.status ?? 200, { "content-type": "application/json", ...answer.headers });
    response.end(answer.text ?? (answer.body === undefined ? undefined : JSON.stringify(answer.body)));
  });
  return {
    calls,
    problems,
    fetch: (url, init) => {
      const headers = new Headers(init.headers);
      headers.set(ORIGINAL_URL, url.href);
      return fetch(server.url, { ...init, headers });
    },
    answerWith: (given) => {
      answers = given;
    },
    reset: () => {
      calls.length = 0;
      problems.length = 0;
      answers = undefined;
    },
    close: () => server.close(),
  };
}

/** A description that cannot be read is a problem of the test, not a server that never answers. */
function tryToJudge(description: Description | GraphqlDescription, call: Call): ReturnType<typeof judge> {
  try {
    return judge(description, call);
  } catch (error) {
    return { wrong: [`${call.method} ${call.url.pathname} could not be checked: ${String(error)}`], healthy: () => ({ status: 501 }) };
  }
}

/** What the description says of a call: what is wrong with it, and how a healthy service answers. */
function judge(description: Description | GraphqlDescription, call: Call): { wrong: readonly string[]; healthy: () => FakeAnswer } {
  if ("address" in description) return { wrong: description.check(call), healthy: () => description.answer(call) };
  const operation = findOperation(description, call);
  if (!operation) {
    return { wrong: [`${call.method} ${call.url.origin}${call.url.pathname} is not in the description`], healthy: () => ({ status: 404 }) };
  }
  return { wrong: validateCall(description, operation, call), healthy: () => answerCall(description, operation) };
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
