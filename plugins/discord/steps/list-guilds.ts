import { collectPages } from "../../kit/collect-pages.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import type { ListGuildsInput, ListGuildsOutput } from "../types.generated.ts";

const LARGEST_PAGE = 200;

/** Lists the servers the bot is in. */
export async function listGuilds({ limit = 100 }: ListGuildsInput, options: StepOptions = {}): Promise<ListGuildsOutput> {
  "use step";
  const guilds = await collectPages(limit, async (after, wanted) => {
    const size = Math.min(wanted, LARGEST_PAGE);
    const items = await discord.send<ListGuildsOutput["guilds"]>({ path: "/users/@me/guilds", query: { limit: size, after } }, options);
    return { items, next: items.length < size ? undefined : items.at(-1)?.id };
  });
  return { guilds };
}
