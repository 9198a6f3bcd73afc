import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { teams } from "../api.ts";
import { encodeMessage } from "../encode-message.ts";
import type { ReplyToChannelMessageInput, ReplyToChannelMessageOutput } from "../types.generated.ts";

/** Answers a message of a channel in its thread. */
export async function replyToChannelMessage(
  { teamId, channelId, messageId, ...input }: ReplyToChannelMessageInput,
  options: StepOptions = {},
): Promise<ReplyToChannelMessageOutput> {
  "use step";
  const place = path`/teams/${teamId}/channels/${channelId}/messages/${messageId}/replies`;
  return teams.send({ path: place, json: encodeMessage(input) }, options);
}
