import { collectPages } from "../kit/collect-pages.ts";
import type { StepOptions } from "../kit/step-options.ts";
import type { QueryValue } from "../kit/api.ts";
import { askSlack } from "./api.ts";

/** Slack advises pages of at most 200. */
const LARGEST_PAGE = 200;

/** What every list of Slack has beside its entries. */
interface ListPage {
  readonly response_metadata?: { readonly next_cursor?: string };
}

/** The first `limit` entries of a list method, which the answer holds under `list`. */
export async function listPages<Item>(
  method: string,
  list: string,
  query: Readonly<Record<string, QueryValue>>,
  limit: number,
  options: StepOptions,
): Promise<Item[]> {
  return collectPages(limit, async (cursor, wanted) => {
    const page = { ...query, limit: Math.min(wanted, LARGEST_PAGE), cursor };
    const answer = await askSlack<ListPage & Readonly<Record<string, readonly Item[] | undefined>>>(method, page, options);
    return { items: answer[list] ?? [], next: answer.response_metadata?.next_cursor };
  });
}
