import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FatalError, RetryableError } from "workflow";
import type { ServerResponse } from "node:http";
import type { LoopbackServer, ReceivedCall } from "../../plugins/kit/loopback-server.ts";
import { startLoopbackServer } from "../../plugins/kit/loopback-server.ts";
import { stepError } from "../../plugins/kit/step-error.ts";
import { environmentConnections } from "../connections/resolve-connection.ts";
import type { LogLine, RuntimeStep } from "../engine/contract.ts";
import type { StepContext } from "../engine/step-runner.ts";
import { createEgressFetch } from "./egress-guard.ts";
import { createStepRunner } from "./run-step.ts";

const SECRET = "s3cret/valüe+1";

let server: LoopbackServer;
let answer: (call: ReceivedCall, response: ServerResponse) => void;
beforeAll(async () => {
  server = await startLoopbackServer((call, response) => answer(call, response));
});
afterAll(() => server.close());
beforeEach(() => {
  server.calls.length = 0;
  answer = (_, response) => response.writeHead(200, { "content-type": "application/json" }).end('{"ok":true}');
});

const runner = () =>
  createStepRunner({
    fetch: createEgressFetch({ allowedPrivateHosts: [server.host] }),
    connections: environmentConnections({
      WEFT_CONNECTION_TEAM_SHOP_KEY: SECRET,
      WEFT_CONNECTION_TEAM_SHOP_USERNAME: "weaver",
      WEFT_CONNECTION_TEAM_SHOP_PASSWORD: SECRET,
    }),
  });

function context(changes: Partial<StepContext> = {}): StepContext {
  const signal = new AbortController().signal;
  return { runId: "run_1", workspaceId: "ws_1", node: "order", stepId: "step_1", attempt: 1, idempotencyKey: "key_1", signal, ...changes };
}

const action = (changes: Partial<RuntimeStep> = {}): RuntimeStep => ({ node: "order", kind: "action", action: "http.request", ...changes });
const code = (source: string, changes: Partial<RuntimeStep> = {}): RuntimeStep => ({ node: "total", kind: "code", source, ...changes });

async function failureOf(running: Promise<unknown>): Promise<Error> {
  const outcome = await running.catch((error: unknown) => error);
  if (outcome instanceof Error) return outcome;
  throw new Error(`expected a failure, got ${JSON.stringify(outcome)}`);
}

describe("an action", () => {
  it("runs its plugin's step with the idempotency key of the context", async () => {
    const output = await runner().run(action(), { method: "POST", url: server.url, body: { a: 1 } }, context());
    expect(output).toMatchObject({ status: 200, body: { ok: true } });
    expect(server.calls[0]?.headers["idempotency-key"]).toBe("key_1");
  });

  it("refuses an input that its schema refuses, naming the fields", async () => {
    const error = await failureOf(runner().run(action(), { method: "FETCH", url: server.url, maxBytes: -1 }, context()));
    expect(error).toBeInstanceOf(FatalError);
    expect(stepError(error).name).toBe("InvalidInput");
    expect(error.message).toMatch(/^The input of http\.request is wrong: method: .*; maxBytes: /);
    expect(server.calls).toHaveLength(0);
  });

  it.each([["shop.buy"], ["constructor"], ["__proto__"]])("called %s is unknown here", async (kind) => {
    expect(await failureOf(runner().run(action({ action: kind }), {}, context()))).toBeInstanceOf(FatalError);
  });

  it("keeps to public addresses", async () => {
    const error = await failureOf(runner().run(action(), { url: "http://169.254.169.254/latest/" }, context()));
    expect(error).toBeInstanceOf(FatalError);
    expect(stepError(error).name).toBe("EgressBlockedError");
  });

  it("ends at its policy's timeout, to be retried", async () => {
    answer = () => undefined;
    const error = await failureOf(runner().run(action({ policy: { timeout: "80ms" } }), { url: server.url }, context()));
    expect(error).toBeInstanceOf(RetryableError);
    expect(stepError(error).name).toBe("TimeoutError");
  });

  it("ends at its policy's timeout even when the step does not listen", async () => {
    const deaf = createStepRunner({ steps: { "http.request": async () => () => new Promise(() => undefined) } });
    const error = await failureOf(deaf.run(action({ policy: { timeout: "50ms" } }), { url: server.url }, context()));
    expect(stepError(error)).toEqual({ name: "TimeoutError", message: "The step did not finish within 50 ms." });
  });

  it("ends when its run is cancelled", async () => {
    answer = () => undefined;
    const controller = new AbortController();
    const running = failureOf(runner().run(action(), { url: server.url }, context({ signal: controller.signal })));
    controller.abort(new Error("the run was cancelled"));
    expect((await running).message).toBe("the run was cancelled");
  });
});

describe("a secret", () => {
  const connection = { connection: "team-shop" };

  it("reaches the service and never comes back, in whatever form it is echoed", async () => {
    answer = (call, response) => {
      const seen = { header: call.headers["x-key"], basic: call.headers.authorization, url: call.url, nested: [{ [SECRET]: SECRET }] };
      response.writeHead(200, { "content-type": "application/json", "x-echo": encodeURIComponent(SECRET) }).end(JSON.stringify(seen));
    };
    const inputs = [
      { url: server.url, auth: "query", authName: "key" },
      { url: server.url, auth: "basic" },
    ];
    for (const input of inputs) {
      const output = JSON.stringify(await runner().run(action(connection), input, context()));
      expect(output).toContain("[redacted]");
      for (const form of [SECRET, encodeURIComponent(SECRET), Buffer.from(`weaver:${SECRET}`).toString("base64"), "s3cret"]) {
        expect(output).not.toContain(form);
      }
    }
    expect(server.calls[0]?.url).toBe(`/?${new URLSearchParams({ key: SECRET }).toString()}`);
    expect(server.calls[1]?.headers.authorization).toBe(`Basic ${Buffer.from(`weaver:${SECRET}`).toString("base64")}`);
  });

  it("is not in an error, its stack or its cause", async () => {
    answer = (call, response) =>
      response.writeHead(400, { "content-type": "text/plain" }).end(`bad key ${decodeURIComponent(call.url)} ${SECRET}`);
    const error = await failureOf(runner().run(action(connection), { url: server.url, auth: "query", authName: "key" }, context()));
    expect(error).toBeInstanceOf(FatalError);
    expect(error.message).toContain("[redacted]");
    expect(`${error.message}${error.stack}${String(error.cause)}`).not.toContain("s3cret");
  });

  it("that is missing is named by its variable", async () => {
    const error = await failureOf(runner().run(action({ connection: "other" }), { url: server.url, auth: "bearer" }, context()));
    expect(error).toBeInstanceOf(FatalError);
    expect(error.message).toContain("WEFT_CONNECTION_OTHER_TOKEN is not set");
  });
});

describe("code", () => {
  it("runs in the sandbox with its inputs", async () => {
    expect(await runner().run(code("return { sum: a + b };"), { a: 1, b: 2 }, context())).toEqual({ sum: 3 });
    expect(await runner().run(code("return typeof process;"), undefined, context())).toBe("undefined");
  });

  it("fails for good with what was thrown, and prints the person's own line", async () => {
    const printed: unknown[] = [];
    const printing = { ...context(), print: (lines: readonly unknown[]) => void printed.push(...lines) };
    const error = await failureOf(runner().run(code("const a = 1;\nconsole.log(a);\nreturn a.b.c;"), {}, printing));
    expect(error).toBeInstanceOf(FatalError);
    expect(stepError(error)).toEqual({ name: "TypeError", message: "cannot read property 'c' of undefined" });
    expect(printed).toMatchObject([
      { level: "log", text: "1" },
      { level: "error", text: "Failed in line 3: return a.b.c;" },
    ]);
  });

  it("is tried again where its policy asks for that, but not past a limit", async () => {
    const policy = { retries: 2, timeout: "100ms" };
    const thrown = await failureOf(runner().run(code("throw new Error('unlucky')", { policy }), {}, context()));
    expect(thrown).not.toBeInstanceOf(FatalError);
    expect(await failureOf(runner().run(code("while (true) {}", { policy }), {}, context()))).toBeInstanceOf(FatalError);
  });
});

describe("what code prints", () => {
  it("is handed on without the secrets that the step was given, whether it fails or not", async () => {
    const secrets = new Map([["weft-secret:0:TOKEN;", "hunter2-hunter2"]]);
    const printed: LogLine[][] = [];
    const print = (lines: readonly LogLine[]): void => void printed.push([...lines]);
    const input = { token: "weft-secret:0:TOKEN;" };
    await runner().run(code("console.log('with', token); return 1;"), input, context({ secrets, print }));
    await failureOf(runner().run(code("console.error(token); throw new Error('no');"), input, context({ secrets, print })));
    expect(printed).toEqual([
      [{ level: "log", text: "with [redacted]" }],
      [
        { level: "error", text: "[redacted]" },
        { level: "error", text: "Failed in line 1: console.error(token); throw new Error('no');" },
      ],
    ]);
  });
});
