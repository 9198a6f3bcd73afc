import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { StepFetch } from "../../plugins/kit/egress.ts";
import { answerCall } from "../../plugins/kit/contract/answer-call.ts";
import type { Description } from "../../plugins/kit/contract/description.ts";
import { readDescription } from "../../plugins/kit/contract/description.ts";
import { findOperation, validateCall } from "../../plugins/kit/contract/validate-call.ts";
import { startLoopbackServer } from "../../plugins/kit/loopback-server.ts";
import type { EvalRun } from "./case.ts";

const PLUGINS = join(import.meta.dirname, "../../plugins");
const ORIGINAL_URL = "x-stub-url";

/** A call that a workflow made. */
export interface StubCall {
  /** `METHOD address`, the address decoded. */
  readonly to: string;
  /** Parsed where it is JSON or a form. */
  readonly body: unknown;
  /** What the service's contract says against it. */
  readonly problems: readonly string[];
}

/** Every service at once, on loopback: known ones answer as their contract says, any other address as the case says. */
export interface StubServices {
  /** What steps are called with: leads whatever they call here. */
  readonly fetch: StepFetch;
  /** Forgets what was called, and answers so from now on. */
  reset(answers: EvalRun["answers"]): void;
  readonly calls: readonly StubCall[];
  close(): Promise<void>;
}

export async function startStubServices(): Promise<StubServices> {
  const descriptions = readContracts();
  let calls: StubCall[] = [];
  let answers: EvalRun["answers"] = {};
  const server = await startLoopbackServer(({ method, headers: { [ORIGINAL_URL]: original, ...headers }, body }, response) => {
    const url = new URL(String(original));
    const asked = { method, url, headers: { ...headers, host: url.host }, body };
    const to = `${method} ${decode(url)}`;
    const [description, operation] = findContract(descriptions, asked);
    calls.push({
      to,
      body: parseBody(body, String(headers["content-type"] ?? "")),
      problems: description && operation ? validateCall(description, operation, asked) : [],
    });
    const given = Object.entries(answers).find(([part]) => to.includes(part))?.[1];
    const answer = given
      ? { status: given.status, body: given.json }
      : description && operation
        ? answerCall(description, operation)
        : { status: 200, body: {} };
    response.writeHead(answer.status ?? 200, { "content-type": "application/json", ...("headers" in answer ? answer.headers : {}) });
    response.end("text" in answer && answer.text !== undefined ? answer.text : JSON.stringify(answer.body ?? {}));
  });
  return {
    fetch: async (url, init) => {
      const headers = new Headers(init.headers);
      headers.set(ORIGINAL_URL, url.href);
      return fetch(server.url, { ...init, headers });
    },
    reset: (given) => {
      calls = [];
      answers = given;
    },
    get calls() {
      return calls;
    },
    close: () => server.close(),
  };
}

/** All but the one of HTTP itself, whose addresses are anybody's. */
function readContracts(): Description[] {
  const files = readdirSync(PLUGINS, { recursive: true }).map(String);
  return files
    .filter((file) => file.endsWith("contract.yaml") && !file.startsWith("http/"))
    .map((file) => readDescription(join(PLUGINS, file)));
}

function findContract(descriptions: readonly Description[], call: Parameters<typeof findOperation>[1]) {
  for (const description of descriptions) {
    const operation = findOperation(description, call);
    if (operation) return [description, operation] as const;
  }
  return [undefined, undefined] as const;
}

function decode({ href }: URL): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

function parseBody(body: string, type: string): unknown {
  if (type.includes("form-urlencoded")) return Object.fromEntries(new URLSearchParams(body));
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
