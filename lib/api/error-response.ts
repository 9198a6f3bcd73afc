import { isAppError } from "../errors.ts";
import { apiHeaders } from "./headers.ts";

/** The one shape of every failure that the API answers with. */
interface ErrorBody {
  readonly error: { readonly code: string; readonly message: string; readonly hint: string | null; readonly details: unknown };
}

/** Maps what a handler threw to an answer; what we did not foresee is logged and told to nobody. */
export function errorResponse(error: unknown, request: Request): Response {
  if (isAppError(error)) return errorReply(error.status, error);
  const cause = rootCause(error);
  console.error(`${request.method} ${new URL(request.url).pathname} failed:`, cause);
  if (isDatabaseGone(cause)) {
    const hint = "Try again in a moment; GET /api/health says when it is back.";
    return errorReply(503, { code: "unavailable", message: "The database does not answer.", hint, details: { retryAfter: 1 } });
  }
  return errorReply(500, { code: "internal", message: "Weft failed to answer this request.", hint: "The server's log has the reason." });
}

/** What a query builder wraps names the statement's values, which belong in no log. */
function rootCause(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? rootCause(error.cause) : error;
}

/** True for a connection that failed or was cut: Node's own codes, and Postgres' classes 08, 53 and 57. */
function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return (
    /^(?:ECONN(?:REFUSED|RESET)|ENOENT|EPIPE|ETIMEDOUT|(?:08|53|57)\w{3})$/.test(code) || error.message.startsWith("Connection terminated")
  );
}

function errorReply(status: number, error: { code: string; message: string; hint?: string | undefined; details?: unknown }): Response {
  const body: ErrorBody = {
    error: { code: error.code, message: error.message, hint: error.hint ?? null, details: error.details ?? null },
  };
  return Response.json(body, { status, headers: apiHeaders(extraHeaders(error)) });
}

/** Headers that HTTP asks for beside some codes. */
function extraHeaders(error: { code: string; details?: unknown }): Record<string, string> {
  const details = typeof error.details === "object" && error.details !== null ? error.details : {};
  if (error.code === "unauthorized") return { "WWW-Authenticate": 'Bearer realm="weft"' };
  if ("retryAfter" in details) return { "Retry-After": String(details.retryAfter) };
  if (error.code === "method_not_allowed" && "allow" in details && Array.isArray(details.allow)) {
    return { Allow: details.allow.join(", ") };
  }
  return {};
}
