/** What went wrong in the world outside the user's graph, mapped to HTTP once (`lib/api`). */
export type AppErrorCode =
  | "bad_request"
  | "invalid_input"
  | "invalid_graph"
  | "unauthorized"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "method_not_allowed"
  | "payload_too_large"
  | "unsupported_media_type"
  | "rate_limited"
  | "not_configured"
  | "budget_exhausted"
  | "run_failed"
  | "service_failed"
  | "unavailable"
  | "internal";

const STATUS: Record<AppErrorCode, number> = {
  bad_request: 400,
  invalid_input: 400,
  invalid_graph: 422,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  not_configured: 409,
  budget_exhausted: 429,
  run_failed: 500,
  service_failed: 502,
  unavailable: 503,
  internal: 500,
};

/** A failure a caller can act on: `message` names the thing and says what is wrong, `hint` what to do, `details` is JSON for machines. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: AppErrorCode;
  readonly status: number;
  readonly hint: string | undefined;
  readonly details: unknown;

  constructor(code: AppErrorCode, message: string, options: { hint?: string; details?: unknown; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.status = STATUS[code];
    this.hint = options.hint;
    this.details = options.details;
  }
}

/** True for an `AppError` of any copy of this module: the HTTP server bundles its own. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError" && "code" in error && "status" in error;
}
