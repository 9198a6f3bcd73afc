import type { QueryValue } from "../kit/api.ts";
import { defineApi } from "../kit/api.ts";
import { collectPages } from "../kit/collect-pages.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { stripeCredential } from "./credential.ts";

/** What Stripe says of a failure. */
interface StripeError {
  readonly error: { readonly message?: string; readonly code?: string; readonly decline_code?: string };
}

/** What Stripe gives of a list at a time; a search names its next page, a list goes on after its last entry. */
interface Page<Item> {
  readonly data: readonly Item[];
  readonly has_more: boolean;
  readonly next_page?: string | null;
}

const LARGEST_PAGE = 100;

/** Stripe's HTTP API, in the version that the steps are written for, whatever the account's own is. */
export const stripe = defineApi({
  label: "Stripe",
  credential: stripeCredential,
  baseUrl: "https://api.stripe.com",
  headers: { "stripe-version": "2026-10-28.endive" },
  authorize: ({ token }, { headers }) => headers.set("authorization", `Bearer ${token}`),
  idempotencyHeader: "Idempotency-Key",
  readError: ({ error: { message, code, decline_code: declineCode } }: StripeError) => {
    const reason = [code, declineCode].filter((part) => part !== undefined).join(", ");
    return { message: [message, reason === "" ? undefined : `[${reason}]`].filter((part) => part !== undefined).join(" ") };
  },
});

/** The first `limit` entries of a list, newest first. */
export async function listStripe<Item extends { readonly id: string }>(
  limit: number,
  path: string,
  query: Readonly<Record<string, QueryValue>>,
  options: StepOptions,
): Promise<Item[]> {
  return collectPages(limit, async (after, wanted) => {
    const page = { ...query, limit: Math.min(wanted, LARGEST_PAGE), starting_after: after };
    const { data, has_more: hasMore } = await stripe.send<Page<Item>>({ path, query: page }, options);
    return { items: data, next: hasMore ? data.at(-1)?.id : undefined };
  });
}

/** The first `limit` results of a search in Stripe's own query language. */
export async function searchStripe<Item>(limit: number, path: string, query: string, options: StepOptions): Promise<Item[]> {
  return collectPages(limit, async (page, wanted) => {
    const asked = { query, limit: Math.min(wanted, LARGEST_PAGE), page };
    const { data, has_more: hasMore, next_page: next } = await stripe.send<Page<Item>>({ path, query: asked }, options);
    return { items: data, next: hasMore ? (next ?? undefined) : undefined };
  });
}

/** Stripe's range of a list's `created`. */
export function createdBetween(range: {
  readonly created_after?: number | undefined;
  readonly created_before?: number | undefined;
}): Readonly<Record<string, QueryValue>> {
  return { "created[gte]": range.created_after, "created[lt]": range.created_before };
}
