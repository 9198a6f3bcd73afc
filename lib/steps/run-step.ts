import { FatalError } from "workflow";
import type { z } from "zod";
import type { Step, StepOptions } from "../../plugins/kit/step-options.ts";
import type { StepFetch } from "../../plugins/kit/egress.ts";
import type { PluginCatalog } from "../../plugins/kit/catalog.ts";
import { catalog as builtInCatalog } from "../../plugins/catalog.ts";
import { steps as builtInSteps } from "../../plugins/steps.generated.ts";
import { parseDuration } from "../../plugins/kit/duration.ts";
import { fatal, retryable } from "../../plugins/kit/failure.ts";
import { encodeStepError, stepError } from "../../plugins/kit/step-error.ts";
import { withStepContext } from "../../plugins/kit/step-context.ts";
import type { RuntimeStep } from "../engine/contract.ts";
import type { StepContext, StepRunner } from "../engine/step-runner.ts";
import type { ConnectionRenewer, ConnectionResolver } from "../connections/resolve-connection.ts";
import { environmentConnections } from "../connections/resolve-connection.ts";
import { CodeError } from "../sandbox/code-error.ts";
import { runCode } from "../sandbox/run-code.ts";
import { callOperation } from "../services/call-operation.ts";
import type { ServiceOperation } from "../services/service-operation.ts";
import { createEgressFetch, createHostResolver, readAllowedPrivateHosts } from "./egress-guard.ts";
import { SecretRedactor } from "./redact-secrets.ts";
import { revealSecrets } from "./reveal-secrets.ts";

// A loaded step takes its own input; the action's schema has checked it by then.
type LoadStep = () => Promise<Step<never, unknown>>;

export interface StepRunnerOptions {
  readonly catalog?: PluginCatalog;
  /** By kind. */
  readonly steps?: Readonly<Record<string, LoadStep>>;
  readonly connections?: ConnectionResolver;
  /** Asked when a service answers 401: a step is run once more when there are newer values. */
  readonly renewConnection?: ConnectionRenewer;
  /** Default: public addresses, and the `host:port` pairs of `WEFT_ALLOWED_PRIVATE_HOSTS`. */
  readonly fetch?: StepFetch;
}

/** A step that takes its own timeout gets this much longer before it is given up on, so that it can say more about it. */
const GRACE_MS = 250;
const CODE_TIMEOUT = "10s";

/** The server's way to run one attempt of one step: actions of the catalog, and code in the sandbox. */
export function createStepRunner(options: StepRunnerOptions = {}): StepRunner {
  const catalog = options.catalog ?? builtInCatalog;
  const steps: Readonly<Record<string, LoadStep>> = options.steps ?? builtInSteps;
  const connections = options.connections ?? environmentConnections();
  const egress = { allowedPrivateHosts: readAllowedPrivateHosts(process.env.WEFT_ALLOWED_PRIVATE_HOSTS) };
  const fetch = options.fetch ?? createEgressFetch(egress);
  const resolveHost = createHostResolver(egress);

  /** Checks the input and finds the step's code; what it gives makes the call. */
  async function prepareAction(step: RuntimeStep, input: unknown): Promise<(options: StepOptions) => Promise<unknown>> {
    const action = catalog.actions.get(step.action ?? "");
    const load = Object.hasOwn(steps, step.action ?? "") ? steps[step.action ?? ""] : undefined;
    if (!action || !load) throw fatal(`There is no action "${step.action ?? ""}" on this server.`, { name: "UnknownAction" });
    const checked = action.input.safeParse(input);
    if (!checked.success) throw fatal(`The input of ${action.kind} is wrong: ${explain(checked.error)}`, { name: "InvalidInput" });
    const run = await load();
    // Checked against the action's own schema above.
    return (options) => run(checked.data as never, options);
  }

  async function prepareOperation(operation: ServiceOperation, input: unknown): Promise<(options: StepOptions) => Promise<unknown>> {
    return (options) => callOperation(operation, input, options);
  }

  async function runAction(step: RuntimeStep, input: unknown, context: StepContext): Promise<unknown> {
    const run = await (step.operation === undefined ? prepareAction(step, input) : prepareOperation(step.operation, input));
    const timeout = step.policy?.timeout;
    const stepOptions = {
      ...(step.connection === undefined ? {} : { connection: step.connection }),
      ...(timeout === undefined ? {} : { timeout }),
      ...(context.job === undefined ? {} : { job: context.job }),
    };
    const redactor = new SecretRedactor();
    const used: Parameters<ConnectionRenewer>[] = [];
    const limit = timeLimit(context.signal, timeout === undefined ? undefined : parseDuration(timeout) + GRACE_MS);
    try {
      const attempt = (): Promise<unknown> =>
        withStepContext(
          {
            idempotencyKey: context.idempotencyKey,
            attempt: context.attempt,
            signal: limit.signal,
            fetch,
            resolveHost,
            resolveCredential: async (type, alias) => {
              const values = await connections(type, alias, context.workspaceId, step.operation && originOf(step.operation));
              redactor.addCredential(type, values);
              used.push([type, alias, context.workspaceId, values]);
              return values;
            },
          },
          () => run(stepOptions),
        );
      // A token that the service no longer takes did nothing yet, or what it did carries its idempotency key.
      const output = await Promise.race([
        limit.exceeded,
        attempt().catch(async (error: unknown) => {
          if (stepError(error).status !== 401 || !(await renewAny(used))) throw error;
          return attempt();
        }),
      ]);
      return redactor.redactData(output);
    } catch (error) {
      throw redactor.redactError(error);
    } finally {
      limit.clear();
    }
  }

  async function renewAny(used: Parameters<ConnectionRenewer>[]): Promise<boolean> {
    for (const connection of used.splice(0)) if (await options.renewConnection?.(...connection)) return true;
    return false;
  }

  async function runUserCode(step: RuntimeStep, input: unknown, context: StepContext): Promise<unknown> {
    const timeMs = parseDuration(step.policy?.timeout ?? CODE_TIMEOUT);
    // The emitter passes one object of inputs by name, or nothing.
    const inputs = (input ?? {}) as Record<string, unknown>;
    try {
      const { value, logs } = await runCode({ source: step.source ?? "", inputs, limits: { timeMs }, signal: context.signal });
      context.print?.(logs);
      return value;
    } catch (error) {
      if (!(error instanceof CodeError)) throw error;
      // The line is for people: code that catches the error reads what was thrown, as it would anywhere.
      context.print?.([
        ...error.logs,
        ...(error.place === undefined ? [] : [{ level: "error" as const, text: `Failed in ${error.place}` }]),
      ]);
      const message = encodeStepError({ name: error.name, message: error.thrown });
      // The same code with the same inputs fails the same way: another attempt is made only where the node asks for it.
      const again = error.limit === undefined && error.name !== "SyntaxError" && step.policy?.retries !== undefined;
      throw again ? new Error(message) : new FatalError(message);
    }
  }

  return {
    run: revealSecrets((step, input, context) => {
      switch (step.kind) {
        case "action":
          return runAction(step, input, context);
        case "code":
          return runUserCode(step, input, context);
        case "child":
          return Promise.reject(fatal(`The child workflow "${step.workflow ?? ""}" is started by the engine, not as a step.`));
      }
    }),
  };
}

/** Where an operation that is described, not written, sends its credential. */
function originOf({ baseUrl, service }: ServiceOperation): string {
  return new URL(baseUrl ?? service.baseUrl).origin;
}

function timeLimit(signal: AbortSignal, afterMs: number | undefined): { signal: AbortSignal; exceeded: Promise<never>; clear: () => void } {
  const exceeded = Promise.withResolvers<never>();
  const controller = new AbortController();
  const stop = (reason: unknown): void => {
    controller.abort(reason);
    exceeded.reject(reason);
  };
  const onAbort = (): void => stop(signal.reason);
  if (signal.aborted) onAbort();
  signal.addEventListener("abort", onAbort, { once: true });
  const timer =
    afterMs === undefined
      ? undefined
      : setTimeout(() => stop(retryable(`The step did not finish within ${afterMs - GRACE_MS} ms.`, { name: "TimeoutError" })), afterMs);
  // Rejected after the race was lost, nobody listens.
  exceeded.promise.catch(() => undefined);
  return {
    signal: controller.signal,
    exceeded: exceeded.promise,
    clear: () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
    },
  };
}

function explain(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map(({ path, message }) => (path.length === 0 ? message : `${path.map(String).join(".")}: ${message}`))
    .join("; ");
}
