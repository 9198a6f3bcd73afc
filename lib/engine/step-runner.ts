import type { LogLine, RuntimeStep } from "./contract.ts";

/** What one attempt of one step knows about itself. */
export interface StepContext {
  readonly runId: string;
  readonly workspaceId: string;
  readonly node: string;
  /** Stable over retries, crashes and replays; distinct for every call of a node in a loop. */
  readonly stepId: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** Derived from the step id alone, so a provider can make an at-least-once step happen once. */
  readonly idempotencyKey: string;
  /** Aborts when the run is cancelled, has ended, or the process stops. */
  readonly signal: AbortSignal;
  /** What a polling step gave as its job the last time; undefined on the first call. */
  readonly job?: unknown;
  /** Marker → value of the secret variables that this step's config names. */
  readonly secrets?: ReadonlyMap<string, string>;
  /** Takes what the step prints; kept with the attempt, whatever it comes to. */
  print?(lines: readonly LogLine[]): void;
}

/** Does the work of one step; `FatalError` is never retried, `RetryableError` chooses its own delay, anything else backs off. */
export interface StepRunner {
  run(step: RuntimeStep, input: unknown, context: StepContext): Promise<unknown>;
}
