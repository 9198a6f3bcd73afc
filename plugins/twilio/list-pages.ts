import type { QueryValue } from "../kit/api.ts";
import { collectPages } from "../kit/collect-pages.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { twilio } from "./api.ts";

const LARGEST_PAGE = 1_000;

/** What Twilio gives of a list at a time: older APIs name the next page at the top, newer ones in `meta`. */
interface ListPage {
  readonly next_page_uri?: string | null;
  readonly meta?: { readonly next_page_url?: string | null };
}

interface ListRequest {
  readonly path: string;
  readonly baseUrl?: string;
  readonly query?: Readonly<Record<string, QueryValue>>;
  /** How many entries a page may have at most. */
  readonly largest?: number;
}

/** The first `limit` entries of a list, which the answer holds under `list`. */
export async function listPages<Item>(
  { largest = LARGEST_PAGE, ...request }: ListRequest,
  list: string,
  limit: number,
  options: StepOptions,
): Promise<Item[]> {
  return collectPages(limit, async (next, wanted) => {
    const first = { ...request.query, PageSize: Math.min(wanted, largest) };
    // Of the next page's address only the query is taken; the rest is known.
    const query = next === undefined ? first : new URL(next, "https://api.twilio.com").searchParams;
    const page = await twilio.send<ListPage & Readonly<Record<string, readonly Item[] | undefined>>>({ ...request, query }, options);
    return { items: page[list] ?? [], next: page.next_page_uri ?? page.meta?.next_page_url ?? undefined };
  });
}
