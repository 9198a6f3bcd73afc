import { egressRefusal } from "./egress.ts";
import { fatal, isRetryableStatus, parseRetryAfter, retryable } from "./failure.ts";
import type { Loose } from "./loose.ts";
import { stepContext } from "./step-context.ts";

/** One HTTP call with all its limits. */
export interface HttpCall {
  /** What errors call it; without one, its method and address. */
  readonly name?: string;
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** For the whole call: redirects and the last byte of the body included. */
  readonly timeoutMs: number;
  /** Of the body, after decompression. */
  readonly maxBytes: number;
  /** 0 hands a redirect back as the answer. */
  readonly maxRedirects: number;
  /** Header names besides `authorization` and `cookie` that must not follow a redirect to another origin. */
  readonly secretHeaders?: readonly string[];
}

export interface HttpAnswer {
  readonly status: number;
  readonly statusText: string;
  /** Lower-case names. */
  readonly headers: Record<string, string>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Makes the call, whatever the status of its answer. Throws a RetryableError when the network or the clock failed,
 * a FatalError when the address is refused, the answer too large or the redirects too many.
 */
export async function sendHttp(call: HttpCall): Promise<HttpAnswer> {
  const outer = stepContext()?.signal;
  const timeout = AbortSignal.timeout(Math.min(Math.max(1, call.timeoutMs), 2 ** 31 - 1));
  const signal = outer ? AbortSignal.any([outer, timeout]) : timeout;
  try {
    const response = await followRedirects(call, signal);
    const bytes = await readLimited(call, response);
    return { status: response.status, statusText: response.statusText, headers: readHeaders(response), bytes };
  } catch (error) {
    outer?.throwIfAborted();
    if (timeout.aborted) {
      throw retryable(`${describeCall(call)} did not finish within ${call.timeoutMs} ms.`, { name: "TimeoutError" });
    }
    throw mapNetworkError(call, error);
  }
}

/** What a service itself says about a failure; what it leaves out is read from the answer. */
export interface Refusal {
  readonly message?: string | undefined;
  /** Its name for the call. */
  readonly requestId?: string | undefined;
  /** The status the failure deserves, where the answer's own does not say. */
  readonly status?: number | undefined;
  readonly retryAfterMs?: number | undefined;
}

/** The error for an answer that the caller did not expect; its status decides whether another attempt can help. */
export function httpFailure(call: HttpCall, answer: HttpAnswer, readError?: (body: Loose, answer: HttpAnswer) => Refusal): Error {
  const refusal = readError ? readRefusal(answer, readError) : {};
  const status = refusal.status ?? answer.status;
  const said = tidyMessage(refusal.message || serverMessage(answer));
  const message = `${describeCall(call)} answered ${status}${said === "" ? "" : `: ${said}`}`;
  const requestId = refusal.requestId ?? REQUEST_ID_HEADERS.map((name) => answer.headers[name]).find((id) => id !== undefined);
  const details = { name: "HttpError", status, ...(requestId === undefined ? {} : { requestId }) };
  const retryAfterMs = refusal.retryAfterMs ?? parseRetryAfter(answer.headers["retry-after"]);
  // A limit on the number of calls is some services' 403; a time to wait says that waiting helps.
  if (!isRetryableStatus(status) && !(status === 403 && retryAfterMs !== undefined)) return fatal(message, details);
  return retryable(message, { ...details, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
}

const REQUEST_ID_HEADERS = ["x-request-id", "request-id", "x-github-request-id", "x-slack-req-id", "x-trace-id", "cf-ray"];

/** `readError` gets the parsed body, or its text where it is not JSON. */
function readRefusal(answer: HttpAnswer, readError: (body: Loose, answer: HttpAnswer) => Refusal): Refusal {
  const text = new TextDecoder().decode(answer.bytes);
  try {
    return readError(parseOr(text) ?? "", answer);
  } catch {
    // Of a shape that the service never promised: what can be read of it is read all the same.
    return {};
  }
}

function parseOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Its name, or `GET https://host/path`: without the query, which may hold a key. */
export function describeCall(call: { readonly name?: string; readonly method: string; readonly url: URL }): string {
  return call.name ?? `${call.method} ${call.url.origin}${call.url.pathname}`;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const ALWAYS_SECRET = ["authorization", "cookie", "proxy-authorization"];
const BODY_HEADERS = ["content-type", "content-length", "content-encoding", "content-language", "content-location"];

async function followRedirects(call: HttpCall, signal: AbortSignal): Promise<Response> {
  const fetch = stepContext()?.fetch ?? ((url: URL, init: RequestInit) => globalThis.fetch(url, init));
  const headers = new Headers(call.headers);
  let { url, method, body } = call;
  for (let redirects = 0; ; redirects++) {
    const init: RequestInit = { method, headers, redirect: "manual", signal };
    const response = await fetch(url, body === undefined ? init : { ...init, body });
    const location = response.headers.get("location");
    if (!REDIRECTS.has(response.status) || location === null || call.maxRedirects === 0) return response;
    await response.body?.cancel();
    if (redirects === call.maxRedirects) {
      throw fatal(`${describeCall(call)} was redirected more than ${call.maxRedirects} times.`, { name: "RedirectError" });
    }
    const next = URL.parse(location, url);
    if (next === null || !/^https?:$/.test(next.protocol)) {
      throw fatal(`${describeCall(call)} was redirected to an address that is not http(s).`, { name: "RedirectError" });
    }
    const becomesGet = response.status === 303 ? method !== "HEAD" : response.status < 303 && method === "POST";
    if (becomesGet) {
      method = "GET";
      body = undefined;
      for (const name of BODY_HEADERS) headers.delete(name);
    }
    if (next.origin !== url.origin) {
      for (const name of [...ALWAYS_SECRET, ...(call.secretHeaders ?? [])]) headers.delete(name);
    }
    url = next;
  }
}

async function readLimited(call: HttpCall, response: Response): Promise<Uint8Array<ArrayBuffer>> {
  if (response.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > call.maxBytes) {
      await reader.cancel();
      throw fatal(`${describeCall(call)} answered with more than ${call.maxBytes} bytes.`, {
        name: "ResponseTooLarge",
        status: response.status,
      });
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

function readHeaders(response: Response): Record<string, string> {
  const headers: Record<string, string> = {};
  // Several Set-Cookie headers come one by one; every other name comes once.
  response.headers.forEach((value, name) => {
    headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  });
  return headers;
}

function mapNetworkError(call: HttpCall, error: unknown): unknown {
  const refusal = egressRefusal(error);
  if (refusal) return fatal(refusal.message, { name: refusal.name });
  if (error instanceof Error && (error.name === "FatalError" || error.name === "RetryableError")) return error;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = cause instanceof Error ? reasonOf(cause) : String(cause);
  // The platform's fetch refuses the ports of other protocols.
  if (cause instanceof Error && cause.message === "bad port") {
    return fatal(`${describeCall(call)} failed: its port belongs to another protocol.`, { name: "InvalidUrl" });
  }
  return retryable(`${describeCall(call)} failed: ${reason}`, { name: "NetworkError" });
}

function reasonOf(cause: Error): string {
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : undefined;
  const message = cause.message === "" ? cause.name : cause.message;
  return code === undefined || message.includes(code) ? message : `${message} (${code})`;
}

const LONGEST_SERVER_MESSAGE = 300;

function serverMessage(answer: HttpAnswer): string {
  const text = new TextDecoder().decode(answer.bytes.subarray(0, 8_192));
  const type = answer.headers["content-type"] ?? "";
  const said = /json/i.test(type) ? jsonMessage(text) : /html/i.test(type) ? "" : text;
  return said === "" ? answer.statusText : said;
}

function tidyMessage(said: string): string {
  const line = said.replace(/[\p{C}\s]+/gu, " ").trim();
  return line.length > LONGEST_SERVER_MESSAGE ? `${line.slice(0, LONGEST_SERVER_MESSAGE)}…` : line;
}

function jsonMessage(text: string): string {
  try {
    return findMessage(JSON.parse(text), 0) ?? "";
  } catch {
    return "";
  }
}

/** Where services put it: `error.message`, `error`, `message`, `detail`, `title`, `errors[0].message`. */
function findMessage(value: unknown, depth: number): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null || depth > 2) return undefined;
  if (Array.isArray(value)) return findMessage(value[0], depth + 1);
  const fields: Record<string, unknown> = { ...value };
  for (const name of ["error", "message", "detail", "error_description", "title", "errors"]) {
    const found = findMessage(fields[name], depth + 1);
    if (found !== undefined && found !== "") return found;
  }
  return undefined;
}
