import { collectPages } from "../kit/collect-pages.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { resend } from "./api.ts";

const LARGEST_PAGE = 100;

/** What Resend gives of a list at a time. */
interface ListPage<Item> {
  readonly data: readonly Item[];
  readonly has_more?: boolean;
}

/** The first `limit` entries of one of Resend's lists. */
export async function listPages<Item extends { readonly id: string }>(
  path: string,
  query: Readonly<Record<string, string | undefined>>,
  limit: number,
  options: StepOptions,
): Promise<Item[]> {
  return collectPages(limit, async (after, wanted) => {
    const page = { ...query, limit: Math.min(wanted, LARGEST_PAGE), after };
    const { data, has_more: hasMore } = await resend.send<ListPage<Item>>({ path, query: page }, options);
    return { items: data, next: hasMore ? data.at(-1)?.id : undefined };
  });
}
