import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import type { SearchMembersInput, SearchMembersOutput } from "../types.generated.ts";

/** Finds the people of a server whose name or nickname begins with a text. */
export async function searchMembers(
  { guild_id, query, limit = 100 }: SearchMembersInput,
  options: StepOptions = {},
): Promise<SearchMembersOutput> {
  "use step";
  return { members: await discord.send({ path: path`/guilds/${guild_id}/members/search`, query: { query, limit } }, options) };
}
