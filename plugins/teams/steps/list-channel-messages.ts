import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../../microsoft/list-pages.ts";
import { teams } from "../api.ts";
import type { ListChannelMessagesInput, ListChannelMessagesOutput } from "../types.generated.ts";

/** Lists the messages of a channel without their replies. */
export async function listChannelMessages(
  { teamId, channelId, limit = 100 }: ListChannelMessagesInput,
  options: StepOptions = {},
): Promise<ListChannelMessagesOutput> {
  "use step";
  const request = { path: path`/teams/${teamId}/channels/${channelId}/messages` };
  return { messages: await listPages(teams, request, { limit, largest: 50 }, options) };
}
