import { defineApi } from "../kit/api.ts";
import { collectPages } from "../kit/collect-pages.ts";
import type { HttpAnswer, Refusal } from "../kit/http.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { linearCredential } from "./credential.ts";

/** What Linear says of a failure. */
interface LinearErrors {
  readonly errors: readonly {
    readonly message: string;
    readonly extensions?: { readonly type?: string; readonly code?: string; readonly userPresentableMessage?: string };
  }[];
}

/** What Linear gives of a list at a time. */
export interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** What an error deserves whose answer came with 200, by Linear's name for its type. */
const STATUSES: Readonly<Record<string, number>> = {
  "authentication error": 401,
  forbidden: 403,
  "feature not accessible": 403,
  "usage limit exceeded": 403,
  ratelimited: 429,
  "internal error": 500,
  "lock timeout": 503,
};
const LARGEST_PAGE = 100;

const linear = defineApi({
  label: "Linear",
  credential: linearCredential,
  baseUrl: "https://api.linear.app",
  // A personal key goes as it is, a token of OAuth with its scheme.
  authorize: ({ token = "" }, { headers }) => headers.set("authorization", token.startsWith("lin_api_") ? token : `Bearer ${token}`),
  refuses: (body: Partial<LinearErrors> | null) => (body?.errors?.length ?? 0) > 0,
  readError,
});

/** The data that a query or a mutation answers with. Its values always go as variables. */
export async function askLinear<Data>(query: string, variables: object, options: StepOptions): Promise<Data> {
  const { data } = await linear.send<{ data: Data }>({ path: "/graphql", json: { query, variables } }, options);
  return data;
}

/** The first `limit` entries of a connection; the query takes `$first` and `$after`, and `read` finds the connection in its data. */
export async function listLinear<Node, Data>(
  limit: number,
  query: string,
  variables: object,
  options: StepOptions,
  read: (data: Data) => Connection<Node>,
): Promise<Node[]> {
  return collectPages(limit, async (after, wanted) => {
    const page = { ...variables, first: Math.min(wanted, LARGEST_PAGE), after };
    const { nodes, pageInfo } = read(await askLinear<Data>(query, page, options));
    return { items: nodes, next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined };
  });
}

/** A filter for an entry by its id; undefined for none. */
export function sameId(id: string | undefined): object | undefined {
  return id === undefined ? undefined : { id: { eq: id } };
}

function readError({ errors }: LinearErrors, { status, headers }: HttpAnswer): Refusal {
  const { type = "", code } = errors[0]?.extensions ?? {};
  const message = errors.map(({ message: said, extensions }) => extensions?.userPresentableMessage ?? said).join("; ");
  // Linear's answer to too many calls is a 400.
  if (type === "ratelimited" || code === "RATELIMITED") return { message, status: 429, retryAfterMs: limitedForMs(headers) };
  return { message, status: status >= 300 ? undefined : (STATUSES[type] ?? 400) };
}

/** Until the limit that is used up begins anew; its headers hold milliseconds since 1970. */
function limitedForMs(headers: HttpAnswer["headers"]): number | undefined {
  const resets = ["requests", "complexity"]
    .filter((kind) => headers[`x-ratelimit-${kind}-remaining`] === "0")
    .map((kind) => Number(headers[`x-ratelimit-${kind}-reset`]) - Date.now())
    .filter((ms) => ms > 0);
  return resets.length > 0 ? Math.max(...resets) : undefined;
}
