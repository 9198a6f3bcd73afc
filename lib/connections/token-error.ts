import * as oauth from "oauth4webapi";
import { egressRefusal } from "../../plugins/kit/egress.ts";
import type { SecretRedactor } from "../steps/redact-secrets.ts";
import { oneLine } from "./one-line.ts";
import { OversizedAnswer } from "./token-answer.ts";

/** Why there is no token. `refused`: the server says no, for good. `unreachable`: try again later. `malformed`: it does not speak OAuth. */
export class TokenError extends Error {
  override readonly name = "TokenError";
  readonly kind: "refused" | "unreachable" | "malformed";
  /** OAuth's own, for example `invalid_grant`. */
  readonly code: string | undefined;

  constructor(kind: TokenError["kind"], message: string, options: { code?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.code = options.code;
  }
}

/** Characters of what a server says that are kept. */
const LONGEST_WORDS = 300;

/** Refusals that another attempt may mend; the last four are Slack's. */
const TRANSIENT = new Set([
  "temporarily_unavailable",
  "server_error",
  "ratelimited",
  "internal_error",
  "fatal_error",
  "service_unavailable",
]);

/** Makes of whatever a call of a token endpoint threw one error that names the host and holds no secret. */
export function explainTokenFailure(error: unknown, host: string, redactor: SecretRedactor): TokenError {
  const refused = egressRefusal(error);
  if (refused) return new TokenError("malformed", refused.message, { code: "blocked" });
  if (error instanceof oauth.ResponseBodyError) {
    const said = oneLine(error.error_description ?? "", LONGEST_WORDS);
    const kind = error.status === 429 || TRANSIENT.has(error.error) ? "unreachable" : "refused";
    return new TokenError(kind, redactor.redactMessage(`${host} says ${oneLine(error.error, 100)}${said === "" ? "" : `: ${said}`}`), {
      code: error.error,
    });
  }
  if (error instanceof OversizedAnswer) return new TokenError("malformed", `${host} ${error.message}`);
  if (error instanceof oauth.OperationProcessingError || error instanceof oauth.UnsupportedOperationError) {
    const status = error.cause instanceof Response ? error.cause.status : undefined;
    if (status !== undefined && (status >= 500 || status === 429)) return new TokenError("unreachable", `${host} answered ${status}`);
    return new TokenError(
      "malformed",
      `${host} did not answer as an OAuth 2.0 server does: ${oneLine(redactor.redactMessage(error.message), LONGEST_WORDS)}`,
    );
  }
  if (error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError")) {
    return new TokenError("unreachable", `${host} did not answer in time`);
  }
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = cause instanceof Error ? ("code" in cause ? String(cause.code) : cause.message) : String(cause);
  return new TokenError("unreachable", `${host} cannot be reached (${redactor.redactMessage(oneLine(reason, LONGEST_WORDS))})`);
}
