import { collectPages } from "../../kit/collect-pages.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import type { NotionList } from "../api.ts";
import { LARGEST_PAGE, notion } from "../api.ts";
import type { ListUsersInput, ListUsersOutput } from "../types.generated.ts";

/** A person or bot as Notion gives it. */
interface UserAnswer {
  readonly id: string;
  readonly type?: string;
  readonly name?: string | null;
  readonly avatar_url?: string | null;
  readonly person?: { readonly email?: string };
}

/** Lists the people and bots of the workspace. */
export async function listUsers({ limit = 100 }: ListUsersInput, options: StepOptions = {}): Promise<ListUsersOutput> {
  "use step";
  const found = await collectPages(limit, async (start_cursor, wanted) => {
    const query = { page_size: Math.min(wanted, LARGEST_PAGE), start_cursor };
    const page = await notion.send<NotionList<UserAnswer>>({ path: "/v1/users", query }, options);
    return { items: page.results, next: page.next_cursor ?? undefined };
  });
  const users = found.map(({ id, type, name, avatar_url, person }) => ({
    id,
    type: type ?? null,
    name: name ?? null,
    email: person?.email ?? null,
    avatar_url: avatar_url ?? null,
  }));
  return { users };
}
