import { collectPages } from "../../kit/collect-pages.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import type { ListMessagesInput, ListMessagesOutput } from "../types.generated.ts";

const LARGEST_PAGE = 100;

/** Lists the messages of a channel, the newest first. */
export async function listMessages(
  { channel_id, before, limit = 100 }: ListMessagesInput,
  options: StepOptions = {},
): Promise<ListMessagesOutput> {
  "use step";
  const messages = await collectPages(limit, async (oldest, wanted) => {
    const size = Math.min(wanted, LARGEST_PAGE);
    const query = { limit: size, before: oldest ?? before };
    const items = await discord.send<ListMessagesOutput["messages"]>({ path: path`/channels/${channel_id}/messages`, query }, options);
    return { items, next: items.length < size ? undefined : items.at(-1)?.id };
  });
  return { messages };
}
