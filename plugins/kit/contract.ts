import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FatalError, RetryableError } from "workflow";
import { z } from "zod";
import { stepFile } from "./catalog.ts";
import type { ActionDefinition } from "./define-action.ts";
import type { Plugin } from "./define-plugin.ts";
import type { LoopbackServer, ReceivedCall } from "./loopback-server.ts";
import { startLoopbackServer } from "./loopback-server.ts";
import { stepError } from "./step-error.ts";
import type { Step } from "./step-options.ts";
import { withStepContext } from "./step-context.ts";

/** How a service answers one call. */
interface FakeAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** What an action's own test says; the rest of the contract is the same for all. */
export interface ActionExample {
  readonly input: unknown;
  /** What a healthy service answers; a list answers call by call, its last entry from then on. */
  readonly answers: FakeAnswer | readonly FakeAnswer[];
  /** The calls that the service must have got, each at least like this: `url` is path and query. */
  readonly calls: readonly Partial<ReceivedCall>[];
  /** The step's output, at least like this. */
  readonly output: unknown;
  /** Environment variables that hold the credential. */
  readonly environment?: Readonly<Record<string, string>>;
}

const ROOT = join(import.meta.dirname, "..");

/**
 * The contract of one action, as tests: it is described, its form is complete, its step is exportable, it does what the
 * example says, and it fails the way the engine expects. Whatever host the step calls, a real server on loopback answers.
 */
export function describeAction(plugin: Plugin, name: string, example: ActionExample): void {
  const action = plugin.actions.find((candidate) => candidate.name === name);
  const file = join(ROOT, plugin.name, "steps", `${stepFile(name)}.ts`);

  describe(`${plugin.name}.${name}`, () => {
    it("is described for people and for models", () => {
      expect(action?.label).toMatch(/\S/);
      expect(action?.description).toMatch(/^[A-Z].*\.$/s);
    });

    it("has a label on every field of its form, and a JSON Schema both ways", () => {
      expect(unlabelledFields(action)).toEqual([]);
      expect(z.toJSONSchema(schemaOf(action, "input"), { io: "input" })).toMatchObject({ type: "object" });
      expect(z.toJSONSchema(schemaOf(action, "output"))).toMatchObject({ type: "object" });
    });

    it("has a step that can be exported as it stands", () => {
      expect(existsSync(file)).toBe(true);
      const source = readFileSync(file, "utf8");
      expect(source).toMatch(new RegExp(`^export async function ${name}\\([^]*?\\{\\n  "use step";$`, "m"));
      expect(importsOf(source).filter((specifier) => !isExportable(specifier))).toEqual([]);
    });

    describe("on a real server", () => {
      let server: LoopbackServer;
      let answers: readonly FakeAnswer[] = [];
      beforeAll(async () => {
        Object.assign(process.env, example.environment);
        server = await startLoopbackServer((_, response) => {
          const { status = 200, headers = {}, body } = answers[Math.min(server.calls.length, answers.length) - 1] ?? {};
          response.writeHead(status, { "content-type": "application/json", ...headers });
          response.end(body === undefined ? undefined : JSON.stringify(body));
        });
      });
      afterAll(async () => {
        for (const variable of Object.keys(example.environment ?? {})) delete process.env[variable];
        await server.close();
      });

      const run = async (given: FakeAnswer | readonly FakeAnswer[]): Promise<unknown> => {
        answers = Array.isArray(given) ? given : [given];
        server.calls.length = 0;
        // The contract of the name, checked by the test above.
        const step = ((await import(file)) as Record<string, Step<unknown, unknown>>)[name];
        const toServer = (url: URL, init: RequestInit): Promise<Response> => fetch(new URL(url.pathname + url.search, server.url), init);
        const context = { idempotencyKey: "contract-key", attempt: 1, signal: new AbortController().signal, fetch: toServer };
        return withStepContext(context, async () => step?.(schemaOf(action, "input").parse(example.input)));
      };

      it("does what its example says, and gives what its schema says", async () => {
        const output = await run(example.answers);
        expect(output).toMatchObject(example.output as object);
        expect(schemaOf(action, "output").safeParse(output).error).toBeUndefined();
        expect(server.calls).toMatchObject(example.calls);
      });

      it("carries the idempotency key wherever it changes something", async () => {
        await run(example.answers);
        const changing = server.calls.filter(({ method }) => !["GET", "HEAD", "OPTIONS"].includes(method));
        expect(changing.filter(({ headers }) => !JSON.stringify(headers).includes("contract-key"))).toEqual([]);
      });

      it.each([400, 401, 403, 404, 422])("fails for good on %i, with the status", async (status) => {
        const error = await run({ status, body: { error: { message: "no" } } }).catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(FatalError);
        expect(stepError(error).status).toBe(status);
      });

      it.each([429, 500, 503])("is retried on %i, when the server says", async (status) => {
        const before = Date.now();
        const error = await run({ status, headers: { "retry-after": "60" } }).catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(RetryableError);
        expect(error).toHaveProperty("retryAfter");
        expect((error as RetryableError).retryAfter.getTime() - before).toBeGreaterThanOrEqual(60_000);
      });
    });
  });
}

function schemaOf(action: ActionDefinition | undefined, side: "input" | "output"): z.ZodType {
  if (!action) throw new Error("The plugin has no such action.");
  return action[side];
}

function unlabelledFields(action: ActionDefinition | undefined): string[] {
  const schema = schemaOf(action, "input");
  const fields = schema instanceof z.ZodObject ? Object.entries(schema.shape) : [];
  return fields.filter(([, field]) => !(field as z.ZodType).meta()?.label).map(([name]) => name);
}

function importsOf(source: string): string[] {
  return [...source.matchAll(/^import [^;]*? from "([^"]+)";/gms)].map((match) => match[1] ?? "");
}

function isExportable(specifier: string): boolean {
  return (
    specifier === "zod" || specifier === "workflow" || /^\.\.\/\.\.\/kit\/[\w-]+\.ts$/.test(specifier) || /^\.\.?\/(?!\.\.)/.test(specifier)
  );
}
