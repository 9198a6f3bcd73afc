/** `fetch` as steps use it: redirects are always followed by hand, so that each hop is looked at. */
export type StepFetch = (url: URL, init: RequestInit) => Promise<Response>;

/** Thrown by a guarded `fetch` for an address that a step may not reach. Never retried. */
export class EgressBlockedError extends Error {
  override readonly name = "EgressBlockedError";
}

/** The refusal behind a failed `fetch`, which wraps what its connection threw. */
export function egressRefusal(error: unknown): Error | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    // By name: a bundler may have made two copies of the class.
    if (cause.name === "EgressBlockedError") return cause;
  }
  return undefined;
}
