import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../../microsoft/list-pages.ts";
import { teams } from "../api.ts";
import type { ListRepliesInput, ListRepliesOutput } from "../types.generated.ts";

/** Lists the answers to a message of a channel. */
export async function listReplies(
  { teamId, channelId, messageId, limit = 100 }: ListRepliesInput,
  options: StepOptions = {},
): Promise<ListRepliesOutput> {
  "use step";
  const request = { path: path`/teams/${teamId}/channels/${channelId}/messages/${messageId}/replies` };
  return { messages: await listPages(teams, request, { limit, largest: 50 }, options) };
}
