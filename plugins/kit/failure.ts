import { FatalError, RetryableError } from "workflow";
import { attemptNumber } from "./idempotency.ts";
import { encodeStepError } from "./step-error.ts";

/** What an error port can read beside the message. */
export interface FailureDetails {
  /** Default `Error`. */
  readonly name?: string;
  readonly status?: number;
  /** The service's own name for the call. */
  readonly requestId?: string;
}

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 60_000;
/** What a server may ask for at most: a day. */
const LONGEST_RETRY_AFTER_MS = 86_400_000;

/** An error that no retry can mend. */
export function fatal(message: string, details: FailureDetails = {}): FatalError {
  return new FatalError(encodeStepError({ ...details, message }));
}

/** An error worth another attempt: after `retryAfterMs` when the service named a time, else with exponential backoff and jitter. */
export function retryable(message: string, details: FailureDetails & { retryAfterMs?: number } = {}): RetryableError {
  const { retryAfterMs, ...rest } = details;
  return new RetryableError(encodeStepError({ ...rest, message }), {
    retryAfter: new Date(Date.now() + (retryAfterMs ?? backoff(attemptNumber()))),
  });
}

/** Milliseconds to wait after the given attempt: 1 s, 2 s, 4 s … at most a minute, each spread over its upper half. */
export function backoff(attempt: number): number {
  const full = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, attempt - 1));
  return Math.round(full * (0.5 + Math.random() / 2));
}

/** Whether another attempt can help after an answer of this status. */
export function isRetryableStatus(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

/** Milliseconds that a `Retry-After` header (seconds or a date) asks for; undefined when it says nothing usable. */
export function parseRetryAfter(header: string | undefined, now: number = Date.now()): number | undefined {
  if (header === undefined || header.trim() === "") return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), LONGEST_RETRY_AFTER_MS) : undefined;
}
