import { collectPages } from "../../kit/collect-pages.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { supabase } from "../api.ts";
import type { ListUsersInput, ListUsersOutput } from "../types.generated.ts";

const LARGEST_PAGE = 100;

/** Lists the people who can sign in. */
export async function listUsers({ limit = 100 }: ListUsersInput, options: StepOptions = {}): Promise<ListUsersOutput> {
  "use step";
  // Pages must all be of one size, since they are counted.
  const size = Math.min(limit, LARGEST_PAGE);
  const users = await collectPages(limit, async (page = "1") => {
    const query = { page, per_page: size };
    const { users: items } = await supabase.send<ListUsersOutput>({ path: "/auth/v1/admin/users", query }, options);
    return { items, next: items.length < size ? undefined : String(Number(page) + 1) };
  });
  return { users };
}
