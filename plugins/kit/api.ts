import { encodeBase64 } from "./base64.ts";
import type { CredentialType } from "./define-credential.ts";
import { credential } from "./credentials.ts";
import { parseDuration } from "./duration.ts";
import { encodeForm } from "./encode-form.ts";
import { fatal } from "./failure.ts";
import type { HttpAnswer, HttpCall, Refusal } from "./http.ts";
import { httpFailure, sendHttp } from "./http.ts";
import { idempotencyKey } from "./idempotency.ts";
import type { Loose } from "./loose.ts";
import type { StepOptions } from "./step-options.ts";

/** The values of a credential; optional ones may be missing. */
export type CredentialValues<Field extends string> = Partial<Record<Field, string>>;

/** What is true of every call of a service. */
export interface ApiDefinition<Field extends string> {
  /** As people call the service; errors begin with it. */
  readonly label: string;
  readonly credential?: CredentialType<Field>;
  /** Without a slash at its end. A credential's own `baseUrl`, where it has one, replaces it. */
  readonly baseUrl: string | ((values: CredentialValues<Field>) => string);
  /** Puts the credential into the headers or the query, after asking for a token where there is none yet. */
  readonly authorize?: (values: CredentialValues<Field>, call: { readonly headers: Headers; readonly url: URL }) => void | Promise<void>;
  /** Sent with every call, for example the version of the API. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The header that makes a repeated call harmless, where the service has one. */
  readonly idempotencyHeader?: string;
  /** What the service itself says about a failure. Asked for every JSON answer that is not 2xx, and for 2xx ones when `refuses` says so. */
  readonly readError?: (body: Loose, answer: HttpAnswer) => Refusal;
  /** True of a 2xx answer that is a failure all the same; `readError` then gives its status. */
  readonly refuses?: (body: Loose) => boolean;
}

export type QueryValue = string | number | boolean | null | undefined;

/** One call of a service; give at most one of `json`, `form`, `multipart`, `text` and `bytes`. */
export interface ApiRequest {
  /** Default `GET`, or `POST` with a body. */
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below the base URL; made with the tag `path`, which encodes what is put into it. */
  readonly path: string;
  /** Empty values are left out; a list repeats its name. `encodeFields` writes lists and objects in other styles. */
  readonly query?: Readonly<Record<string, QueryValue | readonly QueryValue[]>> | URLSearchParams;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly json?: unknown;
  /** Encoded as a form; inner objects and lists with brackets, as Stripe and Rails read them, unless `encodeFields` has written it. */
  readonly form?: object | URLSearchParams;
  readonly multipart?: FormData;
  readonly text?: { readonly content: string; readonly type: string };
  readonly bytes?: { readonly content: Uint8Array<ArrayBuffer>; readonly type: string };
  /** Another host of the same service. A credential's own `baseUrl` still replaces it. */
  readonly baseUrl?: string;
  /** Of one attempt. Default `30s`. */
  readonly timeout?: string;
  /** The largest answer, in bytes. Default 16,000,000. */
  readonly maxBytes?: number;
  /** Default `json`; `auto` is JSON where the service says that it is, else text. An empty answer is null whatever was asked for. */
  readonly answer?: "json" | "text" | "base64" | "auto";
}

export interface ApiAnswer<Data> {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly data: Data;
}

/** A service's HTTP API, ready to be called from steps. */
export interface Api {
  /** The body of the answer, which the service promises to be a `Data`. Throws a FatalError or a RetryableError. */
  send<Data = Loose>(request: ApiRequest, options: StepOptions): Promise<Data>;
  /** The same with status and headers. */
  call<Data = Loose>(request: ApiRequest, options: StepOptions): Promise<ApiAnswer<Data>>;
}

const DEFAULT_TIMEOUT = "30s";
const DEFAULT_MAX_BYTES = 16_000_000;
const MAX_REDIRECTS = 5;

/** Declares a service's HTTP API once: credential, addresses, errors. Limits, redirects, retries and idempotency come with it. */
export function defineApi<Field extends string>(api: ApiDefinition<Field>): Api {
  const call: Api["call"] = async (request, options) => {
    const values: CredentialValues<Field> = api.credential ? await credential(api.credential, options.connection) : {};
    const url = buildUrl(api, request, values);
    const { body, type } = await encodeBody(request);
    const method = request.method ?? (body === undefined ? "GET" : "POST");
    const headers = new Headers(api.headers);
    headers.set("accept", request.answer === undefined || request.answer === "json" ? "application/json" : "*/*");
    if (type !== undefined) headers.set("content-type", type);
    if (api.idempotencyHeader !== undefined && method !== "GET") headers.set(api.idempotencyHeader, idempotencyKey());
    for (const [name, value] of Object.entries(request.headers ?? {})) if (value !== undefined) setHeader(headers, name, value);
    const plain = new Set(headers.keys());
    await authorize(api, values, { headers, url });
    const timeouts = [request.timeout ?? DEFAULT_TIMEOUT, ...(options.timeout === undefined ? [] : [options.timeout])];
    const sent: HttpCall = {
      name: `${api.label}: ${method} ${request.path}`,
      method,
      url,
      headers,
      ...(body === undefined ? {} : { body }),
      timeoutMs: Math.min(...timeouts.map(parseDuration)),
      maxBytes: request.maxBytes ?? DEFAULT_MAX_BYTES,
      maxRedirects: MAX_REDIRECTS,
      secretHeaders: [...headers.keys()].filter((name) => !plain.has(name)),
    };
    const answer = await sendHttp(sent);
    if (answer.status < 200 || answer.status > 299) throw httpFailure(sent, answer, api.readError);
    const data: Loose = readData(sent, answer, request.answer ?? "json");
    if (api.refuses?.(data)) throw httpFailure(sent, answer, api.readError);
    return { status: answer.status, headers: answer.headers, data };
  };
  return { call, send: async (request, options) => (await call<Loose>(request, options)).data };
}

function buildUrl<Field extends string>(api: ApiDefinition<Field>, request: ApiRequest, values: CredentialValues<Field>): URL {
  const own = (values as Partial<Record<string, string>>)["baseUrl"];
  const base = own ?? request.baseUrl ?? (typeof api.baseUrl === "string" ? api.baseUrl : api.baseUrl(values));
  const url = URL.parse(`${base.replace(/\/+$/, "")}${request.path}`);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw fatal(`The address of ${api.label}, "${base.slice(0, 100)}", is not an http(s) address.`, { name: "InvalidUrl" });
  }
  const { query = {} } = request;
  for (const [name, value] of query instanceof URLSearchParams ? query : Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) url.searchParams.append(name, String(item));
    }
  }
  return url;
}

function setHeader(headers: Headers, name: string, value: string): void {
  try {
    headers.set(name, value);
  } catch {
    throw fatal(`The header "${name}" holds a line break or another character that headers cannot carry.`, { name: "InvalidHeader" });
  }
}

async function authorize<Field extends string>(
  api: ApiDefinition<Field>,
  values: CredentialValues<Field>,
  call: { readonly headers: Headers; readonly url: URL },
): Promise<void> {
  try {
    await api.authorize?.(values, call);
  } catch (error) {
    if (error instanceof Error && (error.name === "FatalError" || error.name === "RetryableError")) throw error;
    // The platform's message would show the value.
    throw fatal(`The ${api.label} credential holds a character that headers cannot carry, such as a line break.`, {
      name: "InvalidHeader",
    });
  }
}

async function encodeBody(request: ApiRequest): Promise<{ body?: string | Uint8Array<ArrayBuffer>; type?: string }> {
  if (request.json !== undefined) return { body: JSON.stringify(request.json), type: "application/json" };
  if (request.form !== undefined) {
    const body = request.form instanceof URLSearchParams ? String(request.form) : encodeForm(request.form);
    return { body, type: "application/x-www-form-urlencoded" };
  }
  if (request.text !== undefined) return { body: request.text.content, type: request.text.type };
  if (request.bytes !== undefined) return { body: request.bytes.content, type: request.bytes.type };
  if (request.multipart === undefined) return {};
  // The platform writes the parts and their boundary.
  const encoded = new Response(request.multipart);
  return { body: new Uint8Array(await encoded.arrayBuffer()), type: encoded.headers.get("content-type") ?? "multipart/form-data" };
}

function readData(call: HttpCall, answer: HttpAnswer, as: NonNullable<ApiRequest["answer"]>): unknown {
  if (answer.bytes.byteLength === 0) return null;
  if (as === "base64") return encodeBase64(answer.bytes);
  const text = new TextDecoder().decode(answer.bytes);
  if (as === "text" || (as === "auto" && !/[/+]json\b/i.test(answer.headers["content-type"] ?? ""))) return text;
  try {
    // A key called __proto__ is data to nobody and a trap to many.
    return JSON.parse(text, text.includes("__proto__") ? (key, value: unknown) => (key === "__proto__" ? undefined : value) : undefined);
  } catch {
    throw fatal(`${call.name ?? "The service"} answered ${answer.status} with something that is not JSON: ${text.slice(0, 100)}`, {
      name: "MalformedJson",
      status: answer.status,
    });
  }
}
