import { json } from "./answers.ts";
import type { Ended } from "./runs.ts";
import { splitResponse } from "./split-response.ts";

/** Headers that belong to the connection, whatever a workflow says. */
const REFUSED = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "date",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);
/** Statuses that HTTP forbids a body for. */
const WITHOUT_BODY = new Set([204, 205, 304]);

/** The answer that an ended run gives its caller: what `respond(…)` says, else 200 and the result as JSON; 500 when it failed. */
export function workflowResponse(runId: string, ended: Ended): Response {
  if (ended.status !== "completed") {
    return json({ error: { code: "run_failed", message: ended.message, details: { run: runId, status: ended.status } } }, 500);
  }
  const { status, headers: given, body } = splitResponse(ended.result);
  const headers = new Headers({ "X-Run-Id": runId });
  for (const [name, value] of Object.entries(given)) if (isAllowed(name.toLowerCase(), value)) headers.set(name, value);
  headers.set("Cache-Control", headers.get("cache-control") ?? "no-store");
  headers.set("X-Content-Type-Options", "nosniff");
  // A page that a workflow makes of strangers' data must not act as this site.
  headers.set("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: https:");
  if (WITHOUT_BODY.has(status)) return new Response(null, { status, headers });
  const type = headers.get("content-type");
  if (typeof body === "string" && type && !/\bjson\b/i.test(type)) return new Response(body, { status, headers });
  if (!type) headers.set("Content-Type", "application/json");
  return new Response(JSON.stringify(body ?? null), { status, headers });
}

/** True for a header that HTTP can carry and a workflow may set. */
function isAllowed(name: string, value: string): boolean {
  return /^[!#$%&'*+\-.^_`|~0-9a-z]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value) && !REFUSED.has(name);
}
