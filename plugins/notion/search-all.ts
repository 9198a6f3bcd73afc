import { collectPages } from "../kit/collect-pages.ts";
import type { StepOptions } from "../kit/step-options.ts";
import type { NotionList } from "./api.ts";
import { LARGEST_PAGE, notion } from "./api.ts";
import type { RichText } from "./rich-text.ts";

/** A page or data source as the search gives it. */
export interface FoundAnswer {
  readonly id: string;
  readonly object: string;
  readonly url: string;
  readonly title?: readonly RichText[];
  readonly parent?: { readonly database_id?: string };
  readonly properties?: object;
  readonly last_edited_time?: string;
}

/** What the search finds, the last changed first. */
export function searchAll(
  what: { readonly query: string | undefined; readonly object: string | undefined; readonly limit: number },
  options: StepOptions,
): Promise<FoundAnswer[]> {
  const filter = what.object === undefined ? undefined : { property: "object", value: what.object };
  return collectPages(what.limit, async (start_cursor, wanted) => {
    const sort = { timestamp: "last_edited_time", direction: "descending" };
    const json = { query: what.query, filter, sort, page_size: Math.min(wanted, LARGEST_PAGE), start_cursor };
    const page = await notion.send<NotionList<FoundAnswer>>({ path: "/v1/search", json }, options);
    return { items: page.results, next: page.next_cursor ?? undefined };
  });
}
