import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FatalError, RetryableError } from "workflow";
import { z } from "zod";
import { kebabCase } from "../catalog.ts";
import type { ActionDefinition } from "../define-action.ts";
import type { Plugin } from "../define-plugin.ts";
import { exampleInputs } from "../example-inputs.ts";
import { isPending } from "../pending.ts";
import { stepError } from "../step-error.ts";
import { withStepContext } from "../step-context.ts";
import type { Step } from "../step-options.ts";
import type { FakeAnswer } from "./answer-call.ts";
import { describeDeclaration } from "./describe-declaration.ts";
import type { Description } from "./description.ts";
import { readDescription } from "./description.ts";
import { readGraphqlDescription } from "./graphql-description.ts";
import type { GraphqlDescription } from "./graphql-description.ts";
import { startFakeService } from "./fake-service.ts";
import type { FakeService } from "./fake-service.ts";
import { vendorDescription } from "./vendor-descriptions.ts";
import type { Vendor } from "./vendor-descriptions.ts";

/** What a test says of one action beyond its declaration and the service's description. */
export interface ActionExpectation {
  /** In place of the inputs made from the fields' examples. */
  readonly inputs?: readonly unknown[];
  /** In place of the description's answers, call by call, the last one from then on. */
  readonly answers?: readonly FakeAnswer[];
  /** The calls made for the last input, each at least like this; `url` is what follows the service's base URL, decoded. */
  readonly calls?: readonly { method?: string; url?: string; body?: unknown }[];
  /** The output for the last input, at least like this. */
  readonly output?: object;
  /** Fields of the input that steer the step itself and are sent nowhere, for example `limit`. */
  readonly notSent?: readonly string[];
  /** True when the step reads its answers as something other than JSON, or not at all. */
  readonly readsNoJson?: boolean;
  /** True when an answer of 20 MB is what the action is for. */
  readonly takesLargeAnswers?: boolean;
  /** True when the step makes no call: its own tests say what it does. */
  readonly local?: boolean;
  /** How often a polling action may answer "not yet" before it is done; default 0. */
  readonly polls?: number;
  /** Another description of the vendor's than the service's; "none" where no description of theirs knows the action's calls yet. */
  readonly vendor?: Vendor | "none";
}

export interface ServiceExpectation {
  /** The file of the recorded contract: OpenAPI, written from the service's documentation, with its source in `externalDocs`. */
  readonly contract: string;
  /** The address of a GraphQL API: the recorded contract and the vendor's description are then schemas in GraphQL's own language. */
  readonly graphql?: string;
  /** The vendor's own description, checked as well where it can be had. */
  readonly vendor?: Vendor;
  /** What the vendor's own description has wrong or does not know yet: problems it would find that are none. */
  readonly vendorErrors?: readonly RegExp[];
  /** Environment variables that hold the credential. */
  readonly environment?: Readonly<Record<string, string>>;
  /** How the service words a failure: the body it sends for a status and a message. Default `{ error: { message } }`. */
  readonly failure?: (status: number, message: string) => unknown;
  /** Failures the service sends with a status of 2xx, and the status that the step's error must have. */
  readonly refusals?: readonly { readonly body: unknown; readonly status: number; readonly message: string }[];
  /** The header that carries the key of a call, on everything but GET, where the service has one. */
  readonly idempotencyHeader?: string;
  /** What a test says of the credential's check beyond the description. */
  readonly check?: {
    /** A recorded contract of its own, where its address means another call in the service's. */
    readonly contract?: string;
    /** What it says whose the credential is; default any text. */
    readonly account?: RegExp;
  };
  readonly actions?: Readonly<Record<string, ActionExpectation>>;
  /** Default `plugins/<name>`. */
  readonly folder?: string;
}

const PLUGINS = join(import.meta.dirname, "..", "..");
const REQUEST_ID = "req-contract-1";
/** The server never answers: the shorter, the sooner the tests are done. */
const SHORT_TIMEOUT = "5ms";
const HUGE = 20_000_001;

/**
 * The contract of a service, as tests. Every action calls a real server on loopback, whatever host it asks for; the server checks each
 * call against the service's description and answers as it says; the output must fit its schema; and every kind of failure must come
 * out the way the engine expects.
 */
export function describeService(plugin: Plugin, service: ServiceExpectation): void {
  const folder = service.folder ?? join(PLUGINS, kebabCase(plugin.name));
  describeDeclaration(plugin, folder);
  describe(`${plugin.name}, by the recorded contract`, () => {
    describeCalls(plugin, { ...service, vendorErrors: [] }, folder, () => read(service, service.contract));
  });
  const byVendor = Map.groupBy(plugin.actions, ({ name }) => service.actions?.[name]?.vendor ?? service.vendor ?? "none");
  for (const [vendor, actions] of byVendor) {
    if (vendor === "none") continue;
    const file = vendorDescription(vendor);
    describe.skipIf(file === undefined)(`${plugin.name}, by the vendor's own description (${vendor})`, () => {
      describeCalls({ ...plugin, actions }, service, folder, () => read(service, file ?? ""));
    });
  }
  describe.skipIf(!existsSync(checkFile(folder)))(`${plugin.name}, when its credential is tried`, () => {
    describeConnectionCheck(service, folder, () => read(service, service.check?.contract ?? service.contract));
  });
  describe(`${plugin.name}, when things go wrong`, () => {
    describeFailures(plugin, service, folder, () => read(service, service.contract));
  });
}

const descriptions = new Map<string, Description | GraphqlDescription>();

/** Each description once: they are long. */
function read({ graphql }: ServiceExpectation, file: string): Description | GraphqlDescription {
  const known = descriptions.get(file);
  if (known) return known;
  const made = graphql === undefined ? readDescription(file) : readGraphqlDescription(file, graphql);
  descriptions.set(file, made);
  return made;
}

function describeCalls(plugin: Plugin, service: ServiceExpectation, folder: string, load: () => Description | GraphqlDescription): void {
  const { fake } = useFakeService(service, load);
  const { idempotencyHeader = "", vendorErrors = [] } = service;
  describe.each(callingActions(plugin, service))("%s", (name, action) => {
    const expected = service.actions?.[name] ?? {};
    const inputs = expected.inputs?.map((input, index) => ({ title: `input ${index + 1}`, input })) ?? exampleInputs(action);

    it.each(inputs.map(({ title, input }) => [title, input] as const))(
      "makes calls the service allows with %s, and gives what its schema says",
      async (_, input) => {
        const service = fake();
        service.answerWith(expected.answers);
        const output = await runStep(folder, action, input, service, expected.polls);
        expect(service.problems.filter((problem) => !vendorErrors.some((known) => known.test(problem)))).toEqual([]);
        expect(service.calls.length).toBeGreaterThan(0);
        const misfit = action.output.safeParse(output).error;
        expect(misfit && z.prettifyError(misfit), "what the output's schema says of it").toBeUndefined();
        expect(unsent(input, expected.notSent ?? [], service)).toEqual([]);
      },
    );

    it("makes the calls and gives the output that its test names, with the key of the call where there is one", async () => {
      const service = fake();
      service.answerWith(expected.answers);
      const output = await runStep(folder, action, inputs.at(-1)?.input, service, expected.polls);
      const calls = service.calls.map(({ method, path, json }) => ({ method, url: path, body: json }));
      expect(calls).toMatchObject(expected.calls ?? calls);
      expect(output).toMatchObject(expected.output ?? {});
      const changing = service.calls.filter(({ method }) => method !== "GET");
      const keys = new Set(changing.map(({ headers }) => headers[idempotencyHeader.toLowerCase()]));
      expect([...keys]).toEqual(changing.length === 0 ? [] : [idempotencyHeader === "" ? undefined : "contract-key"]);
    });
  });
}

/** The file that tries a service's credential, where there is one. */
function checkFile(folder: string): string {
  return join(folder, "steps", "check-connection.ts");
}

function describeConnectionCheck(service: ServiceExpectation, folder: string, load: () => Description | GraphqlDescription): void {
  const { fake } = useFakeService(service, load);
  const failure = service.failure ?? ((_: number, message: string) => ({ error: { message } }));
  const check = async (running: FakeService): Promise<unknown> => {
    const checkConnection = await importStep(checkFile(folder), "checkConnection");
    return withStepContext(stepContextOf(running), () => checkConnection({}));
  };

  it("makes a call the service allows, and says whose it is", async () => {
    const running = fake();
    const { account = /\S/ } = service.check ?? {};
    expect(await check(running)).toEqual({ account: expect.stringMatching(account) });
    expect(running.problems).toEqual([]);
    expect(running.calls.length).toBeGreaterThan(0);
  });

  it("tells a credential that the service does not take", async () => {
    const running = fake();
    running.answerWith([{ status: 401, body: failure(401, "Who are you?") }]);
    const error = await check(running).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FatalError);
    expect(stepError(error).status).toBe(401);
  });
}

function describeFailures(plugin: Plugin, service: ServiceExpectation, folder: string, load: () => Description | GraphqlDescription): void {
  const { fake } = useFakeService(service, load);
  const failure = service.failure ?? ((_: number, message: string) => ({ error: { message } }));
  describe.each(callingActions(plugin, service))("%s", (name, action) => {
    const expected = service.actions?.[name] ?? {};
    const input = expected.inputs?.at(-1) ?? exampleInputs(action).at(-1)?.input;
    const fail = async (answer: FakeAnswer, timeout?: string): Promise<unknown> => {
      const service = fake();
      service.answerWith([{ headers: { "x-request-id": REQUEST_ID, ...answer.headers }, ...answer }]);
      return runStep(folder, action, input, service, 0, timeout).catch((thrown: unknown) => thrown);
    };

    it.each([400, 401, 403, 404, 409, 422])("fails for good on %i, with the service's words, status and request id", async (status) => {
      const error = await fail({ status, body: failure(status, "The thing is wrong.") });
      expect(error).toBeInstanceOf(FatalError);
      expect(stepError(error)).toMatchObject({ status, requestId: REQUEST_ID });
      expect(stepError(error).message).toContain("The thing is wrong.");
    });

    it("waits as long as the service asks on 429", async () => {
      const before = Date.now();
      const error = await fail({ status: 429, headers: { "retry-after": "60" }, body: failure(429, "Slow down.") });
      expect(error).toBeInstanceOf(RetryableError);
      expect((error as RetryableError).retryAfter.getTime() - before).toBeGreaterThanOrEqual(60_000);
    });

    it.each([429, 500, 503])("tries again on %i, soon when the service names no time", async (status) => {
      const before = Date.now();
      const error = await fail({ status, body: failure(status, "Later.") });
      expect(error).toBeInstanceOf(RetryableError);
      expect(stepError(error).status).toBe(status);
      expect((error as RetryableError).retryAfter.getTime() - before).toBeLessThanOrEqual(61_000);
    });

    it("tries again after a service that does not answer in time", async () => {
      const error = await fail({ text: "hang" }, SHORT_TIMEOUT);
      expect(error).toBeInstanceOf(RetryableError);
      expect(stepError(error).name).toBe("TimeoutError");
    });

    it("tries again after a connection that broke", async () => {
      const error = await fail({ text: "drop" });
      expect(error).toBeInstanceOf(RetryableError);
      expect(stepError(error).name).toBe("NetworkError");
    });

    it.skipIf(expected.readsNoJson)("says so when the answer is not JSON", async () => {
      const error = await fail({ status: 200, text: '{"id": "half', headers: { "content-type": "application/json" } });
      expect(error).toBeInstanceOf(FatalError);
      expect(stepError(error)).toMatchObject({ name: "MalformedJson", status: 200 });
    });

    it.skipIf(expected.takesLargeAnswers)("refuses an answer of 20 MB", async () => {
      const error = await fail({ status: 200, size: HUGE });
      expect(error).toBeInstanceOf(FatalError);
      expect(stepError(error).name).toBe("ResponseTooLarge");
    });

    it.each((service.refusals ?? []).map((refusal) => [refusal.message, refusal] as const))(
      "reads the refusal in a good answer: %s",
      async (message, refusal) => {
        const error = await fail({ status: 200, body: refusal.body });
        expect(error).toBeInstanceOf(refusal.status === 429 || refusal.status >= 500 ? RetryableError : FatalError);
        expect(stepError(error).status).toBe(refusal.status);
        expect(stepError(error).message).toContain(message);
      },
    );
  });
}

function callingActions(plugin: Plugin, service: ServiceExpectation): (readonly [string, ActionDefinition])[] {
  return plugin.actions.filter(({ name }) => service.actions?.[name]?.local !== true).map((action) => [action.name, action]);
}

function useFakeService(service: ServiceExpectation, load: () => Description | GraphqlDescription): { fake: () => FakeService } {
  let running: FakeService | undefined;
  beforeAll(async () => {
    Object.assign(process.env, service.environment);
    running = await startFakeService(load());
  });
  afterAll(async () => {
    for (const variable of Object.keys(service.environment ?? {})) delete process.env[variable];
    await running?.close();
  });
  return {
    fake: () => {
      if (!running) throw new Error("The fake service has not started.");
      running.reset();
      return running;
    },
  };
}

/** Runs a step as the engine does; a polling one is called again until it is done. */
async function runStep(
  folder: string,
  action: ActionDefinition,
  input: unknown,
  service: FakeService,
  polls = 0,
  timeout?: string,
): Promise<unknown> {
  const step = await importStep(join(folder, "steps", `${kebabCase(action.name)}.ts`), action.name);
  const checked = action.input.parse(input);
  return withStepContext(stepContextOf(service), async () => {
    const options = timeout === undefined ? {} : { timeout };
    let output = await step(checked, options);
    for (let round = 0; isPending(output); round++) {
      if (round >= Math.max(polls, 1)) throw new Error(`${action.name} is not done after ${round} questions.`);
      output = await step(checked, { ...options, job: output.$pending.job });
    }
    return output;
  });
}

const steps = new Map<string, Step<unknown, unknown>>();

/** Each file once: every import asks another process. */
async function importStep(file: string, name: string): Promise<Step<unknown, unknown>> {
  const known = steps.get(file);
  if (known) return known;
  // By the contract of its name, which the declaration's tests check.
  const step = ((await import(pathToFileURL(file).href)) as Record<string, Step<unknown, unknown>>)[name];
  if (!step) throw new Error(`${file} exports no ${name}.`);
  steps.set(file, step);
  return step;
}

function stepContextOf(service: FakeService): Parameters<typeof withStepContext>[0] {
  return { idempotencyKey: "contract-key", attempt: 1, signal: new AbortController().signal, fetch: service.fetch };
}

/** The fields whose example values occur nowhere in the calls. */
function unsent(input: unknown, notSent: readonly string[], service: FakeService): string[] {
  const sent = service.calls
    .map(({ method, url, path, body, headers }) => `${method} ${url} ${path}\n${body}\n${decodeText(body)}\n${JSON.stringify(headers)}`)
    .join("\n");
  return Object.entries(input as object)
    .filter(([name, value]) => !notSent.includes(name) && ["string", "number"].includes(typeof value))
    .filter(([, value]) => !sent.includes(JSON.stringify(String(value)).slice(1, -1)) && !sent.includes(String(value)))
    .map(([name]) => name);
}

function decodeText(body: string): string {
  try {
    return decodeURIComponent(body.replaceAll("+", " "));
  } catch {
    return body;
  }
}
