import type { QueryValue } from "../kit/api.ts";
import { defineApi } from "../kit/api.ts";
import { collectPages } from "../kit/collect-pages.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { clerkCredential } from "./credential.ts";

/** What Clerk says of a failure. */
interface ClerkErrors {
  readonly errors: readonly {
    readonly message: string;
    readonly long_message?: string;
    readonly meta?: { readonly param_name?: string };
  }[];
  readonly clerk_trace_id?: string;
}

const LARGEST_PAGE = 100;

/** Clerk's Backend API. */
export const clerk = defineApi({
  label: "Clerk",
  credential: clerkCredential,
  baseUrl: "https://api.clerk.com/v1",
  authorize: ({ token }, { headers }) => headers.set("authorization", `Bearer ${token}`),
  readError: ({ errors, clerk_trace_id: requestId }: ClerkErrors) => ({ message: errors.map(describeError).join("; "), requestId }),
});

/** The first `limit` entries of a list that skips by `offset`; `read` takes them out of a page. */
export async function listClerk<Item, Body = readonly Item[]>(
  limit: number,
  path: string,
  query: Readonly<Record<string, QueryValue | readonly QueryValue[]>>,
  options: StepOptions,
  read: (body: Body) => readonly Item[],
): Promise<Item[]> {
  return collectPages(limit, async (offset = "0", wanted) => {
    const size = Math.min(wanted, LARGEST_PAGE);
    const items = read(await clerk.send<Body>({ path, query: { ...query, limit: size, offset } }, options));
    return { items, next: items.length < size ? undefined : String(Number(offset) + items.length) };
  });
}

function describeError({ message, long_message: long, meta }: ClerkErrors["errors"][number]): string {
  return `${long ?? message}${meta?.param_name === undefined ? "" : ` (${meta.param_name})`}`;
}
