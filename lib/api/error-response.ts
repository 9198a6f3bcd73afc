import { isAppError } from "../errors.ts";
import { apiHeaders } from "./headers.ts";

/** The one shape of every failure that the API answers with. */
interface ErrorBody {
  readonly error: { readonly code: string; readonly message: string; readonly hint: string | null; readonly details: unknown };
}

/** Maps what a handler threw to an answer; what we did not foresee is logged and told to nobody. */
export function errorResponse(error: unknown, request: Request): Response {
  if (!isAppError(error)) {
    console.error(`${request.method} ${new URL(request.url).pathname} failed:`, error);
    return errorReply(500, { code: "internal", message: "Weft failed to answer this request.", hint: "The server's log has the reason." });
  }
  return errorReply(error.status, error);
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
  if (error.code === "rate_limited" && "retryAfter" in details) return { "Retry-After": String(details.retryAfter) };
  if (error.code === "method_not_allowed" && "allow" in details && Array.isArray(details.allow)) {
    return { Allow: details.allow.join(", ") };
  }
  return {};
}
