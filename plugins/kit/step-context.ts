import { AsyncLocalStorage } from "node:async_hooks";
import type { CredentialType } from "./define-credential.ts";
import type { StepFetch } from "./egress.ts";

/** What a host gives to the steps it runs. Outside of one (an export, a test) each has its plain default. */
export interface StepContext {
  /** The same for every attempt of one call. */
  readonly idempotencyKey: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly signal: AbortSignal;
  readonly fetch?: StepFetch;
  /** The address to connect to for a host that is not called with `fetch`; throws when steps may not reach it. */
  readonly resolveHost?: (host: string, port: number) => Promise<string>;
  readonly resolveCredential?: (type: CredentialType, alias: string | undefined) => Promise<Record<string, string>>;
}

// On globalThis, because a bundler may make several copies of this module.
const KEY = Symbol.for("step-context");
const holder = globalThis as { [KEY]?: AsyncLocalStorage<StepContext> };
const storage = (holder[KEY] ??= new AsyncLocalStorage<StepContext>());

/** Runs `fn` so that the steps it calls find `context`. */
export function withStepContext<T>(context: StepContext, fn: () => T): T {
  return storage.run(context, fn);
}

/** The context of the running step, if a host gave one. */
export function stepContext(): StepContext | undefined {
  return storage.getStore();
}
