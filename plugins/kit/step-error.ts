/** What `<id>Error` holds on an error port. */
export interface StepError {
  readonly name: string;
  readonly message: string;
  /** The HTTP status of the answer that made the step fail. */
  readonly status?: number;
  /** The service's own name for the call, which its support asks for. */
  readonly requestId?: string;
}

// The Workflow SDK carries a failed step's message and nothing else, so the rest travels at its end, where people can read it too.
const SUFFIX = / \(([A-Za-z_$][\w$]*), (?:status (\d{3})|no status)(?:, request ([\w.:+/=-]{1,128}))?\)$/;
const REQUEST_ID = /^[\w.:+/=-]{1,128}$/;
const RETRIES_PREFIX = /^Step "[^"]*" failed after \d+ retr(?:y|ies): /;
const CARRIERS = new Set(["FatalError", "RetryableError", "Error"]);

/** The message a step throws so that `stepError` finds name and status again: `… answered 404 (HttpError, status 404)`. */
export function encodeStepError(error: { name?: string; message: string; status?: number; requestId?: string }): string {
  const name = error.name ?? "Error";
  if (error.status === undefined && name === "Error" && !SUFFIX.test(error.message)) return error.message;
  const status = error.status === undefined ? "no status" : `status ${error.status}`;
  const request = error.requestId !== undefined && REQUEST_ID.test(error.requestId) ? `, request ${error.requestId}` : "";
  return `${error.message} (${name}, ${status}${request})`;
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
    const status = suffix[2] === undefined ? {} : { status: Number(suffix[2]) };
    return { name, message: plain, ...status, ...(suffix[3] === undefined ? {} : { requestId: suffix[3] }) };
  }
  const name = typeof thrown.name === "string" && !CARRIERS.has(thrown.name) ? thrown.name : "Error";
  return { name, message };
}
