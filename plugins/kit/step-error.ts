/** What `<id>Error` holds on an error port. */
export interface StepError {
  readonly name: string;
  readonly message: string;
  /** The HTTP status of the answer that made the step fail. */
  readonly status?: number;
}

// The Workflow SDK carries a failed step's message and nothing else, so name and status travel at its end, where people can read them too.
const SUFFIX = / \(([A-Za-z_$][\w$]*), (?:status (\d{3})|no status)\)$/;
const RETRIES_PREFIX = /^Step "[^"]*" failed after \d+ retr(?:y|ies): /;
const CARRIERS = new Set(["FatalError", "RetryableError", "Error"]);

/** The message a step throws so that `stepError` finds name and status again: `… answered 404 (HttpError, status 404)`. */
export function encodeStepError(error: { name?: string; message: string; status?: number }): string {
  const name = error.name ?? "Error";
  if (error.status === undefined && name === "Error" && !SUFFIX.test(error.message)) return error.message;
  const status = error.status === undefined ? "no status" : `status ${error.status}`;
  return `${error.message} (${name}, ${status})`;
}

/** Reads whatever a step, a loop or a child workflow threw. Pure: also runs inside the workflow. */
export function stepError(error: unknown): StepError {
  // Cross-realm errors are not `instanceof Error` here, so only the shape is read.
  const thrown = typeof error === "object" && error !== null ? (error as { name?: unknown; message?: unknown }) : {};
  const text = typeof thrown.message === "string" ? thrown.message : String(error);
  const message = text.replace(RETRIES_PREFIX, "");
  const suffix = SUFFIX.exec(message);
  if (suffix) {
    const plain = message.slice(0, suffix.index);
    const name = suffix[1] ?? "Error";
    return suffix[2] === undefined ? { name, message: plain } : { name, message: plain, status: Number(suffix[2]) };
  }
  const name = typeof thrown.name === "string" && !CARRIERS.has(thrown.name) ? thrown.name : "Error";
  return { name, message };
}
