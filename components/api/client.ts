import type { operations } from "../../lib/api/operations.ts";
import type { z } from "zod";
import { ApiError } from "./api-error.ts";

type Operations = (typeof operations)[keyof typeof operations];
/** `GET /api/runs/{id}`: every operation by method and path. */
type Route = { [Op in Operations as `${Op["method"]} ${Op["path"]}`]: Op };

type Input<Schema> = Schema extends z.ZodType ? z.input<Schema> : never;
type Part<Name extends string, Schema> = [Schema] extends [z.ZodType] ? { readonly [Key in Name]: Input<Schema> } : unknown;
type Optional<Name extends string, Schema> = [Schema] extends [z.ZodType] ? { readonly [Key in Name]?: Input<Schema> } : unknown;
type PartOf<Op, Name extends string> = Op extends { readonly [Key in Name]: infer Schema } ? Schema : undefined;

/** What a call of an operation is given: its path's parameters, query and body, as the operation's schemas take them. */
export type CallOptions<Key extends keyof Route> = Part<"params", PartOf<Route[Key], "params">> &
  Optional<"query", PartOf<Route[Key], "query">> &
  Part<"body", PartOf<Route[Key], "body">> & {
    /** The workspace it is about; default: the one of the page. */
    readonly workspace?: string;
    readonly signal?: AbortSignal;
    /** Lets the request outlive the page; browsers then take 64 kB at most. */
    readonly keepalive?: boolean;
    /** Of server-sent events: the last one that came, to go on after it. */
    readonly lastEventId?: string;
  };

type Reply<Op> = Op extends { readonly replies: { readonly 200: { readonly schema: infer Schema } } }
  ? Schema extends z.ZodType
    ? z.output<Schema>
    : never
  : undefined;
/** What an operation answers. */
export type Answer<Key extends keyof Route> = Reply<Route[Key]>;

interface AnyOptions {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly workspace?: string;
  readonly signal?: AbortSignal;
  readonly keepalive?: boolean;
  readonly lastEventId?: string;
}

/** The workspace in this page's address: `/w/wsp_…`. */
export function pageWorkspace(): string | undefined {
  return /^\/w\/([^/]+)/.exec(location.pathname)?.[1];
}

/**
 * Calls an operation of our API, for example `api("GET /api/documents/{id}", { params: { id } })`. Rejects with `ApiError`; status 0 when the
 * server cannot be reached.
 */
export async function api<Key extends keyof Route>(route: Key, options: CallOptions<Key>): Promise<Answer<Key>> {
  const response = await send(route, options as AnyOptions);
  // The server made the answer from the schema that the type is read from.
  return (await response.json()) as Answer<Key>;
}

/** The answer of an operation that is not JSON: a file, a stream of events. Rejects as `api` does. */
export async function apiResponse<Key extends keyof Route>(route: Key, options: CallOptions<Key>): Promise<Response> {
  return send(route, options as AnyOptions);
}

async function send(route: string, options: AnyOptions): Promise<Response> {
  const { params = {}, query = {}, body, workspace = pageWorkspace(), signal, lastEventId, keepalive } = options;
  const [method = "GET", path = ""] = route.split(" ");
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(String(params[name] ?? "")));
  const search = new URLSearchParams(Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])));
  const request: RequestInit = {
    method,
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      // Also tells the server that a page of ours asks: another site's form cannot set it.
      "x-weft-workspace": workspace ?? "",
      ...(lastEventId === undefined ? {} : { "last-event-id": lastEventId }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
    ...(keepalive ? { keepalive } : {}),
  };
  const response = await fetch(search.size > 0 ? `${filled}?${search}` : filled, request).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, { code: "unreachable", message: "Weft cannot be reached.", hint: "Is the server running, and are you online?" });
  });
  if (response.ok) return response;
  const answer = (await response.json().catch(() => undefined)) as { error?: ConstructorParameters<typeof ApiError>[1] } | undefined;
  throw new ApiError(response.status, answer?.error ?? { code: "internal", message: `Weft answered ${response.status}.` });
}
