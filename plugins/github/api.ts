import type { ApiRequest, QueryValue } from "../kit/api.ts";
import { defineApi } from "../kit/api.ts";
import { collectPages } from "../kit/collect-pages.ts";
import type { HttpAnswer, Refusal } from "../kit/http.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { githubCredential } from "./credential.ts";

/** What GitHub says of a failure. */
interface GithubError {
  readonly message?: string;
  /** `message` is there when `code` is `custom`. */
  readonly errors?: readonly (string | { readonly field?: string; readonly code?: string; readonly message?: string })[];
}

/** Where no header names a time, GitHub asks for a pause of at least a minute. */
const SECONDARY_LIMIT_MS = 60_000;
const LARGEST_PAGE = 100;

/** GitHub's REST API. */
export const github = defineApi({
  label: "GitHub",
  credential: githubCredential,
  baseUrl: "https://api.github.com",
  headers: { "x-github-api-version": "2022-11-28", "user-agent": "workflow" },
  authorize: ({ token }, { headers }) => headers.set("authorization", `Bearer ${token}`),
  readError: (body: GithubError, answer): Refusal => ({
    message: [body.message, ...(body.errors ?? []).map(describeProblem)].join("; "),
    retryAfterMs: limitedForMs(body, answer),
  }),
});

/** The first `limit` entries of a list; `items` takes them out of a page. */
export async function listGithub<Item>(
  limit: number,
  request: ApiRequest & { readonly query?: Readonly<Record<string, QueryValue>> },
  options: StepOptions,
  items: (page: never) => readonly Item[] = (page) => page,
): Promise<Item[]> {
  // Pages must all be of one size, since they are counted.
  const size = Math.min(limit, LARGEST_PAGE);
  return collectPages(limit, async (page = "1") => {
    const { data, headers } = await github.call<never>({ ...request, query: { ...request.query, per_page: size, page } }, options);
    return { items: items(data), next: headers["link"]?.includes('rel="next"') ? String(Number(page) + 1) : undefined };
  });
}

function describeProblem(problem: NonNullable<GithubError["errors"]>[number]): string {
  return typeof problem === "string" ? problem : (problem.message ?? `${problem.field}: ${problem.code}`);
}

/** How long a limit on the number of calls still holds; undefined when the failure is none. */
function limitedForMs(body: GithubError, { status, headers }: HttpAnswer): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  if (headers["retry-after"] !== undefined) return undefined;
  const reset = Number(headers["x-ratelimit-reset"]);
  if (headers["x-ratelimit-remaining"] === "0" && reset > 0) return Math.max(1_000, reset * 1_000 - Date.now());
  return body.message?.includes("secondary rate limit") ? SECONDARY_LIMIT_MS : undefined;
}
