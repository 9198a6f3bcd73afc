import type { QueryValue } from "../kit/api.ts";
import { defineApi } from "../kit/api.ts";
import { collectPages } from "../kit/collect-pages.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { webflowCredential } from "./credential.ts";

/** What Webflow says of a failure; a detail is a sentence, or names the field that is wrong. */
interface WebflowError {
  readonly message?: string;
  readonly details?: readonly (string | { readonly param?: string; readonly description?: string })[];
}

const LARGEST_PAGE = 100;

/** Webflow's Data API, version 2. */
export const webflow = defineApi({
  label: "Webflow",
  credential: webflowCredential,
  baseUrl: "https://api.webflow.com/v2",
  authorize: ({ token }, { headers }) => headers.set("authorization", `Bearer ${token}`),
  readError: ({ message, details = [] }: WebflowError) => ({
    message: [message, ...details.map((detail) => (typeof detail === "string" ? detail : `${detail.param}: ${detail.description}`))].join(
      "; ",
    ),
  }),
});

/** The first `limit` entries of a list that skips by `offset`; `read` takes them out of a page. */
export async function listWebflow<Item, Body>(
  limit: number,
  path: string,
  query: Readonly<Record<string, QueryValue>>,
  options: StepOptions,
  read: (body: Body) => readonly Item[] | undefined,
): Promise<Item[]> {
  return collectPages(limit, async (offset = "0", wanted) => {
    const size = Math.min(wanted, LARGEST_PAGE);
    const items = read(await webflow.send<Body>({ path, query: { ...query, limit: size, offset } }, options)) ?? [];
    return { items, next: items.length < size ? undefined : String(Number(offset) + items.length) };
  });
}
