import { collectPages } from "../../kit/collect-pages.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import type { ListMembersInput, ListMembersOutput } from "../types.generated.ts";

const LARGEST_PAGE = 1_000;

/** Lists the people of a server. */
export async function listMembers({ guild_id, limit = 100 }: ListMembersInput, options: StepOptions = {}): Promise<ListMembersOutput> {
  "use step";
  const members = await collectPages(limit, async (after, wanted) => {
    const size = Math.min(wanted, LARGEST_PAGE);
    const request = { path: path`/guilds/${guild_id}/members`, query: { limit: size, after } };
    const items = await discord.send<ListMembersOutput["members"]>(request, options);
    return { items, next: items.length < size ? undefined : items.at(-1)?.user.id };
  });
  return { members };
}
