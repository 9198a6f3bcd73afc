import { apiHeaders } from "../api/headers.ts";
import type { EndedRun } from "../engine/contract.ts";
import { AppError } from "../errors.ts";

/** Headers that belong to the connection or to us, whatever a workflow says. */
const REFUSED = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "content-security-policy",
  "date",
  "keep-alive",
  "proxy-authenticate",
  "proxy-connection",
  "set-cookie2",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "weft-run",
]);

/** Statuses that HTTP forbids a body for. */
const WITHOUT_BODY = new Set([204, 205, 304]);

/**
 * The answer a completed run gives its caller: the status, headers and body of `respond(…)`, else 200 and the result as JSON.
 * A string goes out as it is when the workflow set a content type other than JSON. A page is sandboxed: it never acts as our origin.
 * Throws `run_failed` when the status is none that HTTP can end with.
 */
export function workflowResponse(run: EndedRun): Response {
  const status = run.response?.status ?? 200;
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    throw new AppError("run_failed", `The workflow answered with status ${status}, which is not an HTTP status.`, {
      hint: "Return a whole number from 200 to 599 as the status.",
      details: { run: run.runId },
    });
  }
  const headers = apiHeaders({ "Weft-Run": run.runId });
  for (const [name, value] of Object.entries(run.response?.headers ?? {})) {
    if (isAllowed(name.toLowerCase(), value)) headers.set(name, value);
  }
  headers.set("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: https:");
  headers.set("X-Content-Type-Options", "nosniff");
  if (WITHOUT_BODY.has(status)) return new Response(null, { status, headers });
  const type = headers.get("content-type");
  if (typeof run.result === "string" && type && !/\bjson\b/i.test(type)) return new Response(run.result, { status, headers });
  if (!type) headers.set("Content-Type", "application/json");
  return new Response(JSON.stringify(run.result ?? null), { status, headers });
}

/** True for a header HTTP can carry (a token; Latin-1 without control characters) and a workflow may set. */
function isAllowed(name: string, value: unknown): value is string {
  if (!/^[!#$%&'*+\-.^_`|~0-9a-z]+$/.test(name) || typeof value !== "string" || !/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) return false;
  // A workflow's cookies are its own; names with a browser's protection prefix or ours would reach further than the workflow.
  if (name === "set-cookie") return !/^\s*(?:__|weft)/i.test(value);
  return !REFUSED.has(name);
}
