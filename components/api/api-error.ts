/** What the API refused, in its own words. `message` names the thing and what is wrong, `hint` what to do. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  /** 0 when the server could not be reached. */
  readonly status: number;
  readonly code: string;
  readonly hint: string | undefined;
  readonly details: unknown;

  constructor(status: number, body: { code: string; message: string; hint?: string | null; details?: unknown }) {
    super(body.message);
    this.status = status;
    this.code = body.code;
    this.hint = body.hint ?? undefined;
    this.details = body.details;
  }
}

export function isApiError(error: unknown): error is ApiError {
  return error instanceof ApiError;
}
