import { stepError, encodeStepError } from "../../plugins/kit/step-error.ts";
import type { RunError } from "./contract.ts";

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 60_000;
export const DEFAULT_RETRIES = 3;

/** A step's failed attempt: what people read, what the code's error carries, and whether another attempt may help. */
export interface StepFailure {
  readonly error: RunError;
  /** The message with name and status at its end, as `stepError` reads them back inside the workflow. */
  readonly encoded: string;
  readonly fatal: boolean;
  /** When the failing side asked to be tried again. */
  readonly retryAfter: Date | undefined;
}

export function describeFailure(thrown: unknown, node: string): StepFailure {
  const { name, message, status } = stepError(thrown);
  const kind = typeof thrown === "object" && thrown !== null && "name" in thrown ? thrown.name : undefined;
  const retryAfter =
    typeof thrown === "object" && thrown !== null && "retryAfter" in thrown && thrown.retryAfter instanceof Date
      ? thrown.retryAfter
      : undefined;
  return {
    error: { node, name, message, ...(status === undefined ? {} : { status }) },
    encoded: encodeStepError({ name, message, ...(status === undefined ? {} : { status }) }),
    fatal: kind === "FatalError",
    retryAfter: kind === "RetryableError" ? retryAfter : undefined,
  };
}

/** When to try again after `failures` failed attempts: 1 s, 2 s, 4 s … at most a minute, each spread over its upper half. */
export function nextAttemptAt(failure: StepFailure, failures: number, now = Date.now()): Date {
  if (failure.retryAfter) return failure.retryAfter;
  const full = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - 1));
  return new Date(now + full * (0.5 + Math.random() / 2));
}
