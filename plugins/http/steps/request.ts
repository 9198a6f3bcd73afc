import { parseDuration } from "../../kit/duration.ts";
import { fatal } from "../../kit/failure.ts";
import type { HttpCall } from "../../kit/http.ts";
import { httpFailure, sendHttp } from "../../kit/http.ts";
import { idempotencyKey } from "../../kit/idempotency.ts";
import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import type { RequestInput, RequestOutput } from "../types.generated.ts";
import { authenticate } from "./authenticate.ts";
import { encodeBody } from "./encode-body.ts";
import { decodeBody } from "./decode-body.ts";

const DEFAULT_TIMEOUT = "30s";
const DEFAULT_MAX_BYTES = 20_000_000;
const DEFAULT_MAX_REDIRECTS = 5;

/** Calls an HTTP address. Throws a FatalError or a RetryableError when the answer is not an expected one. */
export async function request<T = Loose>(input: RequestInput, options: StepOptions = {}): Promise<RequestOutput<T>> {
  "use step";
  const method = input.method ?? "GET";
  const url = parseUrl(input.url);
  addQuery(url, input.query ?? {});
  const headers = buildHeaders(input.headers ?? {});
  const body = encodeBody(method, input, headers);
  if (!headers.has("accept")) headers.set("accept", "application/json, text/*;q=0.9, */*;q=0.8");
  if (method !== "GET" && method !== "HEAD" && method !== "OPTIONS" && !headers.has("idempotency-key")) {
    headers.set("idempotency-key", idempotencyKey());
  }
  const secretHeaders = await authenticate(input, options.connection, url, headers);
  const timeouts = [options.timeout, input.timeout].filter((timeout) => timeout !== undefined);
  const call: HttpCall = {
    method,
    url,
    headers,
    ...(body === undefined ? {} : { body }),
    timeoutMs: Math.min(...(timeouts.length > 0 ? timeouts : [DEFAULT_TIMEOUT]).map(parseDuration)),
    maxBytes: input.maxBytes ?? DEFAULT_MAX_BYTES,
    maxRedirects: input.maxRedirects ?? DEFAULT_MAX_REDIRECTS,
    secretHeaders,
  };
  const answer = await sendHttp(call);
  if (!isExpected(answer.status, input.expectStatus ?? ["2xx"])) throw httpFailure(call, answer);
  return { status: answer.status, headers: answer.headers, body: decodeBody(call, answer) as T };
}

function parseUrl(text: string): URL {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw fatal(`"${text.slice(0, 200)}" is not an http(s) address.`, { name: "InvalidUrl" });
  }
  if (url.username !== "" || url.password !== "") {
    throw fatal("The address holds a user name or password; put them in a connection instead.", { name: "InvalidUrl" });
  }
  return url;
}

function addQuery(url: URL, query: NonNullable<RequestInput["query"]>): void {
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) url.searchParams.append(name, String(item));
    }
  }
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** What belongs to the connection, not to the message. */
const REFUSED = new Set(["connection", "content-length", "expect", "host", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade"]);

function buildHeaders(input: NonNullable<RequestInput["headers"]>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined || value === null) continue;
    if (!TOKEN.test(name)) throw fatal(`${JSON.stringify(name)} is not a header name.`, { name: "InvalidHeader" });
    if (REFUSED.has(name.toLowerCase())) throw fatal(`The header "${name}" is set by the connection itself.`, { name: "InvalidHeader" });
    if (!FIELD_VALUE.test(String(value))) {
      throw fatal(`The header "${name}" holds a line break or another character that headers cannot carry.`, { name: "InvalidHeader" });
    }
    headers.append(name, String(value));
  }
  return headers;
}

function isExpected(status: number, expected: NonNullable<RequestInput["expectStatus"]>): boolean {
  return expected.some((one) => String(one) === String(status) || one === `${Math.floor(status / 100)}xx`);
}
